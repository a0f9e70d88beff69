/** Names of time units in menus and beside numbers. */
import { msg, str } from '@lit/localize';
import { TIME_UNITS, type TimeUnit } from '#simulation';
import { unitLabel } from '../format/index.ts';
import { locale } from '../i18n/locale.ts';
import type { Choice } from './choice.ts';

/** The unit after a number in a narrow input: `min`. */
export const unitAbbreviation = (unit: TimeUnit): string => unitLabel(unit, locale(), 'short');

/** The units of a menu. Nobody thinks in milliseconds: they only appear when a file uses them. */
export const unitChoices = (current: TimeUnit): readonly Choice<TimeUnit>[] =>
  TIME_UNITS.filter((unit) => unit === current || unit !== 'ms').map((unit) => ({
    value: unit,
    label: unitName(unit),
  }));

/** A day and a working day are easily taken for each other, so a menu says how long they are. */
function unitName(unit: TimeUnit): string {
  const name = unitLabel(unit, locale());
  if (unit === 'workday') return msg(str`${name} (8 h)`);
  return unit === 'day' ? msg(str`${name} (24 h)`) : name;
}
