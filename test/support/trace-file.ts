/**
 * Trace files: one diagram `NAME.bpmn` beside `NAME.trace.json`, which says what is given and what happens when, worked out by hand.
 * Times are minutes. A line of a trace is `TIME ELEMENT`: the element is done and left at that time (a gateway has decided, an event
 * has occurred); `TIME ELEMENT cancelled`; `TIME ELEMENT run` for one run of a looped activity; `TIME completed` or `TIME failed`
 * for the case. Lines of cases after the first end in their number: `#1`.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { attach } from '../../simulation/kernel/hooks.ts';
import { clock } from '../../simulation/kernel/clock.ts';
import { cases } from '../../simulation/kernel/cases.ts';
import { tokens } from '../../simulation/kernel/tokens.ts';
import { hooks } from '../../simulation/observers/index.ts';
import {
  beginReplication,
  compile,
  type CaseAttribute,
  type DistributionSpec,
  type ElementParameters,
  type Issue,
  type Scenario,
} from '../../simulation/index.ts';
import { formulaOf, isRefusal, openDocument, readProcess } from '../../src/bpmn/index.ts';

const scalar = v.union([v.string(), v.number()]);
const given = v.strictObject({
  /** Minutes. */
  work: v.exactOptional(v.number()),
  delay: v.exactOptional(v.number()),
  latency: v.exactOptional(v.number()),
  /** Pool; one of its units does it. */
  by: v.exactOptional(v.string()),
  priority: v.exactOptional(v.number()),
  probability: v.exactOptional(v.number()),
  occurrences: v.exactOptional(v.number()),
  condition: v.exactOptional(v.string()),
  /** A number, or a formula. */
  instances: v.exactOptional(scalar),
  completion: v.exactOptional(v.string()),
  repeat: v.exactOptional(scalar),
  activation: v.exactOptional(v.string()),
  adHoc: v.exactOptional(v.literal('each-once')),
  assign: v.exactOptional(v.record(v.string(), v.string())),
  clock: v.exactOptional(v.picklist(['calendar', 'business'])),
  calendar: v.exactOptional(v.string()),
  arrivals: v.exactOptional(v.strictObject({ count: v.number(), every: v.optional(v.number()) })),
});
const schema = v.strictObject({
  /** Rules of the semantics. */
  rules: v.array(v.number()),
  /** What the trace shows, as one sentence. */
  shows: v.string(),
  given: v.exactOptional(v.record(v.string(), given), {}),
  /** Units by pool. */
  pools: v.exactOptional(v.record(v.string(), v.number()), {}),
  /** Values of attributes at arrival. */
  attributes: v.exactOptional(v.record(v.string(), scalar), {}),
  /** Minutes after which observation ends. */
  horizon: v.exactOptional(v.number()),
  trace: v.array(v.string()),
  /** Figures by path, durations in seconds. */
  figures: v.exactOptional(v.record(v.string(), v.number()), {}),
  /** Findings of the compiler and the run, `code element`. */
  issues: v.exactOptional(v.array(v.string()), []),
});
export type TraceFile = v.InferOutput<typeof schema>;

export interface TraceRun {
  readonly trace: readonly string[];
  readonly issues: readonly string[];
  figure(path: string): number | undefined;
}

/** What a trace file says. */
export const readTraceFile = (path: string): TraceFile => v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));

/** Findings that say nothing about what is traced. */
const USUAL = ['no-work-time', 'nobody-does-it', 'no-arrivals'];

