/**
 * How much cases and periods vary, and how much we do not know: inputs are drawn from their ranges (outer level), each draw is run on
 * the same replications (inner level). The two are told apart by a two-way analysis of variance, input draws × replications.
 */
import { compile, experimentDraws, quantileOf, randomOrder, summarise, type KpiPath, type Study } from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { figureOf } from './figures.ts';
import { runVariants, type VariantOptions, type VariantsOutcome } from './run-variants.ts';
import type { UncertainInput } from './sensitivity.ts';
import type { StudyRun } from './run-study.ts';
import type { Variation } from './variation.ts';

/** The middle of something uncertain, and what lies around it in 90 of 100 cases. */
export interface UncertainBand {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** A figure on both levels. */
export interface TwoLevelFigure {
  /** How much the figure varies from period to period, inputs as stated: 5th to 95th percentile over replications. */
  readonly chance: UncertainBand;
  /** Where its mean may lie, given how far inputs may be off: 5th to 95th percentile over input draws, simulation noise taken out. */
  readonly knowledge: UncertainBand;
  /** Standard deviations of the two sources and of both together. */
  readonly sdChance: number;
  readonly sdKnowledge: number;
  /** Share of the variance of a single period that more knowledge of the inputs would remove, 0..1; NaN without any variance. */
  readonly shareKnowledge: number;
}

/** A percentile of the cycle times of all cases, in ms: with inputs as stated, and over the input draws. */
export interface TwoLevelQuantile {
  readonly p: number;
  readonly stated: number;
  readonly knowledge: UncertainBand;
}

export interface TwoLevel {
  readonly inputs: readonly UncertainInput[];
  /** Input draws that could be run. */
  readonly draws: number;
  readonly replications: number;
  /** With the inputs as stated. */
  readonly baseline?: StudyRun;
  /** Undefined when the study has no such figure. */
  figure(path: KpiPath): TwoLevelFigure | undefined;
  /** For two bands around the distribution of cycle times. */
  cycleTimes(ps: readonly number[]): readonly TwoLevelQuantile[];
}

export interface TwoLevelOptions extends VariantOptions {
  /** Input draws; default 40. */
  readonly draws?: number;
}

export type TwoLevelOutcome =
  | { readonly status: 'complete' | 'partial'; readonly twoLevel: TwoLevel }
  | Exclude<VariantsOutcome, { readonly variants: unknown }>;

/** Runs the study as stated and with every input draw; by default on ten replications or those the overrides say. */
export async function runTwoLevel(
  backend: SimulationBackend,
  study: Study,
  inputs: readonly UncertainInput[],
  { draws = 40, overrides, ...options }: TwoLevelOptions = {},
): Promise<TwoLevelOutcome> {
  const shared = { ...overrides, replications: overrides?.replications ?? 10 };
  const { seed } = compile(study, shared).plan;
  const outcome = await runVariants(backend, study, inputDraws(inputs, draws, seed), { ...options, overrides: shared });
  if (!('variants' in outcome)) return outcome;
  const { baseline, variants } = outcome.variants;
  const runs = variants.flatMap(({ run }) => run ?? []);
  return { status: outcome.status, twoLevel: twoLevelOf(inputs, baseline, runs) };
}

/**
 * Draws of all inputs by Latin hypercube (McKay, Beckman & Conover, Technometrics 21, 1979): of each input every equal part of its
 * probability comes up once. What is stated is the median, low and high are the limits, and between them all is equally likely.
 */
export function inputDraws(
  inputs: readonly UncertainInput[],
  draws: number,
  seed: string,
): readonly (readonly Variation[])[] {
  const columns = inputs.map(({ low, high }, i) => {
    const draw = experimentDraws(seed, `input ${i}`);
    return randomOrder(draw, draws, 0).map((stratum, k) => {
      const u = (stratum + draw(draws + k)) / draws;
      return u < 0.5 ? low + (1 - low) * 2 * u : 1 + (high - 1) * (2 * u - 1);
    });
  });
  return Array.from({ length: draws }, (_, k) =>
    inputs.map(({ parameter }, i) => ({ parameter, factor: columns[i]?.[k] ?? 1 })),
  );
}

function twoLevelOf(
  inputs: readonly UncertainInput[],
  baseline: StudyRun | undefined,
  runs: readonly StudyRun[],
): TwoLevel {
  return {
    inputs,
    draws: runs.length,
    replications: baseline?.kpis.length ?? 0,
    ...(baseline ? { baseline } : {}),
    figure(path) {
      const stated = baseline && figureOf(baseline.kpiPaths, baseline.kpis, path);
      const table = runs.map((run) => figureOf(run.kpiPaths, run.kpis, path) ?? new Float64Array());
      return stated && apart(stated, table);
    },
    cycleTimes: (ps) =>
      ps.map((p) => ({
        p,
        stated: baseline ? quantileOf(baseline.cycleTimes, p) : NaN,
        knowledge: bandOf(runs.map(({ cycleTimes }) => quantileOf(cycleTimes, p))),
      })),
  };
}

/** Two-way analysis of variance without repetition: rows are input draws, columns replications (Searle, Casella & McCulloch, Variance Components, §4.3). */
function apart(stated: Float64Array, table: readonly Float64Array[]): TwoLevelFigure {
  const rows = table.filter((row) => row.length === stated.length && row.every((value) => !Number.isNaN(value)));
  const columns = stated.length;
  const means = rows.map((row) => summarise(row).mean);
  const columnMeans = Array.from(stated, (_, c) => summarise(rows.map((row) => row[c] ?? NaN)).mean);
  const grand = summarise(means).mean;
  let residual = 0;
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const rest = value - (means[r] ?? NaN) - (columnMeans[c] ?? NaN) + grand;
      residual += rest * rest;
    });
  });
  const noise = residual / ((rows.length - 1) * (columns - 1));
  const between = summarise(means).sd ** 2;
  const knowledge = Math.max(0, between - noise / columns);
  const chance = summarise(stated).sd ** 2;
  // What of the spread of the means is knowledge is kept, what is noise is drawn in towards the middle.
  const shrink = between > 0 ? Math.sqrt(knowledge / between) : 1;
  return {
    chance: bandOf([...stated]),
    knowledge: bandOf(means.map((mean) => grand + (mean - grand) * shrink)),
    sdChance: Math.sqrt(chance),
    sdKnowledge: Math.sqrt(knowledge),
    shareKnowledge: knowledge / (knowledge + chance),
  };
}

/** 5th, 50th and 95th percentile, interpolated as everywhere (type 7); NaN values are left out. */
function bandOf(values: readonly number[]): UncertainBand {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (p: number): number => {
    const position = p * (sorted.length - 1);
    const low = sorted[Math.floor(position)] ?? NaN;
    return low + (position - Math.floor(position)) * ((sorted[Math.ceil(position)] ?? NaN) - low);
  };
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
}
