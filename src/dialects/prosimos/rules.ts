/** Prosimos' case attributes and its rules on them: alternatives of conditions that hold together. */
import type { CaseAttribute, DistributionParam, DistributionSpec, Formula } from '#simulation';
import { formulaOf } from '../../bpmn/index.ts';
import { itemsOf, numberFrom, numberIn, property, textIn } from '../json.ts';
import type { Report } from '../report.ts';
import { isDistribution, readDistribution, type Generation } from './distributions.ts';

/** A name as formulas know it. */
export const attributeName = (name: string): string => {
  const words = name.trim().replace(/[^\p{L}\p{N}_]+/gu, '_');
  return /^[\p{L}_]/u.test(words) ? words : `_${words}`;
};

export function readAttributes(list: unknown, generation: Generation, report: Report): readonly CaseAttribute[] {
  const attributes = new Map<string, CaseAttribute>();
  for (const item of itemsOf(list)) {
    const written = textIn(item, 'name') ?? '';
    const name = attributeName(written);
    const values = property(item, 'values');
    if (textIn(item, 'type') === 'discrete') {
      const shares = itemsOf(values).flatMap((value) => {
        const key = textIn(value, 'key');
        return key === undefined ? [] : [{ value: key, share: Math.max(0, numberIn(value, 'value') ?? 0) }];
      });
      if (shares.length > 0) attributes.set(name, { name, type: 'category', values: shares });
      else report.unusable('attributes', undefined, written);
      continue;
    }
    const read = isDistribution(values) ? readDistribution(values, generation) : undefined;
    if (!read) report.unusable('attributes', undefined, written);
    // Its numbers are amounts, not times: the unit goes, in whatever it was counted.
    else attributes.set(name, { name, type: 'number', distribution: plain(read.spec) });
  }
  return [...attributes.values()];
}

function plain({ type, params, unit }: DistributionSpec): DistributionSpec {
  const factor = unit === 'h' ? 3600 : unit === 'min' ? 60 : 1;
  const unscaled = ['shape', 'k', 'weights', 'alpha', 'beta'];
  const scaled: Record<string, DistributionParam> = { ...params };
  for (const [name, value] of Object.entries(params))
    if (!unscaled.includes(name))
      scaled[name] = typeof value === 'number' ? value * factor : value.map((v) => v * factor);
  return { type, params: scaled };
}

/** `[[{attribute, comparison, value}, …and], …or]` as a formula; undefined when a condition cannot be read. */
export function readRules(rules: unknown): Formula | undefined {
  const alternatives = itemsOf(rules).map((together) => {
    const list = Array.isArray(together) ? itemsOf(together) : [together];
    const conditions = list.map(condition);
    return conditions.every((text) => text !== undefined) ? conditions.join(' and ') : undefined;
  });
  if (alternatives.length === 0 || !alternatives.every((text) => text !== undefined)) return undefined;
  const text = alternatives.length === 1 ? alternatives[0] : alternatives.map((a) => `(${a})`).join(' or ');
  const formula = formulaOf(text ?? '');
  return formula.tree ? formula : undefined;
}

function condition(rule: unknown): string | undefined {
  const attribute = textIn(rule, 'attribute');
  const comparison = textIn(rule, 'comparison');
  const value = property(rule, 'value');
  if (attribute === undefined || comparison === undefined) return undefined;
  const name = attributeName(attribute);
  if (comparison === 'in') {
    const items = itemsOf(value);
    const [low, high] = items.map((item) => (item === 'inf' ? Infinity : numberFrom(item)));
    if (items.length === 2 && low !== undefined && high !== undefined)
      return high === Infinity ? `${name} >= ${low}` : `${name} >= ${low} and ${name} <= ${high}`;
    return items.length > 0 ? `${name} in (${items.map(literal).join(', ')})` : undefined;
  }
  const operator = comparison === '==' ? '=' : comparison;
  if (!['=', '!=', '<', '<=', '>', '>='].includes(operator)) return undefined;
  return `${name} ${operator} ${literal(value)}`;
}

const literal = (value: unknown): string => {
  const number = numberFrom(value);
  return number === undefined ? JSON.stringify(String(value)) : String(number);
};
