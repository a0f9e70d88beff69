/** Figures as text and back: pure functions that are told the language. */
export { formatDateTime, formatLocalDate, formatLocalDateTime, formatTimeOfDay, weekdayName } from './date-time.ts';
export { formatDuration, formatSpan, type DurationOptions } from './duration.ts';
export { formatEstimate, formatEstimateValue, formatInterval, type Formatter } from './estimate.ts';
export type { FormatLocale } from './locale.ts';
export { formatMoney } from './money.ts';
export { formatNumber, formatPercent, NO_FIGURE, parseNumber } from './number.ts';
export { parseSpan, type ParseSpanOptions } from './parse-span.ts';
export { unitLabel, type UnitStyle } from './unit-words.ts';
