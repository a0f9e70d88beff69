/** The report of a comparison: the question, the answer, why, and all that is needed to trace and to doubt it. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { Figure } from '../charts/experiments/figure.ts';
import { textCell, type FigureTable } from '../charts/figure-table.ts';
import { changeLine, type ParameterChange } from '../comparison/parameter-changes.ts';
import type { Statement } from '../comparison/statements.ts';
import type { AlternativeRun, PairedRuns } from '../experiments/index.ts';
import { formatNumber, formatSpan, NO_FIGURE, type FormatLocale } from '../format/index.ts';
import { issueText } from '../i18n/issues.ts';
import { assumptions } from './assumptions.ts';
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
      ...runs.flatMap((run) => problems(run)),
      ...listOr(paired.issues.map(issueText), undefined),
      heading(msg('How it was made')),
      { type: 'table', table: origin(runs, paired, locale) },
      heading(msg('Limits of this forecast')),
      { type: 'list', items: limits() },
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

function listOr(items: readonly string[], none: string | undefined): readonly Block[] {
  if (items.length > 0) return [{ type: 'list', items }];
  return none === undefined ? [] : [{ type: 'text', text: none }];
}

function problems({ alternative: { name }, result }: AlternativeRun): readonly Block[] {
  const found = result.issues.filter(({ severity }) => severity !== 'info');
  if (found.length === 0) return [{ type: 'text', text: msg(str`${name}: none.`) }];
  const said = ({ elementName, ...issue }: Issue): string =>
    elementName ? `${elementName}: ${issueText({ elementName, ...issue })}` : issueText(issue);
  return [
    { type: 'text', text: msg(str`${name}:`) },
    { type: 'list', items: found.map(said) },
  ];
}

/** Enough to make the same figures again. */
function origin(runs: readonly AlternativeRun[], paired: PairedRuns, locale: FormatLocale): FigureTable {
  const line = (label: string, of: (run: AlternativeRun) => string) => ({
    cells: [label, ...runs.map(of)].map(textCell),
  });
  const days = (ms: number): string =>
    formatSpan({ value: Number((ms / 86_400_000).toPrecision(4)), unit: 'day' }, locale);
  return {
    caption: msg('Seed, files, versions and fingerprints'),
    columns: ['', ...runs.map(({ alternative }) => alternative.name)].map((label) => ({ label, numeric: false })),
    rows: [
      line(msg('Seed'), () => paired.seed),
      line(msg('Replications'), () => formatNumber(paired.replications, locale, 0)),
      line(msg('Time observed'), ({ result: { plan } }) =>
        Number.isFinite(plan.horizon) ? days(plan.horizon) : NO_FIGURE,
      ),
      line(msg('Warm-up'), ({ result: { plan } }) => days(plan.warmUp)),
      line(msg('Scenario'), ({ result: { document } }) => document.scenario.name),
      line(msg('File'), ({ result: { document } }) => document.model.file),
      line(msg('SHA-256 of the file'), ({ result: { document } }) => document.model.sha256),
      line(msg('SHA-256 of the result'), ({ result: { document } }) => document.hash),
      line(msg('Version of the engine'), ({ result: { document } }) => document.engine),
    ],
  };
}

const limits = (): readonly string[] => [
  msg(
    'The intervals say how well the simulation knows its own mean. They do not say how well the model describes the real process.',
  ),
  msg(
    'A forecast is as good as its assumptions: those marked as guesses are to be measured before anyone decides on them.',
  ),
  msg(
    'People in the model neither learn nor tire nor change how they work when the process changes; a pilot shows what they do.',
  ),
  msg(
    'Both designs met the same cases and the same luck, so that the difference is the doing of the design. A single month of reality has luck of its own and may fall outside the intervals of a mean.',
  ),
];
