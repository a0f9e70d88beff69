/** `compare`: designs against each other under the same luck. */
import { msg, str } from '@lit/localize';
import type { Scenario } from '#simulation';
import {
  comparedFigure,
  comparisonDocument,
  correspondenceOf,
  elementKeysOf,
  runBridge,
  runPaired,
  type Alternative,
  type Difference,
  type PairedRuns,
} from '../experiments/index.ts';
import { figuresOfResults, type ListedFigure } from '../comparison/figure-list.ts';
import { inWords } from '../comparison/figure-words.ts';
import { formatNumber } from '../format/index.ts';
import { Arguments, COMMON, wrong } from './arguments.ts';
import { experiment, giveUp, INTERRUPTED, kpiPath, loadNamed } from './experiment.ts';
import { issueLines } from './issue-line.ts';
import type { LoadedStudy } from './load-study.ts';
import type { Surroundings } from './simulate.ts';
import { printable } from './terminal-text.ts';
import { table } from './table.ts';

const OPTIONS = { ...COMMON, primary: { type: 'string' }, bridge: { type: 'boolean' } } as const;

/** Runs and prints; answers the exit code. Throws `UnusableInput`. */
export async function compareFiles(
  args: readonly string[],
  cores: number,
  surroundings: Surroundings,
): Promise<number> {
  const given = new Arguments(args, OPTIONS);
  if (given.files.length < 2) throw wrong('two-files-needed', {});
  const overrides = given.overrides();
  const loaded: LoadedStudy[] = [];
  for (const file of given.files) loaded.push(await loadNamed(file, overrides, surroundings.folder));
  const alternatives = alternativesOf(given.files, loaded);
  const [baseline, other] = alternatives;
  if (!baseline || !other) throw new Error('no alternatives');
  return experiment(surroundings, given.workers(cores), async ({ backend, signal, message, progress }) => {
    const outcome = await runPaired(backend, alternatives, {
      overrides,
      message,
      signal,
      onUpdate: (update) => {
        progress.show(update);
      },
    });
    if (!('paired' in outcome)) return giveUp(outcome, surroundings);
    const { paired } = outcome;
    const primary = given.last('primary');
    const path = primary === undefined ? undefined : kpiPath(primary, paired.runs[0].kpiPaths);
    const bridged =
      given.has('bridge') && outcome.status === 'complete'
        ? await runBridge(backend, baseline.study, other.study, pairsOf(baseline, other), { overrides, signal })
        : undefined;
    if (bridged && bridged.status !== 'complete') return giveUp(bridged, surroundings);
    const figures = figuresOfResults(paired.runs.map(({ result }) => result.document));
    const document = comparisonDocument(paired, {
      ...(path ? { primary: path } : {}),
      ...(bridged ? { bridge: { bridge: bridged.bridge, paths: figures.map(({ path: of }) => of) } } : {}),
    });
    if (given.has('json')) surroundings.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    else {
      const lines = issueLines([...paired.issues, ...paired.runs.flatMap(({ result }) => result.issues)]);
      surroundings.stderr.write(lines.map((line) => `${line}\n`).join(''));
      surroundings.stdout.write(`${report(paired, figures, baseline.study.scenario, surroundings)}\n`);
    }
    return outcome.status === 'complete' ? 0 : INTERRUPTED;
  });
}

const pairsOf = (from: Alternative, to: Alternative) => correspondenceOf(from.study.model, to.study.model);

function alternativesOf(names: readonly string[], loaded: readonly LoadedStudy[]): readonly Alternative[] {
  const first = loaded[0]?.study.model;
  return loaded.map(({ study, file, issues }, i) => {
    const keys = first && i > 0 ? elementKeysOf(first, study.model, correspondenceOf(first, study.model)) : {};
    return { id: `${i + 1}`, name: names[i] ?? file.name, study: { ...study, elementKeys: keys }, file, issues };
  });
}

function report(
  paired: PairedRuns,
  figures: readonly ListedFigure[],
  scenario: Scenario,
  { locale }: Surroundings,
): string {
  const count = formatNumber(paired.replications, locale, 0);
  const heading = msg(str`${count} paired replications · seed “${printable(paired.seed)}”`);
  const tables = paired.runs.slice(1).map(({ alternative }, i) => {
    const rows = figures.flatMap((figure) => {
      const { alternatives } = comparedFigure(paired, figure.path);
      const [before, after] = [alternatives[0], alternatives[i + 1]];
      if (!before || !after?.difference || before.count === 0 || after.count === 0) return [];
      const { name, format } = inWords(figure, scenario, locale);
      const { mean, interval } = after.difference;
      const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${format(Math.abs(value))}`;
      const ends = interval ? `${signed(interval[0])} … ${signed(interval[1])}` : '';
      return [[name, format(before.mean), format(after.mean), signed(mean), ends, verdict(after.difference)]];
    });
    const heads = [
      printable(alternative.name),
      printable(paired.runs[0].alternative.name),
      msg('This design'),
      msg('Difference'),
      msg('95 % interval'),
      msg('Verdict'),
    ];
    return table(heads, rows);
  });
  return [heading, ...tables].join('\n\n');
}

function verdict({ detectable, identical, count, probabilityBetter }: Difference): string {
  if (identical) return msg('the same');
  if (count < 2) return msg('too few replications to tell');
  if (!detectable) return msg('no detectable difference');
  if (Number.isNaN(probabilityBetter)) return msg('different');
  return probabilityBetter > 0.5 ? msg('better') : msg('worse');
}