/** Runs the diagram with what is given. */
export async function runTrace(bpmn: string, file: TraceFile): Promise<TraceRun> {
  const opened = await openDocument(readFileSync(bpmn));
  if (isRefusal(opened)) return { trace: [], issues: said(opened.issues), figure: () => undefined };
  const { model, issues: found } = readProcess(opened.definitions);
  const read = [...opened.issues, ...found];
  const starts = model.nodes.filter((node) => node.id === 'S').map(({ id }) => id);
  const scenario = scenarioOf(file, starts);
  const { network, plan, issues } = compile({ model, scenario });
  if (!network) return { trace: [], issues: said([...read, ...issues]), figure: () => undefined };
  const lines: string[] = [];
  const say = (c: number, text: string): void => {
    const number = cases.number[c]!;
    lines.push(`${String(clock.now / 60_000)} ${text}${number > 0 ? ` #${String(number)}` : ''}`);
  };
  const drawn = network.nodeIds.map((_, n) => (n < network.drawnNodes ? [] : undefined));
  const replication = beginReplication({ ...network, milestonesLeft: drawn }, plan, 0);
  attach({
    ...hooks,
    milestonePassed(c, n, left) {
      if (left) say(c, network.nodeIds[n]!);
    },
    workEnded(t, cancelled) {
      hooks.workEnded(t, cancelled);
      const n = tokens.node[t]!;
      if (cancelled) say(tokens.case[t]!, `${network.nodeIds[n]!} cancelled`);
      else if (n >= network.drawnNodes) say(tokens.case[t]!, `${network.nodeIds[n]!} run`);
    },
    caseEnded(c, outcome) {
      hooks.caseEnded(c, outcome);
      say(c, outcome === 0 ? 'completed' : 'failed');
    },
  });
  while (!replication.advance(Infinity));
  const result = replication.result();
  const index = new Map(network.kpiPaths.map((path, i) => [path.join('.'), i]));
  return {
    trace: lines,
    issues: said([...read, ...issues, ...result.issues]),
    figure: (path) => result.kpis[index.get(path) ?? -1],
  };
}

const said = (issues: readonly Issue[]): string[] =>
  issues
    .filter(({ code }) => !USUAL.includes(code))
    .map(({ code, elementId }) => `${code}${elementId === undefined ? '' : ` ${elementId}`}`)
    .sort();

const minutes = (value: number): DistributionSpec => ({ type: 'constant', params: { value }, unit: 'min' });

function scenarioOf({ given: elements, pools, attributes, horizon }: TraceFile, starts: readonly string[]): Scenario {
  const arriving = Object.values(elements).some(({ arrivals }) => arrivals);
  const implied = arriving ? [] : starts.map((id): [string, ElementParameters] => [id, { arrivals: { count: 1 } }]);
  const parameters = Object.entries(elements).map(([id, e]): [string, ElementParameters] => [id, parametersOf(e)]);
  return {
    id: 'S',
    name: 'Trace',
    run: {
      seed: 'trace',
      replications: 1,
      cases: 1000,
      ...(horizon === undefined ? {} : { horizon: { value: horizon, unit: 'min' } }),
    },
    elements: Object.fromEntries([...implied, ...parameters]),
    pools: Object.entries(pools).map(([id, capacity]) => ({ id, name: id, staffing: [{ capacity }] })),
    attributes: Object.entries(attributes).map(([name, value]): CaseAttribute =>
      typeof value === 'number'
        ? { name, type: 'number', distribution: { type: 'constant', params: { value } } }
        : { name, type: 'category', values: [{ value, share: 1 }] },
    ),
    calendars: [{ id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }],
  };
}

function parametersOf(e: v.InferOutput<typeof given>): ElementParameters {
  const { work, delay, latency, by, condition, instances, completion, repeat, activation, assign, arrivals, ...same } =
    e;
  return {
    ...same,
    ...(work === undefined ? {} : { work: minutes(work) }),
    ...(delay === undefined ? {} : { delay: minutes(delay) }),
    ...(latency === undefined ? {} : { latency: minutes(latency) }),
    ...(by === undefined ? {} : { resources: [[{ pool: by, units: 1 }]] }),
    ...(condition === undefined ? {} : { condition: formulaOf(condition) }),
    ...(completion === undefined ? {} : { completion: formulaOf(completion) }),
    ...(activation === undefined ? {} : { activation: formulaOf(activation) }),
    ...(instances === undefined
      ? {}
      : {
          instances:
            typeof instances === 'number' ? { type: 'constant', params: { value: instances } } : formulaOf(instances),
        }),
    ...(repeat === undefined ? {} : { repeat: typeof repeat === 'number' ? repeat : formulaOf(repeat) }),
    ...(assign
      ? { assign: Object.fromEntries(Object.entries(assign).map(([name, text]) => [name, formulaOf(text)])) }
      : {}),
    ...(arrivals
      ? {
          arrivals: {
            count: arrivals.count,
            ...(arrivals.every === undefined ? {} : { interval: minutes(arrivals.every) }),
          },
        }
      : {}),
  };
}
