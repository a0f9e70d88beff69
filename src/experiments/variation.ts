/** A change of a scenario as data: this parameter to that value, or times that factor. Sliders, sweeps and sensitivities are made of them. */
import type { Study } from '#simulation';
import { descriptorOf } from './parameters/index.ts';
import { sameParameter, type Parameter } from './parameters/parameter.ts';

export type Variation =
  /** In the unit of the parameter's quantity: seconds, cases per hour, 0..1, units, money per hour. */
  | { readonly parameter: Parameter; readonly value: number }
  /** Times what the scenario says. */
  | { readonly parameter: Parameter; readonly factor: number };

/** The value the variation asks for, kept within what the quantity allows; undefined when the study has no such parameter. */
export function valueOf(study: Study, variation: Variation): number | undefined {
  const { parameter } = variation;
  const { quantity, read } = descriptorOf(parameter.kind);
  const current = read(study, parameter);
  if (current === undefined) return undefined;
  const value = 'value' in variation ? variation.value : current * variation.factor;
  const positive = Math.max(0, value);
  return quantity === 'share' ? Math.min(1, positive) : quantity === 'count' ? Math.round(positive) : positive;
}

/**
 * The study with the variations applied to its (resolved) scenario, factors counting from that scenario. Variations of parameters
 * the study does not have change nothing. What was varied keeps its provenance.
 */
export function applyVariations(study: Study, variations: readonly Variation[]): Study {
  const pinned = variations.map(({ parameter }) => parameter);
  return variations.reduce((changed, variation) => {
    const { parameter } = variation;
    const value = valueOf(study, variation);
    if (value === undefined) return changed;
    const { write } = descriptorOf(parameter.kind);
    const others = pinned.filter((other) => other.kind === parameter.kind && !sameParameter(other, parameter));
    return { ...changed, scenario: write(changed, parameter, value, others) };
  }, study);
}
