/** Fills what a scenario lacks for a run with visible guesses; what the scenario says stays untouched. */
import {
  issue,
  MS_PER_UNIT,
  effectiveMean,
  type DistributionSpec,
  type ElementParameters,
  type FlowNode,
  type Formula,
  type Issue,
  type Named,
  type ProcessModel,
  type Provenance,
  type Scenario,
} from '#simulation';
import { attributesIn } from '../formula/attributes-in.ts';
import { arrivalPoints, doerOf, waitsInVain } from './elements.ts';
import { COUNTERS, missingRepetition } from './repetition.ts';
import { expectedVisits } from './visits.ts';

export interface CompletedScenario {
  readonly scenario: Scenario;
  /** One info per guess, pointing at its element. */
  readonly issues: readonly Issue[];
}

/** What proposals assume of people's work. */
export const GUESSED_WORK: DistributionSpec = {
  type: 'triangular',
  params: { min: 5, mode: 10, max: 20 },
  unit: 'min',
};
const GUESSED_MACHINE_WORK: DistributionSpec = { type: 'constant', params: { value: 10 }, unit: 's' };
const GUESSED_DELAY: DistributionSpec = { type: 'exponential', params: { mean: 1 }, unit: 'h' };
/** Arrivals are proposed so that the busiest pool is this busy. */
const TARGET_UTILISATION = 0.7;
/** Time between cases when nobody's work limits it. */
const FALLBACK_INTERVAL = { mean: 60, unit: 'min' } as const;

/**
 * Completes a resolved scenario. Work is guessed for activities that have people assigned, or for all when the scenario says nothing
 * about work and people at all and `guessAll` is set; other activities without work take no time, as BPSim rules, and are
 * reported. Arrivals, shares, waiting times and an end of the run are guessed where there are none.
 */
export function completeScenario(model: ProcessModel, scenario: Scenario, guessAll = false): CompletedScenario {
  const issues: Issue[] = [];
  const elements = new Map(Object.entries(scenario.elements ?? {}));
  const put = (id: string, parameters: ElementParameters): void => {
    const known = elements.get(id);
    const guessed = Object.keys(parameters).map((name): readonly [string, Provenance] => [name, 'guess']);
    const provenance = { ...known?.provenance, ...Object.fromEntries(guessed) };
    elements.set(id, { ...known, ...parameters, provenance });
  };
  const guess = (owner: Named, code: string, parameters: ElementParameters): void => {
    put(owner.id, parameters);
    issues.push(issue('info', code, owner));
  };

  const known = knownNames(model, elements, scenario);
  const isDecidable = (formula: Formula): boolean => decidable(formula, known);
  for (const node of model.nodes) {
    const parameters = elements.get(node.id);
    const doer = doerOf(node, model);
    if (doer !== 'nobody' && !parameters?.work) {
      const assigned = (parameters?.resources?.length ?? 0) > 0;
      if (assigned || guessAll)
        guess(node, 'guessed-work', { work: doer === 'people' ? GUESSED_WORK : GUESSED_MACHINE_WORK });
      else issues.push(issue('info', 'work-counts-as-zero', node));
    }
    for (const { code, parameters: missing } of missingRepetition(node, parameters ?? {}, isDecidable))
      guess(node, code, missing);
    if (!parameters?.delay && waitsInVain(node, model, isDecidable))
      guess(node, 'guessed-delay', { delay: GUESSED_DELAY });
    const shares = missingShares(node, model, elements, scenario);
    for (const [flow, probability] of shares) put(flow, { probability });
    if (shares.length > 0) issues.push(issue('info', 'guessed-shares', node));
  }
  const nodes = new Set(model.nodes.map((node) => node.id));
  for (const flow of model.messageFlows)
    if (
      !nodes.has(flow.source) &&
      nodes.has(flow.target) &&
      !elements.get(flow.id)?.latency &&
      !startsCases(flow.target, model)
    )
      guess(flow, 'guessed-latency', { latency: GUESSED_DELAY });

  const points = arrivalPoints(model);
  const brings = ({ arrivals }: ElementParameters): boolean =>
    arrivals !== undefined && (arrivals.interval ?? arrivals.profile ?? arrivals.count) !== undefined;
  const places = new Set([...nodes, ...model.processes.map((process) => process.id)]);
  if (points.length > 0 && ![...elements].some(([id, parameters]) => places.has(id) && brings(parameters))) {
    const { mean, calendar } = sustainableInterval(model, { ...scenario, elements: Object.fromEntries(elements) });
    for (const point of points)
      guess(point, 'guessed-arrivals', {
        arrivals: {
          ...(calendar === undefined ? {} : { calendar }),
          ...elements.get(point.id)?.arrivals,
          interval: { type: 'exponential', params: { mean: mean * points.length }, unit: 'min' },
        },
      });
  }
  const counted = [...elements.values()].some(({ arrivals }) => arrivals?.count !== undefined);
  const endless = scenario.run?.horizon === undefined && scenario.run?.cases === undefined && !counted;
  if (endless) issues.push(issue('info', 'guessed-horizon'));
  const run = { ...scenario.run, ...(endless ? { horizon: { value: 4, unit: 'week' } as const } : {}) };
  return {
    scenario: {
      ...scenario,
      ...(Object.keys(run).length > 0 ? { run } : {}),
      ...(elements.size > 0 ? { elements: Object.fromEntries(elements) } : {}),
    },
    issues,
  };
}

