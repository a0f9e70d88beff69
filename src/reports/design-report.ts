/** The report of one design: the question, what to expect, the figures, and all that is needed to trace and to doubt them. */
import { msg, str } from '@lit/localize';
import type { Estimate, ProcessModel, SlaResult } from '#simulation';
import { caseTable } from '../charts/case-table.ts';
import type { ChartInput } from '../charts/chart.ts';
import { spreadTable } from '../charts/cycle-time-text.ts';
import type { FigureTable } from '../charts/figure-table.ts';
import { charts } from '../charts/index.ts';
import { familyTables } from '../charts/families/family-table.ts';
import { DEFAULT_CURRENCY, poolTable } from '../charts/pool-table.ts';
import { slaTable } from '../charts/sla-table.ts';
import { stepTable } from '../charts/step-table.ts';
import { precisionWords } from '../comparison/precision-words.ts';
import {
  formatDuration,
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  type FormatLocale,
} from '../format/index.ts';
import { assumptions } from './assumptions.ts';
import { limits, listOr, origin, problems } from './report-parts.ts';
import type { Block, Report } from './report.ts';

export interface DesignSource {
  readonly study: string;
  readonly design: string;
  readonly input: ChartInput;
  readonly model: ProcessModel;
  readonly diagram: SVGSVGElement;
  /** What speaks for and against the figures, sentence by sentence. */
  readonly checks: readonly string[];
  /** When the report is made, as it is to be read. */
  readonly madeAt: string;
  readonly locale: FormatLocale;
}

/** In this order; those that have nothing to show are left out. */
const CHARTS = [
  'cycle-time-distribution',
  'working-time-distribution',
  'time-decomposition',
  'step-times',
  'utilisation',
  'utilisation-by-hour',
  'cost-split',
  'work-in-progress',
];
const CHART = { width: 860, height: 300 };

export function designReport(source: DesignSource): Report {
  const { study, design, input, model, locale } = source;
  const { result, scenario } = input;
  const [first, ...rest] = answers(input, locale);
  const heading = (text: string): Block => ({ type: 'heading', text });
  const table = (one: FigureTable): readonly Block[] => (one.rows.length > 0 ? [{ type: 'table', table: one }] : []);
  const partial = result.partial
    ? [
        {
          type: 'text' as const,
          text: msg('The run was stopped before its end: the intervals are wider than planned.'),
        },
      ]
    : [];
  return {
    title: study,
    subtitle: msg(str`${design}, ${scenario.name} · simulated before the pilot · ${source.madeAt}`),
    language: locale,
    blocks: [
      heading(msg('Question')),
      { type: 'text', text: msg(str`What is to be expected of “${design}” under “${scenario.name}”?`) },
      ...(scenario.description ? [{ type: 'text' as const, text: scenario.description }] : []),
      heading(msg('Answer')),
      ...(first === undefined ? [] : [{ type: 'lead' as const, text: first }]),
      ...listOr(rest, undefined),
      ...partial,
      heading(msg('The process')),
      {
        type: 'picture',
        svg: source.diagram,
        title: design,
        alt: msg(str`Diagram: ${design}`),
        caption: model.processes
          .map(({ name }) => name)
          .filter(Boolean)
          .join(' · '),
      },
      heading(msg('All figures')),
      {
        type: 'text',
        text: msg(
          str`n = ${formatNumber(result.done, locale, 0)} replications; ± and brackets are 95 % intervals of the mean.`,
        ),
      },
      ...[slaTable, spreadTable, caseTable, stepTable, poolTable].flatMap((make) => table(make(input, locale))),
      ...familyTables(input, locale).flatMap(table),
      heading(msg('Pictures')),
      ...CHARTS.flatMap((id) => picture(id, input, locale)),
      heading(msg('How sure')),
      { type: 'list', items: source.checks },
      heading(msg('Assumptions and where they come from')),
      { type: 'table', table: assumptions(design, { model, scenario }, locale) },
      heading(msg('Problems found')),
      ...problems({ name: design, result }),
      heading(msg('How it was made')),
      { type: 'table', table: origin([{ name: design, result }], result.done, locale) },
      heading(msg('Limits of this forecast')),
      { type: 'list', items: [...limits(), ownLuck()] },
    ],
  };
}

function picture(id: string, input: ChartInput, locale: FormatLocale): readonly Block[] {
  const definition = charts.find((chart) => chart.id === id);
  const chart = definition?.read(input);
  if (!definition || !chart) return [];
  return [
    {
      type: 'picture',
      svg: chart.draw({ width: CHART.width, height: chart.height ?? CHART.height, locale, theme: 'paper' }),
      title: definition.title(),
      caption: chart.caption(locale),
      alt: chart.summary(locale),
    },
  ];
}

/** What a manager asks, in sentences; the first is the headline. */
function answers({ result, scenario }: ChartInput, locale: FormatLocale): readonly string[] {
  const { cycleTime, slas, resources, cost } = result.document;
  const time = (seconds: number): string => formatDuration(1000 * seconds, { locale });
  const money = (amount: number): string => formatMoney(amount, scenario.currency ?? DEFAULT_CURRENCY, locale);
  const share = (value: number): string => formatPercent(value, locale);
  const mean = said(cycleTime.mean, time);
  const slowest = said(cycleTime.p90, time);
  const [busiest] = Object.values(resources)
    .filter(({ utilisation }) => utilisation.value !== null)
    .sort((a, b) => (b.utilisation.value ?? 0) - (a.utilisation.value ?? 0));
  const sentences = [
    mean && slowest ? msg(str`A case takes ${mean} on average; 90 of 100 take at most ${slowest}.`) : undefined,
    ...slas.map((sla) => promiseWords(sla, locale)),
    busiest
      ? msg(str`The busiest people, ${busiest.name}, work ${said(busiest.utilisation, share) ?? ''} of their time.`)
      : undefined,
    cost.perCase.value ? msg(str`The work on a case costs ${said(cost.perCase, money) ?? ''}.`) : undefined,
    precisionWords(result, scenario, locale),
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}

function promiseWords({ name, limit, clock, target, hitRate }: SlaResult, locale: FormatLocale): string | undefined {
  const share = (value: number): string => formatPercent(value, locale);
  const kept = said(hitRate, share);
  if (kept === undefined) return undefined;
  const within = formatDuration(1000 * limit, { locale, working: clock === 'business' });
  const goal = formatPercent(target, locale, 0);
  const { ci95 } = hitRate;
  if (ci95 && ci95[0] >= target) return msg(str`${name}: ${kept} within ${within}. The target of ${goal} is met.`);
  if (ci95 && ci95[1] < target) return msg(str`${name}: ${kept} within ${within}. The target of ${goal} is missed.`);
  return msg(str`${name}: ${kept} within ${within}. Whether the target of ${goal} is met cannot be told yet.`);
}

/** `6 d 20 h (6 d 11 h–7 d 6 h)`; undefined when nothing was measured. */
function said(estimate: Estimate, write: (value: number) => string): string | undefined {
  if (estimate.value === null) return undefined;
  const interval = formatInterval(estimate, write);
  return interval === undefined ? write(estimate.value) : msg(str`${write(estimate.value)} (${interval})`);
}

const ownLuck = (): string =>
  msg('A single month of reality has luck of its own and may fall outside the intervals of a mean.');
