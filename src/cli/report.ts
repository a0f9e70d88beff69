/** A result as text to read in a terminal: each figure with its 95 % interval, sections that have nothing to say left out. */
import { msg, str } from '@lit/localize';
import {
  DECOMPOSITION_PARTS,
  type Estimate,
  type ResultDocument,
  type RunResult,
  type Scenario,
  type SlaResult,
  type Spread,
} from '#simulation';
import { familyTables } from '../charts/families/family-table.ts';
import type { FigureTable } from '../charts/figure-table.ts';
import { partName } from '../charts/parts.ts';
import { precisionWords } from '../comparison/precision-words.ts';
import {
  formatDuration,
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSpan,
  type FormatLocale,
  type Formatter,
} from '../format/index.ts';
import { printable } from './terminal-text.ts';
import { table } from './table.ts';

/** The whole report, ending with a line break. */
export function report(result: RunResult, scenario: Scenario, locale: FormatLocale): string {
  const { document } = result;
  const show = formatters(scenario, locale);
  const sections = [
    heading(result, scenario, locale),
    section(msg('Cases'), caseRows(document, show)),
    section(msg('Cycle time'), spreadRows(document.cycleTime, show.time)),
    section(msg('Cycle time in business hours'), businessRows(document, show.workingTime)),
    slaSection(document, show),
    section(msg('Where the time of a case goes'), partRows(document, show)),
    activitySection(document, show),
    resourceSection(document, show),
    ...familyTables({ result, scenario }, locale).map(furtherSection),
    section(msg('Cost'), costRows(document, show)),
  ];
  return sections.filter((text) => text !== undefined).join('\n\n') + '\n';
}

type Formatters = Readonly<Record<'time' | 'workingTime' | 'hours' | 'share' | 'count' | 'money', Formatter>>;

function formatters(scenario: Scenario, locale: FormatLocale): Formatters {
  return {
    time: (seconds) => formatDuration(seconds * 1000, { locale }),
    workingTime: (seconds) => formatDuration(seconds * 1000, { locale, working: true }),
    // Days of 24 hours would mislead about work done in shifts.
    hours: (seconds) => formatSpan({ value: Number((seconds / 3600).toPrecision(3)), unit: 'h' }, locale),
    share: (share) => formatPercent(share, locale),
    count: (count) => formatNumber(count, locale),
    money: (amount) => formatMoney(amount, scenario.currency ?? 'CNY', locale),
  };
}

function heading(result: RunResult, scenario: Scenario, locale: FormatLocale): string {
  const { document, plan, partial, done } = result;
  const planned = formatNumber(plan.replications, locale, 0);
  const count = formatNumber(done, locale, 0);
  const replications = partial
    ? msg(str`Partial: ${count} of ${planned} replications`)
    : done === 1
      ? msg('1 replication, so no intervals')
      : msg(str`${count} replications, means with 95 % intervals`);
  const seed = printable(plan.seed);
  const precision = precisionWords(result, scenario, locale);
  return `${printable(document.model.file)} · ${printable(document.scenario.name)}\n${replications} · ${msg(str`seed “${seed}”`)}${precision === undefined ? '' : `\n${printable(precision)}`}`;
}

type Row = readonly [name: string, estimate: Estimate, formatter: Formatter];

/** Name, figure and interval; rows without a figure are left out, and the section with them. */
function section(title: string, rows: readonly Row[]): string | undefined {
  const known = rows.filter(([, estimate]) => estimate.value !== null);
  if (known.length === 0) return undefined;
  return table(
    [title, msg('Mean'), msg('95 % interval')],
    known.map(([name, estimate, formatter]) => [
      name,
      valueOf(estimate, formatter),
      formatInterval(estimate, formatter) ?? '',
    ]),
  );
}

const valueOf = ({ value }: Estimate, formatter: Formatter): string => (value === null ? '' : formatter(value));

function caseRows({ cases, throughputPerDay, arrivalsPerDay, wip }: ResultDocument, show: Formatters): Row[] {
  return [
    [msg('Started'), cases.started, show.count],
    [msg('Completed'), cases.completed, show.count],
    ...(cases.failed.value ? ([[msg('Failed'), cases.failed, show.count]] as const) : []),
    [msg('Still open at the end'), cases.open, show.count],
    [msg('Arrivals per day'), arrivalsPerDay, show.count],
    [msg('Completions per day'), throughputPerDay, show.count],
    [msg('In progress, on average'), wip.mean, show.count],
    [msg('In progress, at most'), wip.max, show.count],
  ];
}

