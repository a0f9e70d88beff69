/** An event log as columns: what was done for which case, by whom and when. Plain typed arrays that pass between threads. */

/** Executions of activities, in the order of the file. Texts are numbers into their lists; −1 and NaN mean "not said". */
export interface EventLog {
  readonly length: number;
  readonly cases: readonly string[];
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  readonly case: Int32Array;
  readonly activity: Int32Array;
  readonly resource: Int32Array;
  /** Milliseconds since 1970 in UTC, or in the time of the log where it names no zone. */
  readonly enabled: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** What a column of a table can hold. */
export type Role = 'case' | 'activity' | 'enabled' | 'start' | 'end' | 'time' | 'lifecycle' | 'instance' | 'resource';

/** Columns by role, as numbers from 0. */
export type Mapping = Readonly<Partial<Record<Role, number>>>;

/** How dates such as `3/4/2026` are to be read; `unclear` = both are possible in the whole column, `none` = there are no such dates. */
export type DateOrder = 'day-first' | 'month-first' | 'unclear' | 'none';

/** A row that could not be used, or not wholly. */
export interface RowError {
  /** Line of the table as people count, the header included. */
  readonly row: number;
  readonly code: RowFault;
  /** What stands there. */
  readonly value: string;
}

export const ROW_FAULTS = [
  'case-missing',
  'activity-missing',
  'time-missing',
  'time-unreadable',
  'end-before-start',
  'too-few-fields',
  'header-repeated',
  'start-without-end',
  'end-without-start',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** What is wrong with the rows: the first of each kind, and how many there are. */
export interface RowErrors {
  readonly listed: readonly RowError[];
  readonly counts: Readonly<Partial<Record<RowFault, number>>>;
}

/** A log with everything there is to say about how it was read. */
export interface ReadLog {
  readonly log: EventLog;
  readonly errors: RowErrors;
  /** Rows (or events) that say the same as one before them; they count as often as they stand there. */
  readonly duplicates: number;
  /** Executions of pseudo-activities such as `Start` by `Start`, which were left out. */
  readonly pseudo: number;
}

const MOST_LISTED = 100;

/** Collects row errors without growing beyond bounds. */
export class ErrorLog implements RowErrors {
  readonly listed: RowError[] = [];
  readonly counts: Partial<Record<RowFault, number>> = {};

  add(row: number, code: RowFault, value: string): void {
    this.counts[code] = (this.counts[code] ?? 0) + 1;
    if (this.listed.length < MOST_LISTED) this.listed.push({ row, code, value: value.slice(0, 100) });
  }
}

/** Texts as numbers. */
class Dictionary {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }
}

/** Collects executions; its arrays grow by doubling. */
export class LogBuilder {
  private readonly cases = new Dictionary();
  private readonly activities = new Dictionary();
  private readonly resources = new Dictionary();
  private length = 0;
  private numbers = new Int32Array(3 * 1024);
  private times = new Float64Array(3 * 1024);

  add(caseId: string, activity: string, resource: string, enabled: number, start: number, end: number): number {
    const row = this.length++;
    if (3 * row >= this.numbers.length) this.grow();
    const at = 3 * row;
    this.numbers[at] = this.cases.number(caseId);
    this.numbers[at + 1] = this.activities.number(activity);
    this.numbers[at + 2] = resource === '' ? -1 : this.resources.number(resource);
    this.times[at] = enabled;
    this.times[at + 1] = start;
    this.times[at + 2] = end;
    return row;
  }

  /** Says when an execution that was added ended. */
  endOf(row: number, end: number): void {
    this.times[3 * row + 2] = end;
  }

  build(): EventLog {
    const { length } = this;
    const column = <T extends Int32Array | Float64Array>(into: T, from: T, offset: number): T => {
      for (let row = 0; row < length; row++) into[row] = from[3 * row + offset] ?? 0;
      return into;
    };
    return {
      length,
      cases: this.cases.texts,
      activities: this.activities.texts,
      resources: this.resources.texts,
      case: column(new Int32Array(length), this.numbers, 0),
      activity: column(new Int32Array(length), this.numbers, 1),
      resource: column(new Int32Array(length), this.numbers, 2),
      enabled: column(new Float64Array(length), this.times, 0),
      start: column(new Float64Array(length), this.times, 1),
      end: column(new Float64Array(length), this.times, 2),
    };
  }

  private grow(): void {
    const numbers = new Int32Array(2 * this.numbers.length);
    numbers.set(this.numbers);
    this.numbers = numbers;
    const times = new Float64Array(2 * this.times.length);
    times.set(this.times);
    this.times = times;
  }
}

/** Counts rows that say the same as an earlier one, by a hash table of row numbers. */
export function duplicatesIn({ length, case: cases, activity, resource, start, end }: EventLog): number {
  const size = 2 ** Math.ceil(Math.log2(2 * length + 2));
  const table = new Int32Array(size).fill(-1);
  const same = (a: number, b: number): boolean =>
    cases[a] === cases[b] &&
    activity[a] === activity[b] &&
    resource[a] === resource[b] &&
    Object.is(start[a], start[b]) &&
    Object.is(end[a], end[b]);
  let duplicates = 0;
  for (let row = 0; row < length; row++) {
    let slot =
      hash(cases[row] ?? 0, activity[row] ?? 0, resource[row] ?? 0, start[row] ?? 0, end[row] ?? 0) & (size - 1);
    let other = table[slot] ?? -1;
    while (other >= 0 && !same(row, other)) {
      slot = (slot + 1) & (size - 1);
      other = table[slot] ?? -1;
    }
    if (other >= 0) duplicates++;
    else table[slot] = row;
  }
  return duplicates;
}

/** Spreads five numbers over 32 bits; times differ in their low and high parts. */
function hash(...numbers: readonly [number, number, number, number, number]): number {
  let h = 0x9e3779b1;
  for (const number of numbers) {
    h = Math.imul(h ^ (number % 0x1fffffff), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15) ^ (number / 0x20000000), 0xc2b2ae35);
  }
  return h ^ (h >>> 13);
}
