/** What a parameter that can be turned is called, and how its values are written. */
import { msg, str } from '@lit/localize';
import type { Study } from '#simulation';
import { displayUnit, secondsPer } from '../charts/time-unit.ts';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import type { KnownParameter, Parameter, Quantity } from '../experiments/index.ts';
import { formatMoney, formatNumber, formatPercent, unitLabel, type FormatLocale } from '../format/index.ts';
import { branchName, nameOf } from '../i18n/element-names.ts';
import { peopleWords } from './values-in-words.ts';

/** `Quality engineers: people`, `Decide responsibility: mean work time`. */
export function parameterName({ model, scenario }: Study, { kind, id, part }: Parameter): string {
  const name = nameOf(model, scenario, id);
  switch (kind) {
    case 'units':
      return part === undefined ? msg(str`${name}: people`) : msg(str`${name}: people, shift ${Number(part) + 1}`);
    case 'costPerHour':
      return msg(str`${name}: cost per hour`);
    case 'work':
      return msg(str`${name}: mean work time`);
    case 'delay':
      return msg(str`${name}: mean wait`);
    case 'latency':
      return msg(str`${name}: mean answer time`);
    case 'arrivals':
      return msg(str`${name}: arrivals`);
    case 'share':
      return msg(
        str`${nameOf(model, scenario, model.flows.find((f) => f.id === id)?.source ?? id)}: share of “${branchName(model, id)}”`,
      );
    case 'attribute':
      return msg(str`${id}: mean`);
    case 'attributeShare':
      return msg(str`${id}: share of “${part ?? ''}”`);
  }
}

/** A value of the parameter in words: `4 people`, `2.5 h`, `5.3 cases per day`. */
export function valueWords(quantity: Quantity, value: number, { scenario }: Study, locale: FormatLocale): string {
  switch (quantity) {
    case 'count':
      return peopleWords(value, locale);
    case 'time': {
      const unit = displayUnit(value, 'calendar');
      return `${formatNumber(value / secondsPer(unit), locale)} ${unitLabel(unit, locale, 'short')}`;
    }
    case 'rate':
      return msg(str`${formatNumber(value, locale, value < 1 ? 2 : 1)} cases per hour`);
    case 'share':
      return formatPercent(value, locale, 0);
    case 'money':
      return formatMoney(value, scenario.currency ?? DEFAULT_CURRENCY, locale);
    case 'number':
      return formatNumber(value, locale);
  }
}

/** Where a slider for it begins and ends, and its steps. */
export function rangeOf({ quantity, value }: Pick<KnownParameter, 'quantity' | 'value'>): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
} {
  if (quantity === 'count') return { min: 0, max: Math.max(2 * value, value + 4), step: 1 };
  if (quantity === 'share') return { min: 0, max: 1, step: 0.01 };
  const most = value > 0 ? 2 * value : 1;
  return { min: quantity === 'rate' ? most / 8 : 0, max: most, step: most / 200 };
}

export const keyOf = ({ kind, id, part }: Parameter): string => JSON.stringify([kind, id, part]);
