/** Names and number formats of the headline figures. */
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

export interface NamedFigure {
  readonly name: string;
  readonly format: Formatter;
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
      return { name: msg('Cycle time'), format: time };
    case 'cycleTime/p90':
      return { name: msg('90 of 100 cases within'), format: time };
    case 'businessCycleTime/mean':
      return { name: msg('Cycle time in business hours'), format: workingTime };
    case 'throughputPerDay':
      return { name: msg('Completions per day'), format: count };
    case 'wip/mean':
      return { name: msg('In progress, on average'), format: count };
    case 'cost/perCase':
      return { name: msg('Cost per completed case'), format: money };
    case 'cost/paid':
      return { name: msg('Cost of all shifts, worked or not'), format: money };
  }
  if (family === 'slas') return { name: scenario.slas?.find((sla) => sla.id === id)?.name ?? id, format: share };
  const pool = scenario.pools?.find((candidate) => candidate.id === id)?.name ?? id;
  if (family === 'resources') return { name: msg(str`Utilisation: ${pool}`), format: share };
  return { name: path.join('/'), format: count };
}
