/** How a figure follows one or two parameters: the same customers and the same luck at every point of a grid. */
import { summarise, type Issue, type KpiPath, type RunOverrides, type Study, type Summary } from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { Ticker, UPDATE_TIME } from '../runs/ticker.ts';
import { betterOf } from './better.ts';
import { differenceOf, figureOf, type Difference } from './figures.ts';
import type { Parameter } from './parameters/parameter.ts';
import { inTurns, runStudy, type StudyRun } from './run-study.ts';
import { applyVariations, type Variation } from './variation.ts';

/** A parameter and the values it takes, in the order of the axis. */
export interface SweepAxis {
  readonly parameter: Parameter;
  /** Values in the unit of the parameter's quantity, or factors on what the scenario says. */
  readonly steps: readonly number[];
  readonly as: 'value' | 'factor';
}

/** One point of the grid: its steps by axis, and what came out, or why nothing did. */
export interface SweepPoint {
  readonly steps: readonly number[];
  readonly run?: StudyRun;
  /** What is wrong with the scenario at this point; the others go on. */
  readonly issues?: readonly Issue[];
}

export interface Sweep {
  readonly axes: readonly SweepAxis[];
  /** Row by row: the last axis changes fastest. Points not yet in have neither run nor issues. */
  readonly points: readonly SweepPoint[];
  /** The scenario as it is, for differences. */
  readonly baseline?: StudyRun;
}

export interface SweepOptions {
  /** Number of replications and seed; default those of the scenario. */
  readonly overrides?: RunOverrides;
  readonly signal?: AbortSignal;
  /** A few times a second. */
  readonly onUpdate?: (update: SweepUpdate) => void;
}

export interface SweepUpdate {
  /** Replications. */
  readonly done: number;
  readonly planned: number;
  readonly sweep: Sweep;
}

export type SweepOutcome =
  /** `partial`: cancelled; the points that were finished are there. */
  | { readonly status: 'complete' | 'partial'; readonly sweep: Sweep }
  /** The scenario as it is cannot be run. */
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

/** Runs the study at every point of the grid. One or two axes make a line or a heat map; more are possible. */
export async function runSweep(
  backend: SimulationBackend,
  study: Study,
  axes: readonly SweepAxis[],
  { overrides, signal = new AbortController().signal, onUpdate }: SweepOptions = {},
): Promise<SweepOutcome> {
  const points = grid(axes).map((steps): { -readonly [K in keyof SweepPoint]: SweepPoint[K] } => ({ steps }));
  const state: { baseline?: StudyRun; done: number; planned: number; ended?: SweepOutcome } = { done: 0, planned: 0 };
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  const sweep = (): Sweep => ({
    axes,
    points: points.map((point) => ({ ...point })),
    ...(state.baseline ? { baseline: state.baseline } : {}),
  });
  const ticker = new Ticker(UPDATE_TIME, () =>
    onUpdate?.({ done: state.done, planned: state.planned, sweep: sweep() }),
  );

  const runAt = async (varied: Study, point: (typeof points)[number] | undefined): Promise<void> => {
    if (abort.signal.aborted) return;
    const outcome = await runStudy(backend, varied, {
      ...(overrides ? { overrides } : {}),
      signal: abort.signal,
      onReplication: () => {
        state.done++;
        ticker.touch();
      },
    });
    switch (outcome.status) {
      case 'complete':
        if (point) point.run = outcome.run;
        else {
          state.baseline = outcome.run;
          state.planned = outcome.run.plan.replications * (points.length + 1);
        }
        break;
      case 'blocked':
        if (point) point.issues = outcome.issues;
        else state.ended = outcome;
        break;
      case 'failed':
        state.ended = outcome;
        cancel();
        break;
      case 'cancelled':
    }
    ticker.touch();
  };
  try {
    await runAt(study, undefined);
    if (!state.ended)
      await inTurns(points, (point) => runAt(applyVariations(study, variationsAt(axes, point.steps)), point));
  } finally {
    ticker.stop();
    signal.removeEventListener('abort', cancel);
  }
  return state.ended ?? { status: abort.signal.aborted ? 'partial' : 'complete', sweep: sweep() };
}

/** The changes that lead from the scenario to a point. */
export const variationsAt = (axes: readonly SweepAxis[], steps: readonly number[]): readonly Variation[] =>
  axes.map(({ parameter, as }, i) => {
    const step = steps[i] ?? NaN;
    return as === 'value' ? { parameter, value: step } : { parameter, factor: step };
  });

/** A figure at a point. */
export interface SweepFigure extends Summary {
  /** To the scenario as it is. */
  readonly difference: Difference;
}

/** The figure at `path` at every point, in their order; undefined where a point is not in or has no such figure. */
export function sweepFigures({ points, baseline }: Sweep, path: KpiPath): readonly (SweepFigure | undefined)[] {
  const base = baseline && figureOf(baseline.kpiPaths, baseline.kpis, path);
  return points.map(({ run }) => {
    const values = run && figureOf(run.kpiPaths, run.kpis, path);
    return values && base
      ? { ...summarise(values), difference: differenceOf(base, values, betterOf(path)) }
      : undefined;
  });
}

function grid(axes: readonly SweepAxis[]): readonly (readonly number[])[] {
  return axes.reduce<readonly (readonly number[])[]>(
    (points, { steps }) => points.flatMap((point) => steps.map((step) => [...point, step])),
    [[]],
  );
}
