/**
 * From replications to the result of a run. The document is filled by KPI path, so a new KPI of the engine appears in it without
 * a change here. Replications are added in index order; the same prefix gives the same bytes wherever it was computed.
 */
import type { Issue } from '../model/issue.ts';
import type { Estimate, PrecisionResult, ResultDocument, RunResult } from '../model/result.ts';
import type { KpiPath, ReplicationResult, RunPlan, Study } from '../model/run.ts';
import { emptyDocument } from './empty-document.ts';
import { Moments, toEstimate, type Bounds, type Summary } from './estimate.ts';
import { BIN_COUNT, mergeCounts } from './histogram.ts';
import { isPrecise, replicationsNeeded } from './precision.ts';
import { Sha256 } from './sha256.ts';
import { SeriesGatherer } from './time-series.ts';

/** What a result needs to know beside the replications. */
export interface ResultContext {
  /** The compiled model, or at least the order of its KPIs. */
  readonly network: { readonly kpiPaths: readonly KpiPath[] };
  readonly study: Study;
  readonly plan: RunPlan;
  /** The file the model came from, and the SHA-256 of its bytes. */
  readonly file: { readonly name: string; readonly sha256: string };
  /** Findings before the run: on file, model and scenario. */
  readonly issues: readonly Issue[];
  /** Text of an issue in the reader's language. */
  readonly message: (issue: Issue) => string;
}

/** The result of the given replications, which must be 0, 1, 2 … in this order. */
export function buildResult(
  context: ResultContext & { readonly replications: readonly ReplicationResult[]; readonly partial: boolean },
): RunResult {
  const builder = new ResultBuilder(context);
  for (const replication of context.replications) builder.add(replication);
  return builder.result(context.partial);
}

/** A result that grows with every replication and may be read in between. */
export class ResultBuilder {
  private readonly moments: readonly Moments[];
  private readonly cycleTimes = new Float64Array(BIN_COUNT);
  private readonly businessCycleTimes = new Float64Array(BIN_COUNT);
  private readonly wip = new SeriesGatherer();
  private readonly hash = new Sha256();
  private readonly issues: Issue[] = [];
  private readonly known = new Set<string>();
  private done = 0;

  constructor(private readonly context: ResultContext) {
    this.moments = context.network.kpiPaths.map(() => new Moments());
    this.note(context.issues);
  }

  /** Takes the next replication; throws when it is not the next one. */
  add(replication: ReplicationResult): void {
    if (replication.index !== this.done) {
      throw new Error(`no replication <${this.done}>: got <${replication.index}>`);
    }
    this.done++;
    this.moments.forEach((moments, i) => {
      moments.add(replication.kpis[i] ?? NaN);
    });
    this.hash.update(canonicalBytes(replication.kpis));
    mergeCounts(this.cycleTimes, replication.cycleTimes);
    mergeCounts(this.businessCycleTimes, replication.businessCycleTimes);
    this.wip.add(replication.wip);
    this.note(replication.issues);
  }

  /** Mean and spread of one KPI so far; undefined when the model has no such KPI. */
  summary(path: KpiPath): Summary | undefined {
    const index = this.context.network.kpiPaths.findIndex(
      (p) => p.length === path.length && p.every((key, i) => key === path[i]),
    );
    return this.moments[index]?.summary();
  }

  /** Everything known so far; later additions do not change it. */
  result(partial: boolean): RunResult {
    return {
      document: this.document(),
      plan: this.context.plan,
      done: this.done,
      partial,
      issues: [...this.issues],
      cycleTimes: this.cycleTimes.slice(),
      businessCycleTimes: this.businessCycleTimes.slice(),
      wip: this.wip.band(),
    };
  }

  private document(): ResultDocument {
    const { network, study, plan, file, message } = this.context;
    const document = emptyDocument(study, network.kpiPaths, {
      model: { file: file.name, sha256: file.sha256 },
      seed: plan.seed,
      replications: this.done,
      ...this.precision(),
      issues: this.issues.map((issue) => ({
        code: issue.code,
        severity: issue.severity,
        elementId: issue.elementId ?? null,
        message: message(issue),
      })),
      hash: this.hash.digest(),
    });
    network.kpiPaths.forEach((path, i) => {
      const moments = this.moments[i];
      if (moments) put(document, path, toEstimate(moments.summary(), boundsOf(path)));
    });
    return document;
  }

  private precision(): { precision?: PrecisionResult } {
    const { precision } = this.context.plan;
    const summary = precision && this.summary(precision.figure);
    if (!summary) return {};
    const needed = replicationsNeeded(summary, precision.wanted);
    return {
      precision: {
        figure: precision.figure.join('/'),
        wanted: precision.wanted,
        halfWidth: summary.count < 2 ? null : summary.halfWidth,
        reached: isPrecise(summary, precision.wanted),
        replicationsNeeded: Number.isFinite(needed) ? needed : null,
      },
    };
  }

  /** A finding of many replications is one finding. */
  private note(issues: readonly Issue[]): void {
    for (const issue of issues) {
      const key = JSON.stringify([issue.code, issue.elementId]);
      if (this.known.has(key) && this.done > 0) continue;
      this.known.add(key);
      this.issues.push(issue);
    }
  }
}

/** KPIs that are shares: their interval cannot leave [0, 1]. */
const SHARES: ReadonlySet<string> = new Set([
  'hitRate',
  'utilisation',
  'flowEfficiency',
  'rework',
  'firstPassYield',
  'weeksMet',
  'interrupted',
  'abandonment',
  'absence',
]);

/** Families of shares by id. */
const SHARES_BY_ID: ReadonlySet<string> = new Set(['flowShares', 'outcomes', 'byHour']);

/** Times, counts and money are never negative, and neither is what an interval says of them. */
const boundsOf = (path: KpiPath): Bounds => [
  0,
  SHARES.has(path.at(-1) ?? '') || SHARES_BY_ID.has(path.at(-2) ?? '') ? 1 : Infinity,
];

/** Sets the estimate at the path, making what lies between; SLAs are found by their id. */
function put(document: ResultDocument, path: KpiPath, estimate: Estimate): void {
  let target: object = document;
  for (const key of path.slice(0, -1)) target = child(target, key);
  Reflect.set(target, path.at(-1) ?? '', estimate);
}

function child(target: object, key: string): object {
  const existing: unknown = Array.isArray(target) ? target.find((item) => hasId(item, key)) : Reflect.get(target, key);
  if (typeof existing === 'object' && existing !== null) return existing;
  if (Array.isArray(target)) throw new Error(`no entry <${key}> in the result document`);
  const made = {};
  Reflect.set(target, key, made);
  return made;
}

const hasId = (item: unknown, id: string): boolean =>
  typeof item === 'object' && item !== null && 'id' in item && item.id === id;

/** The figures as little-endian doubles in which every NaN has the same bits. */
function canonicalBytes(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 8);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (Number.isNaN(value)) view.setUint32(8 * i + 4, 0x7ff80000, true);
    else view.setFloat64(8 * i, value, true);
  });
  return bytes;
}
