/** The one place where fields meet the reading and writing of durations. */
import { MS_PER_UNIT, type Span, type TimeUnit } from '#simulation';
import { readNumber, writeNumber } from './numbers.ts';

const WORDS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^(ms|毫秒)$/i, 'ms'],
  [/^(s|sec|secs|seconds?|秒钟?)$/i, 's'],
  [/^(m|min|mins|minutes?|分钟?)$/i, 'min'],
  [/^(h|hr|hrs|hours?|小时|时)$/i, 'h'],
  [/^(wd|workdays?|working ?days?|工作日)$/i, 'workday'],
  [/^(d|days?|天|日)$/i, 'day'],
  [/^(w|wk|weeks?|周|星期)$/i, 'week'],
];

/** The span a text says. */
export function parseSpan(text: string): Span | undefined {
  const parts = [...text.normalize('NFKC').matchAll(/([\d.,]+)\s*([^\d.,]+)/g)].map(([, number, word]) => ({
    value: readNumber(number ?? ''),
    unit: WORDS.find(([pattern]) => pattern.test((word ?? '').trim()))?.[1],
  }));
  const last = parts.at(-1);
  if (!last?.unit || parts.some((p) => p.unit === undefined || p.value === undefined)) return undefined;
  const ms = parts.reduce((sum, p) => sum + (p.value ?? 0) * MS_PER_UNIT[p.unit ?? 'ms'], 0);
  return { value: ms / MS_PER_UNIT[last.unit], unit: last.unit };
}

/** As typed: `90 min`. */
export const writeSpan = (span: Span): string => `${writeNumber(span.value)} ${span.unit}`;

/** As said: `1 h 30 min`. */
export const saySpan = (span: Span): string => writeSpan(span);

/** Milliseconds as said. */
export const sayMs = (ms: number): string => `${writeNumber(ms / 60_000)} min`;
