/** Figures of paired runs, found by their place in the result document and set against each other. */
import {
  comparePaired,
  probabilityBetter,
  replicationsToTell,
  shareBetter,
  summarise,
  type Direction,
  type KpiPath,
  type PairedDifference,
  type Summary,
} from '#simulation';
import type { AlternativeRun, PairedRuns } from './alternative.ts';
import { betterOf } from './better.ts';

/** One figure of all alternatives. */
export interface ComparedFigure {
  /** As the baseline calls it (elements that correspond count as one). */
  readonly path: KpiPath;
  /** Which way is good news; undefined where that depends on what one wants, e.g. of utilisation. */
  readonly better?: Direction;
  /** Per alternative, in their order; undefined where it has no such figure. `Summary` is over all replications. */
  readonly alternatives: readonly (FigureOfAlternative | undefined)[];
}

export interface FigureOfAlternative extends Summary {
  /** One value per replication; NaN = not measured. */
  readonly values: Float64Array;
  /** To the baseline; undefined for the baseline itself and where it has no such figure. */
  readonly difference?: Difference;
}

/** A paired difference with all that words about it need. Figures as in the result document: seconds, shares, money. */
export interface Difference extends PairedDifference {
  /** One difference per replication; NaN = not measured on one side. */
  readonly values: Float64Array;
  /** How sure the data make us that the alternative is better on average, 0..1; NaN where nothing differs or `better` is open. */
  readonly probabilityBetter: number;
  /** Share of the replications (pilots of this length) in which it was better, ties half; NaN as above. */
  readonly shareBetter: number;
  /** A difference worth telling: that observed, but at least 1 % of the baseline's mean, in one digit. */
  readonly worthTelling: number;
  /** Replications in all that would tell a difference of that size in four of five experiments; NaN, Infinity as in the engine. */
  readonly replicationsToTell: number;
}

/** Values of the figure at `path`, one per replication; undefined when there is no such figure. */
export function figureOf(
  kpiPaths: readonly KpiPath[],
  kpis: readonly Float64Array[],
  path: KpiPath,
): Float64Array | undefined {
  const index = kpiPaths.findIndex((p) => p.length === path.length && p.every((key, i) => key === path[i]));
  return index < 0 ? undefined : Float64Array.from(kpis, (vector) => vector[index] ?? NaN);
}

/** Every figure that any alternative has: those of the baseline first, in its order. */
export function comparedFigures(paired: PairedRuns): readonly ComparedFigure[] {
  const indices = paired.runs.map(indexOf);
  const paths = new Map<string, KpiPath>();
  for (const index of indices) for (const [key, { path }] of index) if (!paths.has(key)) paths.set(key, path);
  return [...paths].map(([key, path]) =>
    compared(
      path,
      paired.runs.map((run, i) => valuesAt(run, indices[i]?.get(key)?.at)),
    ),
  );
}

/** The figure at `path`, as the baseline calls it. */
export function comparedFigure(paired: PairedRuns, path: KpiPath): ComparedFigure {
  return compared(
    path,
    paired.runs.map((run) => valuesAt(run, indexOf(run).get(keyOf(path))?.at)),
  );
}

function compared(path: KpiPath, [base, ...others]: readonly (Float64Array | undefined)[]): ComparedFigure {
  const better = betterOf(path);
  return {
    path,
    ...(better ? { better } : {}),
    alternatives: [
      base && { values: base, ...summarise(base) },
      ...others.map(
        (values) =>
          values && {
            values,
            ...summarise(values),
            ...(base ? { difference: differenceOf(base, values, better) } : {}),
          },
      ),
    ],
  };
}

/** Sets one value per replication of a figure against that of the baseline. */
export function differenceOf(from: Float64Array, to: Float64Array, better: Direction | undefined): Difference {
  const paired = comparePaired(from, to);
  const worthTelling = oneDigit(Math.max(Math.abs(paired.mean), Math.abs(summarise(from).mean) / 100));
  return {
    ...paired,
    values: Float64Array.from(to, (value, i) => value - (from[i] ?? NaN)),
    probabilityBetter: better ? probabilityBetter(paired, better) : NaN,
    shareBetter: better && !paired.identical ? shareBetter(from, to, better) : NaN,
    worthTelling,
    replicationsToTell: replicationsToTell(paired, worthTelling),
  };
}

/** Where a run keeps each figure, by the key of the path the baseline would use. */
function indexOf(run: AlternativeRun): ReadonlyMap<string, { readonly path: KpiPath; readonly at: number }> {
  return new Map(
    run.kpiPaths.map((own, at) => {
      const path = sharedPath(run, own);
      return [keyOf(path), { path, at }];
    }),
  );
}

const valuesAt = ({ kpis }: AlternativeRun, at: number | undefined): Float64Array | undefined =>
  at === undefined ? undefined : Float64Array.from(kpis, (vector) => vector[at] ?? NaN);

const OF_ELEMENTS: ReadonlySet<string | undefined> = new Set(['activities', 'flows', 'events']);

/** The path with the element's twin in the baseline in place of the element. */
function sharedPath({ alternative }: AlternativeRun, path: KpiPath): KpiPath {
  const [family, id, ...rest] = path;
  const twin = id !== undefined && OF_ELEMENTS.has(family) ? alternative.study.elementKeys?.[id] : undefined;
  return twin === undefined || family === undefined ? path : [family, twin, ...rest];
}

const keyOf = (path: KpiPath): string => JSON.stringify(path);

const oneDigit = (value: number): number => Number(value.toPrecision(1));
