/** More than two designs in order of one figure: who can be told from whom, in a sentence and as a table. */
import { msg, str } from '@lit/localize';
import { rank, type Direction, type Ranked, type Ranking } from '#simulation';
import { signed } from '../charts/experiments/figure.ts';
import { textCell, type Cell, type FigureTable } from '../charts/figure-table.ts';
import { comparedFigure, type PairedRuns } from '../experiments/index.ts';
import { formatNumber, NO_FIGURE, type FormatLocale } from '../format/index.ts';
import type { Kpi } from './kpis.ts';

/** A figure of which one way is good news. */
export type RankedKpi = Kpi & { readonly better: Direction };

export const isRanked = (kpi: Kpi): kpi is RankedKpi => kpi.better !== undefined;

export interface RankingReading {
  readonly sentence: string;
  readonly table: FigureTable;
}

/** Intervals of all pairs hold together with 95 % (Bonferroni). `names` in the order of the runs. */
export function readRanking(
  paired: PairedRuns,
  names: readonly string[],
  kpi: RankedKpi,
  locale: FormatLocale,
): RankingReading {
  const { alternatives } = comparedFigure(paired, kpi.path);
  const nothing = new Float64Array(paired.replications).fill(NaN);
  const ranking = rank(
    alternatives.map((figure) => figure?.values ?? nothing),
    kpi.better,
  );
  const unit = kpi.kind === 'share' ? msg('percentage points') : kpi.unit;
  return {
    sentence: sentenceOf(ranking, names, kpi, locale),
    table: {
      caption: msg(str`Ranking by ${kpi.name}: all intervals hold together with 95 % (Bonferroni)`),
      columns: [
        { label: msg('Place'), numeric: false },
        { label: msg('Design'), numeric: false },
        { label: kpi.unit ? `${kpi.name} (${kpi.unit})` : kpi.name, numeric: true },
        { label: unit ? msg(str`To the first (${unit})`) : msg('To the first'), numeric: true },
        { label: msg('Cannot be told from'), numeric: false },
      ],
      rows: ranking.order.map((ranked) => {
        const figure = alternatives[ranked.index];
        return {
          cells: [
            placeCell(ranked),
            textCell(names[ranked.index] ?? ''),
            !figure || figure.count === 0
              ? { text: NO_FIGURE, sort: null }
              : { text: kpi.writing.number(figure.mean), sort: figure.mean },
            differenceCell(ranking, ranked.index, kpi),
            textCell(ranked.tiedWith.map((index) => names[index] ?? '').join(', ') || NO_FIGURE),
          ],
        };
      }),
    },
  };
}

/** Places a design can have: `2`, or `1–3` while it is tied. */
const placeCell = ({ best, worst }: Ranked): Cell => ({
  text: best === worst ? String(best) : `${best}–${worst}`,
  sort: best + worst / 1000,
});

function differenceCell({ order, pairs }: Ranking, index: number, { writing }: Kpi): Cell {
  const leader = order[0]?.index;
  const pair = pairs.find(
    ({ first, second }) => (first === leader ? second : first) === index && (first === leader || second === leader),
  );
  if (index === leader || !pair || pair.difference.count === 0) return { text: NO_FIGURE, sort: null };
  const sign = pair.first === leader ? 1 : -1;
  const { number } = signed(writing);
  const mean = sign * pair.difference.mean;
  if (!pair.interval) return { text: number(mean), sort: mean };
  const [low, high] = pair.interval.map((end) => sign * end).sort((a, b) => a - b);
  return { text: number(mean), sort: mean, interval: `${number(low ?? mean)} … ${number(high ?? mean)}` };
}

function sentenceOf({ order, pairs }: Ranking, names: readonly string[], kpi: Kpi, locale: FormatLocale): string {
  const [first] = order;
  if (!first || pairs.every(({ difference }) => difference.count < 2))
    return msg('Two replications at least are needed to rank designs.');
  const list = (indices: readonly number[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(indices.map((index) => `“${names[index] ?? ''}”`));
  const what = kpi.name;
  const rest = order.slice(1).map(({ index }) => index);
  // Who is not beaten by anybody may be the best.
  const leaders = order.filter(({ best }) => best === 1).map(({ index }) => index);
  if (leaders.length === 1)
    return msg(
      str`${what}: ${list(leaders)} is the best of ${formatNumber(order.length, locale, 0)}, told apart from ${list(rest)}.`,
    );
  if (leaders.length === order.length)
    return msg(str`${what}: no place can be given yet, each of ${list(leaders)} may be the best.`);
  const beaten = order.filter(({ best }) => best > 1).map(({ index }) => index);
  return msg(str`${what}: a tie at the top. ${list(leaders)} cannot be told apart; behind: ${list(beaten)}.`);
}
