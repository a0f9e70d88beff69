/** Calendars: local time, working time and rates over the week. */
export { checkCalendar, createTimeline, sharesOfTime, type ShareOfTime } from './calendar.ts';
export { createHourClock, hourOfWeek, HOURS_PER_WEEK, nextHour, type HourClock } from './hour-of-week.ts';
export { createRateProfile } from './rate-profile.ts';
export type { RateProfile } from './rate-profile.ts';
export { part } from './part.ts';
export { intersect, subtract, union } from './combine.ts';
export { Timeline } from './timeline.ts';
export { checkClock, DEFAULT_START, formatIsoLocal, toLocal } from './wall-clock.ts';
export type { ClockSettings, LocalTime } from './wall-clock.ts';
