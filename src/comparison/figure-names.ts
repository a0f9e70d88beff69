/** The headline figures of a scenario, before any run: which they are, their names and number formats. */
import { msg, str } from '@lit/localize';
import type { KpiPath, Scenario } from '#simulation';
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  type FormatLocale,
  type Formatter,
} from '../format/index.ts';

/** What a figure is counted in: seconds (of working time), a share of one, money, or a plain number. */
export type FigureUnit = 'time' | 'workingTime' | 'share' | 'money' | 'count';

export interface NamedFigure {
  readonly unit: FigureUnit;
  readonly name: string;
  readonly format: Formatter;
}

/** Figures worth a look when nobody says which. */
export function headlinePaths(scenario: Scenario): readonly KpiPath[] {
  return [
    ['cycleTime', 'mean'],
    ['cycleTime', 'p90'],
    ['businessCycleTime', 'mean'],
    ...(scenario.slas ?? []).map(({ id }) => ['slas', id, 'hitRate']),
    ['throughputPerDay'],
    ['wip', 'mean'],
    ['cost', 'perCase'],
    ['cost', 'paid'],
    ...(scenario.pools ?? []).map(({ id }) => ['resources', id, 'utilisation']),
  ];
}

/** A headline figure in words; others go by their path. */
export function namedFigure(path: KpiPath, scenario: Scenario, locale: FormatLocale): NamedFigure {
  const time: Formatter = (seconds) => formatDuration(seconds * 1000, { locale });
  const workingTime: Formatter = (seconds) => formatDuration(seconds * 1000, { locale, working: true });
  const share: Formatter = (value) => formatPercent(value, locale);
  const count: Formatter = (value) => formatNumber(value, locale);
  const money: Formatter = (amount) => formatMoney(amount, scenario.currency ?? 'CNY', locale);
  const [family, id = ''] = path;
  switch (path.join('/')) {
    case 'cycleTime/mean':
      return { name: msg('Cycle time'), unit: 'time', format: time };
    case 'cycleTime/p90':
      return { name: msg('90 of 100 cases within'), unit: 'time', format: time };
    case 'businessCycleTime/mean':
      return { name: msg('Cycle time in business hours'), unit: 'workingTime', format: workingTime };
    case 'throughputPerDay':
      return { name: msg('Completions per day'), unit: 'count', format: count };
    case 'wip/mean':
      return { name: msg('In progress, on average'), unit: 'count', format: count };
    case 'cost/perCase':
      return { name: msg('Cost per completed case'), unit: 'money', format: money };
    case 'cost/paid':
      return { name: msg('Cost of all shifts, worked or not'), unit: 'money', format: money };
  }
  if (family === 'slas')
    return { name: scenario.slas?.find((sla) => sla.id === id)?.name ?? id, unit: 'share', format: share };
  const pool = scenario.pools?.find((candidate) => candidate.id === id)?.name ?? id;
  if (family === 'resources') return { name: msg(str`Utilisation: ${pool}`), unit: 'share', format: share };
  return { name: path.join('/'), unit: 'count', format: count };
}
