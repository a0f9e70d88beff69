/** Where the labels of vertical lines go: in rows above a picture, like flags on poles, so that no line runs through a label. */
import { ellipsis, textWidth } from './labels.ts';

/** A vertical line and the ways to say what it is, the fullest first. */
export interface Flag {
  /** Place in pixels. */
  readonly at: number;
  readonly texts: readonly string[];
}

/** A flag in its place. */
export interface RaisedFlag<F extends Flag> {
  readonly flag: F;
  /** 0 is next to the picture. */
  readonly row: number;
  /** Pixels. The label covers its line or begins or ends beside it. */
  readonly left: number;
  readonly width: number;
  readonly text: string;
}

export interface FlagArea {
  /** Pixels between which labels may stand. */
  readonly from: number;
  readonly to: number;
  readonly fontSize: number;
  /** Labels are shortened rather than taking more rows than this, where that helps. */
  readonly rows: number;
}

/** Pixels between a label and a line, and between two labels. */
const BESIDE_LINE = 5;
const BESIDE_LABEL = 10;

interface Written<F extends Flag> {
  readonly flag: F;
  readonly text: string;
  readonly width: number;
}

/**
 * Raises flags in rows from the picture up. A line ends at its label, so it is in the way of the labels below it only: those keep to
 * their side of it. `low` goes to the row next to the picture as far as it fits there; the rest of it joins `high`.
 */
export function raiseFlags<F extends Flag>(
  low: readonly F[],
  high: readonly F[],
  area: FlagArea,
): readonly RaisedFlag<F>[] {
  const all = [...low, ...high].sort((a, b) => a.at - b.at);
  const lowest = lowRow(low, all, area);
  const above = all.filter((flag) => !lowest.some((raised) => raised.flag === flag));
  let best: readonly RaisedFlag<F>[] | undefined;
  for (let detail = 0; detail < Math.max(1, ...above.map(({ texts }) => texts.length)); detail++) {
    const raised = [...lowest, ...highRows(above, detail, lowest.length > 0 ? 1 : 0, area)];
    if (!best || rowsOf(raised) < rowsOf(best)) best = raised;
    if (rowsOf(best) <= area.rows) break;
  }
  return best ?? lowest;
}

/** Number of rows the flags take. */
export const rowsOf = (raised: readonly RaisedFlag<Flag>[]): number =>
  Math.max(-1, ...raised.map(({ row }) => row)) + 1;

/** All of them, said equally fully, or else as many as there is room for. */
function lowRow<F extends Flag>(flags: readonly F[], all: readonly F[], area: FlagArea): readonly RaisedFlag<F>[] {
  const most = Math.max(0, ...flags.map(({ texts }) => texts.length));
  for (let detail = 0; detail < most; detail++) {
    const raised = raiseRow(
      flags.map((flag) => written(flag, detail, area)),
      all,
      0,
      area,
    );
    if (raised) return raised;
  }
  return fillRow(
    flags.map((flag) => written(flag, most, area)),
    [],
    all,
    0,
    area,
  );
}

function highRows<F extends Flag>(
  flags: readonly F[],
  detail: number,
  firstRow: number,
  area: FlagArea,
): readonly RaisedFlag<F>[] {
  const raised: RaisedFlag<F>[] = [];
  let left = flags;
  for (let row = firstRow; left.length > 0; row++) {
    const first = easiest(left, detail, area);
    const others = left.filter((flag) => flag !== first.flag).map((flag) => written(flag, detail, area));
    const members = fillRow(others, [first], left, row, area);
    raised.push(...members);
    left = left.filter((flag) => !members.some((member) => member.flag === flag));
  }
  return raised;
}

