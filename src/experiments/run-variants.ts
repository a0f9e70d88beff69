/** One scenario with many changes tried on it, each under the luck of the scenario as it is. */
import type { Issue, RunOverrides, Study } from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { Ticker, UPDATE_TIME } from '../runs/ticker.ts';
import { inTurns, runStudy, type StudyRun } from './run-study.ts';
import { applyVariations, type Variation } from './variation.ts';

/** What came out of one variant; neither while it is not in. */
export interface VariantRun {
  readonly run?: StudyRun;
  /** Why the scenario cannot be run like that; the others go on. */
  readonly issues?: readonly Issue[];
}

export interface Variants {
  /** The scenario as it is. */
  readonly baseline?: StudyRun;
  /** In the order asked for. */
  readonly variants: readonly VariantRun[];
}

export interface VariantOptions {
  /** Number of replications and seed; default those of the scenario. */
  readonly overrides?: RunOverrides;
  readonly signal?: AbortSignal;
  /** A few times a second. Counts are of replications. */
  readonly onUpdate?: (update: {
    readonly done: number;
    readonly planned: number;
    readonly variants: Variants;
  }) => void;
}

export type VariantsOutcome =
  /** `partial`: cancelled; what was finished is there. */
  | { readonly status: 'complete' | 'partial'; readonly variants: Variants }
  /** The scenario as it is cannot be run. */
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

/** Runs the scenario as it is, then every variant. The scenario must be resolved. */
export async function runVariants(
  backend: SimulationBackend,
  study: Study,
  changes: readonly (readonly Variation[])[],
  { overrides, signal = new AbortController().signal, onUpdate }: VariantOptions = {},
): Promise<VariantsOutcome> {
  const variants: VariantRun[] = changes.map(() => ({}));
  const state: { baseline?: StudyRun; done: number; planned: number; failed?: Issue } = { done: 0, planned: 0 };
  const known = (): Variants => ({
    ...(state.baseline ? { baseline: state.baseline } : {}),
    variants: [...variants],
  });
  const ticker = new Ticker(UPDATE_TIME, () => {
    onUpdate?.({ done: state.done, planned: state.planned, variants: known() });
  });
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  const run = (of: Study) =>
    runStudy(backend, of, {
      ...(overrides ? { overrides } : {}),
      signal: abort.signal,
      onReplication: () => {
        state.done++;
        ticker.touch();
      },
    });
  try {
    const baseline = await run(study);
    if (baseline.status === 'blocked' || baseline.status === 'failed') return baseline;
    if (baseline.status === 'complete') {
      state.baseline = baseline.run;
      state.planned = baseline.run.plan.replications * (changes.length + 1);
    }
    await inTurns(changes, async (variations, i) => {
      if (abort.signal.aborted) return;
      const outcome = await run(applyVariations(study, variations));
      if (outcome.status === 'complete') variants[i] = { run: outcome.run };
      if (outcome.status === 'blocked') variants[i] = { issues: outcome.issues };
      if (outcome.status === 'failed') {
        state.failed = outcome.issue;
        cancel();
      }
      ticker.touch();
    });
  } finally {
    ticker.stop();
    signal.removeEventListener('abort', cancel);
  }
  if (state.failed) return { status: 'failed', issue: state.failed };
  return { status: abort.signal.aborted ? 'partial' : 'complete', variants: known() };
}
