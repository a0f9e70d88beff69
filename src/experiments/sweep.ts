/** How a figure follows one or two parameters: the same customers and the same luck at every point of a grid. */
import { summarise, type Issue, type KpiPath, type Study, type Summary } from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { betterOf } from './better.ts';
import { differenceOf, figureOf, type Difference } from './figures.ts';
import type { Parameter } from './parameters/parameter.ts';
import type { StudyRun } from './run-study.ts';
import { runVariants, type VariantOptions, type VariantRun, type Variants } from './run-variants.ts';
import type { Variation } from './variation.ts';

/** A parameter and the values it takes, in the order of the axis. */
export interface SweepAxis {
  readonly parameter: Parameter;
  /** Values in the unit of the parameter's quantity, or factors on what the scenario says. */
  readonly steps: readonly number[];
  readonly as: 'value' | 'factor';
}

/** One point of the grid: its steps by axis, and what came out, or why nothing did. */
export interface SweepPoint extends VariantRun {
  readonly steps: readonly number[];
}

export interface Sweep {
  readonly axes: readonly SweepAxis[];
  /** Row by row: the last axis changes fastest. Points not yet in have neither run nor issues. */
  readonly points: readonly SweepPoint[];
  /** The scenario as it is, for differences. */
  readonly baseline?: StudyRun;
}

export interface SweepOptions extends Omit<VariantOptions, 'onUpdate'> {
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
  { onUpdate, ...options }: SweepOptions = {},
): Promise<SweepOutcome> {
  const points = grid(axes);
  const sweepOf = ({ baseline, variants }: Variants): Sweep => ({
    axes,
    points: points.map((steps, i) => ({ steps, ...variants[i] })),
    ...(baseline ? { baseline } : {}),
  });
  const outcome = await runVariants(
    backend,
    study,
    points.map((steps) => variationsAt(axes, steps)),
    {
      ...options,
      ...(onUpdate
        ? {
            onUpdate: ({ done, planned, variants }) => {
              onUpdate({ done, planned, sweep: sweepOf(variants) });
            },
          }
        : {}),
    },
  );
  return 'variants' in outcome ? { status: outcome.status, sweep: sweepOf(outcome.variants) } : outcome;
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
