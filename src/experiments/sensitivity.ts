/** Which uncertain input moves a figure most: each in turn to the ends of its range, all else as it is, under the same luck. */
import type { KpiPath, Study } from '#simulation';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { betterOf } from './better.ts';
import { differenceOf, figureOf, type Difference } from './figures.ts';
import { parametersOf, type KnownParameter } from './parameters/index.ts';
import {
  runVariants,
  type VariantOptions,
  type VariantRun,
  type Variants,
  type VariantsOutcome,
} from './run-variants.ts';

/** An input and how far it may be off, as factors on what is stated. */
export interface UncertainInput extends KnownParameter {
  readonly low: number;
  readonly high: number;
}

/**
 * Inputs that are estimates of the world, each over its own range or ± `share` where it states none (default 20 %). Staffing and
 * costs are decisions, not estimates: they count only with a range of their own. Of a gateway and a category the last share is
 * left out, as it follows from the others.
 */
export function uncertainInputs(study: Study, share = 0.2): readonly UncertainInput[] {
  const decided = new Set(['units', 'costPerHour']);
  return parametersOf(study).flatMap((known): UncertainInput[] => {
    const { uncertainty, parameter, value } = known;
    if (decided.has(parameter.kind) && !uncertainty) return [];
    if (value === 0 || followsFromOthers(study, known)) return [];
    return [{ ...known, ...(uncertainty ?? { low: 1 - share, high: 1 + share }) }];
  });
}

function followsFromOthers({ model, scenario }: Study, { parameter: { kind, id, part } }: KnownParameter): boolean {
  if (kind === 'share') {
    const gateway = model.nodes.find(({ outgoing }) => outgoing.includes(id));
    return gateway?.type === 'bpmn:ExclusiveGateway' && gateway.outgoing.at(-1) === id;
  }
  if (kind !== 'attributeShare') return false;
  const attribute = scenario.attributes?.find(({ name }) => name === id);
  return attribute?.type === 'category' && attribute.values.at(-1)?.value === part;
}

/** One bar of a tornado: what the low and the high end do to the figure; undefined where the scenario cannot be run like that. */
export interface TornadoBar {
  readonly input: UncertainInput;
  readonly low?: Difference;
  readonly high?: Difference;
  /** The larger of both effects, by which bars are sorted. */
  readonly swing: number;
}

export interface Sensitivity {
  readonly inputs: readonly UncertainInput[];
  readonly variants: Variants;
}

export type SensitivityOutcome =
  | { readonly status: 'complete' | 'partial'; readonly sensitivity: Sensitivity }
  | Exclude<VariantsOutcome, { readonly variants: Variants }>;

/** Runs both ends of every input. `onUpdate` tells variants in pairs: low and high of the first input, of the second … */
export async function runSensitivity(
  backend: SimulationBackend,
  study: Study,
  inputs: readonly UncertainInput[] = uncertainInputs(study),
  options: VariantOptions = {},
): Promise<SensitivityOutcome> {
  const changes = inputs.flatMap(({ parameter, low, high }) => [
    [{ parameter, factor: low }],
    [{ parameter, factor: high }],
  ]);
  const outcome = await runVariants(backend, study, changes, options);
  if (!('variants' in outcome)) return outcome;
  return { status: outcome.status, sensitivity: { inputs, variants: outcome.variants } };
}

/** The bars for a figure, the longest first. Inputs are moved one at a time, so what they do together is not seen. */
export function tornado(
  { inputs, variants: { baseline, variants } }: Sensitivity,
  path: KpiPath,
): readonly TornadoBar[] {
  const base = baseline && figureOf(baseline.kpiPaths, baseline.kpis, path);
  if (!base) return [];
  const effect = (variant: VariantRun | undefined): Difference | undefined => {
    const values = variant?.run && figureOf(variant.run.kpiPaths, variant.run.kpis, path);
    return values && differenceOf(base, values, betterOf(path));
  };
  const bars = inputs.map((input, i): TornadoBar => {
    const low = effect(variants[2 * i]);
    const high = effect(variants[2 * i + 1]);
    const swing = Math.max(Math.abs(low?.mean ?? 0), Math.abs(high?.mean ?? 0));
    return { input, swing, ...(low ? { low } : {}), ...(high ? { high } : {}) };
  });
  return bars.sort((a, b) => b.swing - a.swing);
}
