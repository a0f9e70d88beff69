/** The report of a comparison: the question, the answer, why, and all that is needed to trace and to doubt it. */
import { msg, str } from '@lit/localize';
import type { Figure } from '../charts/experiments/figure.ts';
import type { FigureTable } from '../charts/figure-table.ts';
import { changeLine, type ParameterChange } from '../comparison/parameter-changes.ts';
import type { Statement } from '../comparison/statements.ts';
import type { PairedRuns } from '../experiments/index.ts';
import { formatNumber, type FormatLocale } from '../format/index.ts';
import { issueText } from '../i18n/issues.ts';
import { assumptions } from './assumptions.ts';
import { limits, listOr, origin, problems } from './report-parts.ts';
import type { Block, Report } from './report.ts';

export interface ComparisonSource {
  readonly study: string;
  readonly paired: PairedRuns;
  readonly names: readonly string[];
  /** Alternative set against the baseline. */
  readonly index: number;
  readonly statements: readonly Statement[];
  readonly table: FigureTable;
  readonly charts: readonly Figure[];
  /** Which change does what, in sentences; empty where it was not calculated. */
  readonly reasons: readonly string[];
  /** Tables beside the charts, such as those of the bridge. */
  readonly tables: readonly FigureTable[];
  readonly changes: readonly ParameterChange[];
  /** What came, went or changed on the diagram, line by line. */
  readonly elements: readonly string[];
  /** Both diagrams with their marks. */
  readonly diagrams: readonly { readonly name: string; readonly svg: SVGSVGElement }[];
  /** When the report is made, as it is to be read. */
  readonly madeAt: string;
  readonly locale: FormatLocale;
}

const CHART = { width: 860, height: 320 };

export function comparisonReport(source: ComparisonSource): Report {
  const { study, names, index, statements, paired, locale } = source;
  const [from, to] = [names[0] ?? '', names[index] ?? ''];
  const [first, ...rest] = statements;
  const runs = [paired.runs[0], paired.runs[index] ?? paired.runs[0]];
  const results = runs.map(({ alternative: { name }, result }) => ({ name, result }));
  const heading = (text: string): Block => ({ type: 'heading', text });
  return {
    title: study,
    subtitle: msg(str`${from} against ${to} · simulated before the pilot · ${source.madeAt}`),
    language: locale,
    blocks: [
      heading(msg('Question')),
      { type: 'text', text: msg(str`What is to be expected when “${to}” takes the place of “${from}”?`) },
      heading(msg('Answer')),
      ...(first ? [{ type: 'lead' as const, text: first.text }] : []),
      { type: 'list', items: rest.map(({ text }) => text) },
      heading(msg('What changed')),
      ...source.diagrams.map(({ name, svg }) => diagram(name, svg)),
      ...listOr(source.elements, msg('The diagrams are the same.')),
      ...listOr(source.changes.map(changeLine), msg('All parameters are the same.')),
      ...(source.reasons.length > 0 ? [heading(msg('Which change does what'))] : []),
      ...listOr(source.reasons, undefined),
      heading(msg('All figures')),
      {
        type: 'text',
        text: msg(
          str`n = ${formatNumber(paired.replications, locale, 0)} paired replications; ± and brackets are 95 % intervals of the mean.`,
        ),
      },
      { type: 'table', table: source.table },
      heading(msg('Pictures')),
      ...source.charts.map((chart) => picture(chart, locale)),
      ...source.tables.map((table) => ({ type: 'table' as const, table })),
      heading(msg('Assumptions and where they come from')),
      ...runs.map((run): Block => ({
        type: 'table',
        table: assumptions(run.alternative.name, run.alternative.study, locale),
      })),
      heading(msg('Problems found')),
      ...results.flatMap(problems),
      ...listOr(paired.issues.map(issueText), undefined),
      heading(msg('How it was made')),
      { type: 'table', table: origin(results, paired.replications, locale) },
      heading(msg('Limits of this forecast')),
      { type: 'list', items: [...limits(), sameLuck()] },
    ],
  };
}

const diagram = (name: string, svg: SVGSVGElement): Block => ({
  type: 'picture',
  svg,
  title: name,
  alt: msg(str`Diagram: ${name}`),
  caption: msg('Marks on the diagram: + added, − removed, ≠ changed, ↔ moved.'),
});

const picture = (chart: Figure, locale: FormatLocale): Block => ({
  type: 'picture',
  svg: chart.draw({ width: CHART.width, height: chart.height ?? CHART.height, locale, theme: 'paper' }),
  title: chart.title,
  caption: chart.caption(locale),
  alt: chart.summary(locale),
});

const sameLuck = (): string =>
  msg(
    'Both designs met the same cases and the same luck, so that the difference is the doing of the design. A single month of reality has luck of its own and may fall outside the intervals of a mean.',
  );