/** The flag that can be said most fully below the others; where none fits, the one with the most room, cut to it. */
function easiest<F extends Flag>(all: readonly F[], detail: number, area: FlagArea): Written<F> {
  const rooms = all.map((flag) => ({ flag, room: roomOf(flag, all, area) })).sort((a, b) => b.room - a.room);
  const most = Math.max(...all.map(({ texts }) => texts.length));
  for (let next = detail; next < most; next++) {
    const found = rooms.map(({ flag }) => written(flag, next, area)).find((one) => raiseRow([one], all, 0, area));
    if (found) return found;
  }
  const [widest] = rooms;
  if (!widest) throw new Error('no flag to raise');
  const text = ellipsis(written(widest.flag, most, area).text, widest.room, area.fontSize, 600);
  return { flag: widest.flag, text, width: Math.min(widest.room, textWidth(text, area.fontSize, 600)) };
}

/** As many of the candidates as fit into a row beside its members. */
function fillRow<F extends Flag>(
  candidates: readonly Written<F>[],
  members: readonly Written<F>[],
  all: readonly F[],
  row: number,
  area: FlagArea,
): readonly RaisedFlag<F>[] {
  let chosen = members;
  let raised = raiseRow(chosen, all, row, area) ?? [];
  for (const candidate of candidates) {
    const more = [...chosen, candidate];
    const together = raiseRow(more, all, row, area);
    if (together) [chosen, raised] = [more, together];
  }
  return raised;
}

/** The flags in one row, each as near to the middle of its line as it can be; undefined when they do not fit. */
function raiseRow<F extends Flag>(
  members: readonly Written<F>[],
  all: readonly F[],
  row: number,
  area: FlagArea,
): readonly RaisedFlag<F>[] | undefined {
  const spots = members
    .map((member) => ({ ...member, ...freedom(member, all, area) }))
    .sort((a, b) => all.indexOf(a.flag) - all.indexOf(b.flag));
  const lefts: number[] = [];
  spots.forEach(({ flag, width, low, high }, i) => {
    const before = i === 0 ? -Infinity : (lefts[i - 1] ?? 0) + (spots[i - 1]?.width ?? 0) + BESIDE_LABEL;
    lefts.push(Math.max(before, low, Math.min(high, flag.at - width / 2)));
  });
  let behind = Infinity;
  for (let i = spots.length - 1; i >= 0; i--) {
    const { width = 0, high = 0, low = 0 } = spots[i] ?? {};
    const left = Math.min(lefts[i] ?? 0, high, behind - BESIDE_LABEL - width);
    if (left < low) return undefined;
    lefts[i] = left;
    behind = left;
  }
  return spots.map(({ flag, text, width }, i) => ({ flag, row, text, width, left: lefts[i] ?? 0 }));
}

/** Where the left end of a label may be: at or beside its own line, and clear of all other lines. */
function freedom<F extends Flag>({ flag, width }: Written<F>, all: readonly F[], area: FlagArea) {
  const [start, end] = clear(flag, all, area);
  return {
    low: Math.max(start, flag.at - width - BESIDE_LINE),
    high: Math.min(end - width, flag.at + BESIDE_LINE),
  };
}

/** Pixels a label of this flag may take: of all that is clear of other lines. */
function roomOf<F extends Flag>(flag: F, all: readonly F[], area: FlagArea): number {
  const [start, end] = clear(flag, all, area);
  return Math.max(0, Math.floor(end - start));
}

/** From the line before to the line behind; of lines at one place, those earlier in the order are before. */
function clear<F extends Flag>(flag: F, all: readonly F[], { from, to }: FlagArea): readonly [number, number] {
  const place = all.indexOf(flag);
  const before = all[place - 1];
  const behind = all[place + 1];
  return [before ? before.at + BESIDE_LINE : from, behind ? behind.at - BESIDE_LINE : to];
}

function written<F extends Flag>(flag: F, detail: number, { fontSize }: FlagArea): Written<F> {
  const text = flag.texts[Math.min(detail, flag.texts.length - 1)] ?? '';
  return { flag, text, width: textWidth(text, fontSize, 600) };
}
