/** A paired run as the page shows it: sentences, tables and charts, made once per result. */
import { msg } from '@lit/localize';
import type { KpiPath } from '#simulation';
import type { ChartInput } from '../../../charts/chart.ts';
import type { Figure } from '../../../charts/experiments/figure.ts';
import { overlaidDistribution } from '../../../charts/experiments/overlaid-distribution.ts';
import { pairedDifferences } from '../../../charts/experiments/paired-differences.ts';
import { timeBeforeAfter } from '../../../charts/experiments/time-before-after.ts';
import { utilisationBeforeAfter } from '../../../charts/experiments/utilisation-before-after.ts';
import type { FigureTable } from '../../../charts/figure-table.ts';
import { comparisonTable, type ComparedKpi } from '../../../comparison/comparison-table.ts';
import { MAIN_PATH, samePath } from '../../../comparison/figure-list.ts';
import { kpisOf } from '../../../comparison/kpis.ts';
import { statementOf, type Statement } from '../../../comparison/statements.ts';
import { comparedFigure, type PairedRuns } from '../../../experiments/index.ts';
import type { FormatLocale } from '../../../format/index.ts';

export interface ComparisonReading {
  readonly rows: readonly ComparedKpi[];
  /** The mean cycle time first, then the promises, then the rest in their order. */
  readonly statements: readonly Statement[];
  readonly table: FigureTable;
  readonly charts: readonly Figure[];
}

/** Alternative `index` of the paired runs against the baseline. `focus`: the figure whose differences are drawn. */
export function readComparison(
  paired: PairedRuns,
  names: readonly string[],
  index: number,
  locale: FormatLocale,
  focus: KpiPath = MAIN_PATH,
): ComparisonReading {
  const [from, to] = [paired.runs[0], paired.runs[index] ?? paired.runs[0]];
  const inputs = [from, to].map(({ result, alternative }): ChartInput => ({
    result,
    scenario: alternative.study.scenario,
  }));
  const kpis = kpisOf(
    inputs.map(({ result, scenario }) => ({ document: result.document, scenario })),
    locale,
  );
  const rows = kpis.map((kpi) => ({ kpi, figure: comparedFigure(paired, kpi.path) }));
  const statements = rows.flatMap(
    ({ kpi, figure }) => statementOf(kpi, figure, index, { name: names[index] ?? '', locale }) ?? [],
  );
  return {
    rows,
    statements: [...statements].sort((a, b) => weightOf(a) - weightOf(b)),
    table: comparisonTable(rows, names, index, locale),
    charts: chartsOf(rows, inputs, [names[0] ?? '', names[index] ?? ''], index, focus),
  };
}

/** What a manager asks first. */
const weightOf = ({ kpi: { path } }: Statement): number => {
  if (samePath(path, MAIN_PATH)) return 0;
  if (path[0] === 'slas') return 1;
  if (path[0] === 'cost') return 2;
  return 3;
};

function chartsOf(
  rows: readonly ComparedKpi[],
  [a, b]: readonly ChartInput[],
  names: readonly string[],
  index: number,
  focus: KpiPath,
): readonly Figure[] {
  if (!a || !b) return [];
  const [from, to] = [
    { name: names[0] ?? '', input: a },
    { name: names[1] ?? '', input: b },
  ];
  const row = rows.find(({ kpi }) => samePath(kpi.path, focus)) ?? rows[0];
  return [
    overlaidDistribution(from, to),
    row && differences(row, index),
    timeBeforeAfter(from, to),
    utilisationBeforeAfter(from, to),
  ].filter((figure) => figure !== undefined);
}

/** The difference of a figure in each replication. */
export function differences({ kpi, figure }: ComparedKpi, index: number): Figure | undefined {
  const difference = figure.alternatives[index]?.difference;
  if (!difference || difference.count === 0) return undefined;
  const [low, high] = difference.interval ?? [difference.mean, difference.mean];
  return pairedDifferences({
    name: kpi.unit ? `${kpi.name} (${kpi.kind === 'share' ? msg('percentage points') : kpi.unit})` : kpi.name,
    values: difference.values,
    mean: { value: difference.mean, low, high },
    writing: () => kpi.writing,
    perUnit: kpi.perUnit,
    better: kpi.better,
  });
}
