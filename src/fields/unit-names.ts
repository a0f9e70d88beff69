/** Names of time units in the user's language. */
import { msg } from '@lit/localize';
import { TIME_UNITS, type TimeUnit } from '#simulation';
import type { Choice } from './choice.ts';


/** The unit as it stands after a number or in a menu. */
export function unitName(unit: TimeUnit): string {
  switch (unit) {
    case 'ms':
      return msg('milliseconds');
    case 's':
      return msg('seconds');
    case 'min':
      return msg('minutes');
    case 'h':
      return msg('hours');
    case 'workday':
      return msg('working days (8 h)');
    case 'day':
      return msg('days (24 h)');
    case 'week':
      return msg('weeks');
  }
}

/** The unit after a number in a narrow input. */
export function unitAbbreviation(unit: TimeUnit): string {
  switch (unit) {
    case 'ms':
      return msg('ms');
    case 's':
      return msg('s');
    case 'min':
      return msg('min');
    case 'h':
      return msg('h');
    case 'workday':
      return msg('wd');
    case 'day':
      return msg('d');
    case 'week':
      return msg('w');
  }
}

/** The units of a menu. Nobody thinks in milliseconds: they only appear when a file uses them. */
export const unitChoices = (current: TimeUnit): readonly Choice<TimeUnit>[] =>
  TIME_UNITS.filter((unit) => unit === current || unit !== 'ms').map((unit) => ({
    value: unit,
    label: unitName(unit),
  }));
