/** How two values, or two lists of things with names, differ: in the shortest words that tell them apart. */
import { msg } from '@lit/localize';
import type { Wording } from './values-in-words.ts';

/** One difference. Without `from` it is new, without `to` it is gone. */
export interface ParameterChange {
  /** What it is about: an element, a pool, a calendar, an SLA, an attribute or a setting of the run. */
  readonly kind: 'element' | 'pool' | 'calendar' | 'sla' | 'attribute' | 'run';
  /** Its id in the later design, or in the earlier one when it is gone. */
  readonly id: string;
  /** Its name; empty for settings of the run. */
  readonly where: string;
  /** Which parameter; empty where the values say it themselves. */
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
}

export type Half = 'from' | 'to';
export type Words = Readonly<Record<Half, Wording>>;

/** Ways to say a value, from short to full: the first that tells the two apart is taken. */
export type Readings<T> = readonly ((value: T, side: Half) => string)[];

export type Difference = Pick<ParameterChange, 'what' | 'from' | 'to'>;

/** The difference in words, or nothing where there is none. `essence`: what of the value counts. */
export function change<T>(
  what: string,
  from: T | undefined,
  to: T | undefined,
  readings: Readings<T>,
  essence: (value: T) => unknown = (value) => value,
): readonly Difference[] {
  const print = (value: T | undefined): string => (value === undefined ? '' : JSON.stringify(essence(value)));
  if (print(from) === print(to)) return [];
  for (const [i, read] of readings.entries()) {
    const [a, b] = [from === undefined ? undefined : read(from, 'from'), to === undefined ? undefined : read(to, 'to')];
    if (a !== b || i === readings.length - 1)
      return [{ what, ...(a === undefined ? {} : { from: a }), ...(b === undefined ? {} : { to: b }) }];
  }
  return [];
}

/** Values that hold for some cases. */
export const whenReadings = <T extends { readonly when: { readonly text: string } }>(
  value: (item: T, side: Half) => string,
): Readings<readonly T[]> => [
  (items, side) => items.map((item) => `${item.when.text}: ${value(item, side)}`).join('; ') || msg('none'),
];

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Members of two lists by id, else by name. */
export function listChanges<T extends Named>(
  kind: ParameterChange['kind'],
  from: readonly T[] = [],
  to: readonly T[] = [],
  compare: (a: T | undefined, b: T | undefined) => readonly Difference[],
): readonly ParameterChange[] {
  const free = new Set(from);
  const pairs = to.map((b) => {
    const a = [...free].find(({ id }) => id === b.id) ?? [...free].find(({ name }) => name === b.name);
    if (a) free.delete(a);
    return { a, b };
  });
  const say = (member: T, differences: readonly Difference[]): readonly ParameterChange[] =>
    differences.map((difference) => ({ kind, id: member.id, where: member.name || member.id, ...difference }));
  return [
    ...pairs.flatMap(({ a, b }) => say(b, a ? compare(a, b) : compare(undefined, b).slice(0, 1))),
    ...[...free].flatMap((a) => say(a, compare(a, undefined).slice(0, 1))),
  ];
}
