/** Arrival rates that vary by weekday and hour, and their cumulative sum turned round: the clock of arrivals with a profile. */
import type { RateSlot } from '../model/scenario.ts';
import { createTimeline } from './calendar.ts';
import { HOUR } from './civil-time.ts';
import type { ClockSettings } from './wall-clock.ts';

export interface RateProfile {
  /** Cases per hour at t. */
  rateAt(t: number): number;
  /** Cases expected in [a, b). */
  expectedBetween(a: number, b: number): number;
  /**
   * The first instant by which `amount` cases are expected since t, to the nearest ms; t for no amount, Infinity if so many never
   * come. With unit exponential amounts this is a Poisson process of the profile's rate (Çinlar 1975, inversion).
   */
  advance(t: number, amount: number): number;
}

/** The profile on the scenario's clock. Hours without a slot have rate 0, slots that overlap add up. */
export function createRateProfile(slots: readonly RateSlot[], clock: ClockSettings): RateProfile {
  const streams = slots.map(({ days, from, to, perHour }) => ({
    perMs: perHour / HOUR,
    timeline: createTimeline({ id: 'slot', name: '', rules: [{ days, from, to }] }, clock),
  }));

  // The stretch of constant rate looked at last: most lookups stay in it.
  let piece = { from: 0, to: 0, perMs: 0 };
  const pieceAt = (t: number): typeof piece => {
    if (t >= piece.from && t < piece.to) return piece;
    let [to, perMs] = [Infinity, 0];
    for (const stream of streams) {
      to = Math.min(to, stream.timeline.nextBoundary(t));
      if (stream.timeline.isOpen(t)) perMs += stream.perMs;
    }
    return (piece = { from: t, to, perMs });
  };

  return {
    rateAt: (t) => pieceAt(t).perMs * HOUR,
    expectedBetween(a, b) {
      let expected = 0;
      for (let t = a; t < b;) {
        const { to, perMs } = pieceAt(t);
        expected += perMs * (Math.min(to, b) - t);
        t = to;
      }
      return expected;
    },
    advance(t, amount) {
      let rest = amount;
      let from = t;
      while (from < Infinity && rest > 0) {
        const { to, perMs } = pieceAt(from);
        if (perMs > 0) {
          const end = Math.round(from + rest / perMs);
          if (end <= to) return end;
          rest -= perMs * (to - from);
        }
        from = to;
      }
      return from;
    },
  };
}