const startsCases = (target: string, model: ProcessModel): boolean =>
  model.nodes.some((node) => node.id === target && node.type === 'bpmn:StartEvent');

/** Equal shares for a choice that neither has probabilities nor conditions that can be decided. */
function missingShares(
  node: FlowNode,
  model: ProcessModel,
  elements: ReadonlyMap<string, ElementParameters>,
  scenario: Scenario,
): readonly (readonly [flow: string, probability: number])[] {
  const exclusive = node.type === 'bpmn:ExclusiveGateway';
  if ((!exclusive && node.type !== 'bpmn:InclusiveGateway') || node.outgoing.length < 2) return [];
  const known = knownNames(model, elements, scenario);
  const decided = node.outgoing.some((id) => {
    const condition = elements.get(id)?.condition ?? model.flows.find((flow) => flow.id === id)?.condition;
    return elements.get(id)?.probability !== undefined || (condition && decidable(condition, known));
  });
  // Equal shares of thirds and sevenths add up to 1 within rounding.
  const share = exclusive ? 1 / node.outgoing.length : 0.5;
  return decided ? [] : node.outgoing.map((id) => [id, share]);
}

/** What a formula may ask for: attributes, and states of data objects. */
const knownNames = (
  model: ProcessModel,
  elements: ReadonlyMap<string, ElementParameters>,
  scenario: Scenario,
): ReadonlySet<string> =>
  new Set([
    ...(scenario.attributes ?? []).map((attribute) => attribute.name),
    ...[...elements.values()].flatMap(({ assign }) => Object.keys(assign ?? {})),
    ...model.nodes.flatMap((node) => (node.writes ?? []).map(({ object }) => object)),
    ...COUNTERS,
  ]);

const decidable = ({ tree }: Formula, known: ReadonlySet<string>): boolean =>
  tree !== undefined && attributesIn(tree).every((name) => known.has(name));

/** Mean minutes between cases that keep the busiest pool at the target, with that pool's calendar. */
function sustainableInterval(
  model: ProcessModel,
  scenario: Scenario,
): { readonly mean: number; readonly calendar?: string } {
  const visits = expectedVisits(model, scenario);
  const load = new Map<string, number>();
  for (const [id, { work, resources }] of Object.entries(scenario.elements ?? {})) {
    const minutes = (work ? (effectiveMean({ unit: 'ms', ...work }) ?? 0) : 0) / MS_PER_UNIT.min;
    const expected = minutes * (visits.get(id) ?? 0);
    for (const { pool, units } of resources?.[0] ?? []) load.set(pool, (load.get(pool) ?? 0) + expected * units);
  }
  let busiest: { readonly mean: number; readonly calendar?: string } = { mean: 0 };
  for (const { id, staffing } of scenario.pools ?? []) {
    const [shift] = staffing;
    const people = staffing.reduce(
      (most, { capacity }) => Math.max(most, capacity === 'unlimited' ? Infinity : capacity),
      0,
    );
    const mean = people > 0 ? (load.get(id) ?? 0) / people / TARGET_UTILISATION : 0;
    if (mean > busiest.mean) busiest = { mean, ...(shift?.calendar === undefined ? {} : { calendar: shift.calendar }) };
  }
  return busiest.mean > 0 ? { ...busiest, mean: roundedUp(busiest.mean) } : FALLBACK_INTERVAL;
}

/** Two significant digits, upwards, so that a proposal looks like one. */
function roundedUp(minutes: number): number {
  const step = 10 ** (Math.floor(Math.log10(minutes)) - 1);
  return Number((Math.ceil(minutes / step) * step).toPrecision(2));
}
