/** A comparison as one JSON object, which the page exports and the command line prints. */
import { rank, type Direction, type Estimate, type KpiPath } from '#simulation';
import type { PairedRuns } from '../alternative.ts';
import type { Bridge } from '../bridge.ts';
import { comparedFigure, comparedFigures } from '../figures.ts';
import { differenceEstimate, estimateOf, known, pathText, type DifferenceEstimate } from './document.ts';

export interface ComparisonDocument {
  readonly format: 'preflight-comparison/1';
  readonly engine: string;
  readonly seed: string;
  /** Paired replications. */
  readonly replications: number;
  /** The first is the baseline. `hash` is that of the design's own run. */
  readonly designs: readonly {
    readonly name: string;
    readonly model: { readonly file: string; readonly sha256: string };
    readonly scenario: { readonly id: string; readonly name: string };
    readonly hash: string;
  }[];
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly elementId: string | null }[];
  readonly figures: readonly {
    /** As in the result of a run, parts joined by `/`; elements by the baseline's id. */
    readonly path: string;
    readonly better: Direction | null;
    /** By design; null where a design has no such figure. */
    readonly values: readonly (Estimate | null)[];
    /** To the baseline, by design after the first. */
    readonly differences: readonly (DifferenceEstimate | null)[];
  }[];
  /** Of more than two designs, by one figure. */
  readonly ranking: {
    readonly path: string;
    readonly confidence: number;
    /** The best first; places a design can have given what is known, and those it cannot be told from (indices of `designs`). */
    readonly order: readonly {
      readonly design: number;
      readonly bestPlace: number;
      readonly worstPlace: number;
      readonly tiedWith: readonly number[];
    }[];
    /** Simultaneous intervals (Bonferroni). */
    readonly pairs: readonly {
      readonly first: number;
      readonly second: number;
      readonly value: number | null;
      readonly interval: readonly [number, number] | null;
      readonly detectable: boolean;
    }[];
  } | null;
  /** How single changes account for the difference to the second design. */
  readonly bridge: {
    readonly method: Bridge['method'];
    readonly figures: readonly {
      readonly path: string;
      readonly whole: Estimate;
      readonly steps: readonly {
        readonly changes: readonly string[];
        readonly alone: Estimate;
        readonly share: Estimate;
      }[];
    }[];
  } | null;
}

export interface ComparisonExtras {
  /** The figure to rank by; default the mean cycle time. */
  readonly primary?: KpiPath;
  readonly bridge?: { readonly bridge: Bridge; readonly paths: readonly KpiPath[] };
}

export function comparisonDocument(paired: PairedRuns, { primary, bridge }: ComparisonExtras = {}): ComparisonDocument {
  const { runs, seed, replications } = paired;
  return {
    format: 'preflight-comparison/1',
    engine: runs[0].result.document.engine,
    seed,
    replications,
    designs: runs.map(({ alternative: { name }, result: { document } }) => ({
      name,
      model: document.model,
      scenario: document.scenario,
      hash: document.hash,
    })),
    issues: [...paired.issues, ...runs.flatMap(({ result }) => result.issues)].map(({ code, severity, elementId }) => ({
      code,
      severity,
      elementId: elementId ?? null,
    })),
    figures: comparedFigures(paired).map(({ path, better, alternatives }) => ({
      path: pathText(path),
      better: better ?? null,
      values: alternatives.map((figure) => (figure ? estimateOf(figure) : null)),
      differences: alternatives
        .slice(1)
        .map((figure) => (figure?.difference ? differenceEstimate(figure.difference) : null)),
    })),
    ranking: runs.length > 2 ? rankingOf(paired, primary ?? ['cycleTime', 'mean']) : null,
    bridge: bridge ? bridgeOf(bridge.bridge, bridge.paths) : null,
  };
}

function rankingOf(paired: PairedRuns, path: KpiPath): ComparisonDocument['ranking'] {
  const { better = 'lower', alternatives } = comparedFigure(paired, path);
  const nothing = new Float64Array(paired.replications).fill(NaN);
  const { order, pairs, confidence } = rank(
    alternatives.map((figure) => figure?.values ?? nothing),
    better,
  );
  return {
    path: pathText(path),
    confidence,
    order: order.map(({ index, best, worst, tiedWith }) => ({
      design: index,
      bestPlace: best,
      worstPlace: worst,
      tiedWith,
    })),
    pairs: pairs.map(({ first, second, difference, interval, detectable }) => ({
      first,
      second,
      value: known(difference.mean),
      interval: interval ?? null,
      detectable,
    })),
  };
}

const bridgeOf = (bridge: Bridge, paths: readonly KpiPath[]): ComparisonDocument['bridge'] => ({
  method: bridge.method,
  figures: paths.flatMap((path) => {
    const effects = bridge.effects(path);
    if (!effects) return [];
    const steps = effects.steps.map(({ step, alone, share }) => ({
      changes: step.groups.map(({ key }) => key),
      alone: estimateOf(alone),
      share: estimateOf(share),
    }));
    return [{ path: pathText(path), whole: estimateOf(effects.whole), steps }];
  }),
});
