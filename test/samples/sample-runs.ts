/** Opens the samples as the app does and runs their scenarios; each run is made once and kept. */
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import {
  buildResult,
  compile,
  resolveScenario,
  simulate,
  type Estimate,
  type ResultDocument,
  type RunResult,
  type Scenario,
} from '#simulation';
import {
  completeScenario,
  isRefusal,
  openDocument,
  readProcess,
  readScenarios,
  type OpenedDocument,
} from '../../src/bpmn/index.ts';

const ROOT = 'samples';

const SampleSchema = v.object({
  slug: v.string(),
  order: v.number(),
  designs: v.array(v.object({ file: v.string() })),
  names: v.object({ 'zh-CN': v.record(v.string(), v.string()) }),
  texts: v.object({ 'zh-CN': v.record(v.string(), v.string()) }),
});

/** The folders of the samples. */
export const slugs: readonly string[] = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

export const pathOf = (slug: string, file: string): string => `${ROOT}/${slug}/${file}`;

export const textOf = (slug: string, file: string): string => readFileSync(pathOf(slug, file), 'utf8');

export const sampleOf = (slug: string): v.InferOutput<typeof SampleSchema> =>
  v.parse(SampleSchema, JSON.parse(textOf(slug, 'sample.json')));

/** Every design of every sample. */
export const designs: readonly (readonly [slug: string, file: string])[] = slugs.flatMap((slug) =>
  sampleOf(slug).designs.map(({ file }) => [slug, file] as const),
);

/** Throws when the document is refused. */
export async function open(slug: string, file: string): Promise<OpenedDocument> {
  const opened = await openDocument(textOf(slug, file), file);
  if (isRefusal(opened)) throw new Error(`cannot open <${slug}/${file}>`);
  return opened;
}

/** Ids of the scenarios of a design, in the order of the file. */
export async function scenariosOf(slug: string, file: string): Promise<readonly string[]> {
  return readScenarios((await open(slug, file)).definitions).scenarios.map((scenario) => scenario.id);
}

const kept = new Map<string, Promise<RunResult>>();

/** The result of a scenario by its own run plan. */
export function run(slug: string, file: string, scenario: string): Promise<RunResult> {
  const key = `${slug}/${file}/${scenario}`;
  const made = kept.get(key) ?? runChanged(slug, file, scenario, (s) => s);
  kept.set(key, made);
  return made;
}

/** The result of a scenario after a change; throws when it does not compile. */
export async function runChanged(
  slug: string,
  file: string,
  id: string,
  change: (scenario: Scenario) => Scenario,
): Promise<RunResult> {
  const { definitions } = await open(slug, file);
  const { model, issues: processIssues } = readProcess(definitions);
  const { scenarios, issues: scenarioIssues } = readScenarios(definitions);
  const resolved = resolveScenario(scenarios, id);
  const completed = completeScenario(model, resolved.scenario);
  const study = { model, scenario: change(completed.scenario) };
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error(`does not compile: ${JSON.stringify(issues)}`);
  return buildResult({
    network,
    study,
    plan,
    file: { name: file, sha256: '' },
    issues: [...processIssues, ...scenarioIssues, ...resolved.issues, ...completed.issues, ...issues],
    message: (issue) => issue.code,
    replications: Array.from({ length: plan.replications }, (_, index) => simulate(network, plan, index)),
    partial: false,
  });
}

/** The figures that people look at first, by their place in the result document; times in seconds. */
export function headline(document: ResultDocument): Readonly<Record<string, number>> {
  const figures: readonly (readonly [string, Estimate])[] = [
    ['cases.started', document.cases.started],
    ['cases.completed', document.cases.completed],
    ['cases.open', document.cases.open],
    ['cycleTime.mean', document.cycleTime.mean],
    ['cycleTime.p90', document.cycleTime.p90],
    ['businessCycleTime.mean', document.businessCycleTime.mean],
    ['businessCycleTime.p90', document.businessCycleTime.p90],
    ...document.slas.map((sla) => [`slas.${sla.id}.hitRate`, sla.hitRate] as const),
    ...Object.entries(document.resources).map(
      ([id, pool]) => [`resources.${id}.utilisation`, pool.utilisation] as const,
    ),
    ['throughputPerDay', document.throughputPerDay],
    ['wip.mean', document.wip.mean],
    ['cost.perCase', document.cost.perCase],
  ];
  return Object.fromEntries(figures.map(([name, estimate]) => [name, known(estimate)]));
}

/** Throws when nothing was measured. */
export function known({ value }: Estimate): number {
  if (value === null) throw new Error('nothing measured');
  return value;
}

/** The interval of an estimate; throws when there is none. */
export function interval({ ci95 }: Estimate): readonly [low: number, high: number] {
  if (ci95 === null) throw new Error('no interval');
  return ci95;
}