function spreadRows(spread: Spread, time: Formatter): Row[] {
  return [
    [msg('Mean'), spread.mean, time],
    [msg('Standard deviation'), spread.sd, time],
    [msg('Half of the cases within'), spread.p50, time],
    [msg('80 of 100 cases within'), spread.p80, time],
    [msg('90 of 100 cases within'), spread.p90, time],
    [msg('95 of 100 cases within'), spread.p95, time],
    [msg('Shortest'), spread.min, time],
    [msg('Longest'), spread.max, time],
  ];
}

/** Not repeated where business hours are around the clock. */
const businessRows = ({ cycleTime, businessCycleTime }: ResultDocument, time: Formatter): Row[] =>
  businessCycleTime.mean.value === cycleTime.mean.value ? [] : spreadRows(businessCycleTime, time);

function slaSection({ slas }: ResultDocument, show: Formatters): string | undefined {
  if (slas.length === 0) return undefined;
  return table(
    [msg('Service levels'), msg('Limit'), msg('Target'), msg('Reached'), msg('95 % interval'), msg('Verdict')],
    slas.map((sla) => [
      sla.name || sla.id,
      (sla.clock === 'business' ? show.workingTime : show.time)(sla.limit),
      show.share(sla.target),
      valueOf(sla.hitRate, show.share) || msg('not measured'),
      formatInterval(sla.hitRate, show.share) ?? '',
      verdict(sla),
    ]),
  );
}

/** Only an interval clear of the target decides. */
function verdict({ hitRate: { value, ci95 }, target }: SlaResult): string {
  if (value === null) return '';
  if (!ci95) return msg('too few replications to tell');
  if (ci95[0] >= target) return msg('met');
  return ci95[1] < target ? msg('missed') : msg('too close to tell');
}

function partRows({ decomposition, touchTime, flowEfficiency }: ResultDocument, show: Formatters): Row[] {
  const parts = DECOMPOSITION_PARTS.filter((part) => decomposition[part].value !== 0);
  return [
    ...parts.map((part): Row => [partName(part), decomposition[part], show.time]),
    [msg('Work on the case, all people together'), touchTime.mean, show.time],
    [msg('Share of the cycle time with work'), flowEfficiency, show.share],
  ];
}

function activitySection({ activities }: ResultDocument, show: Formatters): string | undefined {
  const rows = Object.values(activities);
  if (rows.length === 0) return undefined;
  return table(
    [
      msg('Activities'),
      msg('Executions'),
      msg('Waiting'),
      msg('Waiting, 95 % interval'),
      msg('Work'),
      msg('In all'),
      msg('Queue'),
      msg('Cost'),
    ],
    rows.map((a) => [
      a.name,
      valueOf(a.executions, show.count),
      valueOf(a.queue.mean, show.time),
      formatInterval(a.queue.mean, show.time) ?? '',
      valueOf(a.work.mean, show.time),
      valueOf(a.elapsed.mean, show.time),
      valueOf(a.queueLength.mean, show.count),
      unlessZero(a.cost, show.money),
    ]),
  );
}

function resourceSection({ resources }: ResultDocument, show: Formatters): string | undefined {
  const rows = Object.values(resources);
  if (rows.length === 0) return undefined;
  return table(
    [
      msg('Resources'),
      msg('Units'),
      msg('Utilisation'),
      msg('95 % interval'),
      msg('Worked'),
      msg('Overtime'),
      msg('Queue'),
      msg('Cost of work'),
      msg('Cost of shifts'),
    ],
    rows.map((r) => [
      r.name,
      r.capacity === null ? msg('unlimited') : show.count(r.capacity),
      valueOf(r.utilisation, show.share),
      formatInterval(r.utilisation, show.share) ?? '',
      valueOf(r.busy, show.hours),
      unlessZero(r.overtime, show.hours),
      valueOf(r.queueLength.mean, show.count),
      unlessZero(r.cost, show.money),
      unlessZero(r.paid, show.money),
    ]),
  );
}

/** Figures that only some models have. */
const furtherSection = ({ caption, columns, rows }: FigureTable): string | undefined =>
  rows.length === 0
    ? undefined
    : table(
        [caption, ...columns.slice(1).map(({ label }) => label)],
        rows.map(({ cells }) => cells.map(({ text, interval }) => (interval ? `${text} ${interval}` : text))),
      );

const unlessZero = (estimate: Estimate, formatter: Formatter): string =>
  estimate.value === 0 ? '' : valueOf(estimate, formatter);

function costRows({ cost }: ResultDocument, show: Formatters): Row[] {
  if (!cost.busy.value && !cost.paid.value && !cost.perCase.value) return [];
  return [
    [msg('Per completed case'), cost.perCase, show.money],
    [msg('Of the work done'), cost.busy, show.money],
    [msg('Of all shifts, worked or not'), cost.paid, show.money],
  ];
}
