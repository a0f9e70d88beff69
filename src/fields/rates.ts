/** Arrival rates over a week: slots to cases per hour by minute and back, painting, and totals per day. */
import type { RateSlot } from '#simulation';
import { DAYS, MINUTES_PER_DAY, MINUTES_PER_WEEK } from './week.ts';

/** Cases per hour in each minute of the week; slots that overlap add up, as in a run. */
export function ratesByMinute(profile: readonly RateSlot[]): Float64Array {
  const rates = new Float64Array(MINUTES_PER_WEEK);
  for (const slot of profile) {
    const length = slot.to > slot.from ? slot.to - slot.from : slot.to + MINUTES_PER_DAY - slot.from;
    for (const day of slot.days)
      for (let m = 0; m < length; m++) {
        const minute = ((day - 1) * MINUTES_PER_DAY + slot.from + m) % MINUTES_PER_WEEK;
        rates[minute] = (rates[minute] ?? 0) + slot.perHour;
      }
  }
  return rates;
}

/** The shortest list of slots with these rates: days with the same stretch and rate share one. */
export function profileOf(rates: Float64Array): readonly RateSlot[] {
  const slots = new Map<string, { days: number[]; from: number; to: number; perHour: number }>();
  for (const day of DAYS) {
    const start = (day - 1) * MINUTES_PER_DAY;
    let from = 0;
    for (let m = 1; m <= MINUTES_PER_DAY; m++) {
      const rate = rates[start + from] ?? 0;
      if (m < MINUTES_PER_DAY && rates[start + m] === rate) continue;
      if (rate > 0) {
        const key = `${from}-${m}-${rate}`;
        const slot = slots.get(key);
        if (slot) slot.days.push(day);
        else slots.set(key, { days: [day], from, to: m, perHour: rate });
      }
      from = m;
    }
  }
  return [...slots.values()].sort((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0) || a.from - b.from);
}

/** The profile after painting `perHour` on the cells, counted from Monday 00:00 in steps of `minutes`. */
export function paintRates(
  profile: readonly RateSlot[],
  cells: readonly number[],
  minutes: number,
  perHour: number,
): readonly RateSlot[] {
  const rates = ratesByMinute(profile);
  for (const cell of cells) rates.fill(perHour, cell * minutes, (cell + 1) * minutes);
  return profileOf(rates);
}

/** Mean cases per hour in each cell. */
export function ratesByCell(profile: readonly RateSlot[], minutes: number): readonly number[] {
  const rates = ratesByMinute(profile);
  return Array.from({ length: MINUTES_PER_WEEK / minutes }, (_, cell) => {
    let sum = 0;
    for (let m = cell * minutes; m < (cell + 1) * minutes; m++) sum += rates[m] ?? 0;
    return sum / minutes;
  });
}

/** Expected cases on each day, Monday first. */
export function casesPerDay(profile: readonly RateSlot[]): readonly number[] {
  const hours = ratesByCell(profile, 60);
  return DAYS.map((day) => hours.slice((day - 1) * 24, day * 24).reduce((sum, rate) => sum + rate, 0));
}
