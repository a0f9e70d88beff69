import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeline } from '../../../simulation/calendars/calendar.ts';
import { DAY, HOUR, MINUTE, WEEK } from '../../../simulation/calendars/civil-time.ts';
import { intersect, union } from '../../../simulation/calendars/combine.ts';
import { Timeline } from '../../../simulation/calendars/timeline.ts';
import { formatIsoLocal } from '../../../simulation/calendars/wall-clock.ts';
import type { ClockSettings } from '../../../simulation/calendars/wall-clock.ts';
import type { Holiday, WeeklyRule } from '../../../simulation/model/scenario.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const hours = (days: readonly number[], from: number, to: number): WeeklyRule => ({
  days,
  from: from * 60,
  to: to * 60,
});

function timeline(
  rules: readonly WeeklyRule[],
  holidays: readonly Holiday[] = [],
  clock: ClockSettings = {},
): Timeline {
  return createTimeline({ id: 'C', name: 'C', rules, holidays }, clock);
}

/** Simulated time starts on Monday 0:00. */
const at = (day: number, hour: number): number => day * DAY + hour * HOUR;

describe('timeline', () => {
  const office = timeline([hours(WEEKDAYS, 9, 17)]);

  it('stops work at the shift end on Friday and goes on on Monday', () => {
    expect(office.advance(at(4, 15), 6 * HOUR)).toBe(at(7, 13));
  });

  it('ends work that fills the day at closing time', () => {
    expect(office.advance(at(0, 9), 8 * HOUR)).toBe(at(0, 17));
    expect(office.advance(at(0, 17), 1)).toBe(at(1, 9) + 1);
    expect(office.advance(at(0, 3), 16 * HOUR)).toBe(at(1, 17));
  });

  it('leaves no work where it is, even when closed', () => {
    expect(office.advance(at(5, 12), 0)).toBe(at(5, 12));
  });

  it('is open in half-open intervals', () => {
    expect(office.isOpen(at(0, 9) - 1)).toBe(false);
    expect(office.isOpen(at(0, 9))).toBe(true);
    expect(office.isOpen(at(0, 17) - 1)).toBe(true);
    expect(office.isOpen(at(0, 17))).toBe(false);
  });

  it('finds openings and boundaries', () => {
    expect(office.nextOpen(at(0, 10))).toBe(at(0, 10));
    expect(office.nextOpen(at(0, 17))).toBe(at(1, 9));
    expect(office.nextOpen(at(4, 17))).toBe(at(7, 9));
    expect(office.nextBoundary(at(0, 0))).toBe(at(0, 9));
    expect(office.nextBoundary(at(0, 9))).toBe(at(0, 17));
    expect(office.nextBoundary(at(0, 17))).toBe(at(1, 9));
    expect(office.openUntil(at(0, 9))).toBe(at(0, 17));
    expect(office.openUntil(at(0, 8))).toBe(at(0, 8));
  });

  it('ends a task longer than any shift', () => {
    expect(office.advance(0, 10_000 * 8 * HOUR)).toBe(2000 * WEEK - 2 * DAY - 7 * HOUR);
  });

  it('runs past midnight and round the week', () => {
    // given a night shift on Sunday, 22 to 6
    const night = timeline([hours([7], 22, 6)]);

    // then the week begins within it
    expect(night.isOpen(0)).toBe(true);
    expect(night.openUntil(0)).toBe(6 * HOUR);
    expect(night.nextOpen(at(0, 6))).toBe(at(6, 22));
    expect(night.openUntil(at(6, 22))).toBe(at(7, 6));
    expect(night.openBetween(0, WEEK)).toBe(8 * HOUR);
  });

  it('reads 24:00 as midnight and equal times as a whole day', () => {
    expect(timeline([hours([1], 20, 24)]).openUntil(at(0, 20))).toBe(at(1, 0));
    expect(timeline([hours([1, 2], 0, 24)]).openUntil(0)).toBe(at(2, 0));
    expect(timeline([hours([1], 9, 9)]).openUntil(at(0, 9))).toBe(at(1, 9));
  });

  it('merges rules that overlap or touch', () => {
    const merged = timeline([hours(WEEKDAYS, 13, 18), hours([1], 9, 12), hours([1], 11, 13), hours([1], 17, 17.5)]);
    expect(merged.openUntil(at(0, 9))).toBe(at(0, 18));
    expect(merged.openBetween(0, DAY)).toBe(9 * HOUR);
  });

  it('closes on holidays from midnight to midnight', () => {
    const shop = timeline(
      [hours(EVERY_DAY, 20, 4)],
      [{ date: '2026-01-07' }, { date: '2026-01-09', until: '2026-01-10' }],
    );
    // Tuesday's night ends at midnight, Wednesday's begins on Thursday, Thursday's ends at midnight.
    expect(shop.openUntil(at(1, 20))).toBe(at(2, 0));
    expect(shop.nextOpen(at(2, 0))).toBe(at(3, 0));
    expect(shop.openUntil(at(3, 0))).toBe(at(3, 4));
    expect(shop.nextOpen(at(4, 0))).toBe(at(6, 0));
  });

  it('is plain arithmetic around the clock', () => {
    const always = timeline([hours(EVERY_DAY, 0, 24)]);
    expect(always.alwaysOpen).toBe(true);
    expect([always.isOpen(5), always.nextOpen(5), always.nextBoundary(5), always.openUntil(5)]).toEqual([
      true,
      5,
      Infinity,
      Infinity,
    ]);
    expect(always.openBetween(5, 12)).toBe(7);
    expect(always.advance(5, 7)).toBe(12);
  });

  it('is open for ever after the last holiday of a calendar without closing time', () => {
    const almost = timeline([hours(EVERY_DAY, 0, 24)], [{ date: '2026-01-06' }], { timeZone: 'Europe/Berlin' });
    expect(almost.alwaysOpen).toBe(false);
    expect(almost.openUntil(0)).toBe(DAY);
    expect(almost.nextOpen(DAY)).toBe(2 * DAY);
    expect(almost.nextBoundary(2 * DAY)).toBe(Infinity);
    expect(almost.advance(0, 1e15)).toBe(1e15 + DAY);
    expect(almost.openBetween(0, 1e15)).toBe(1e15 - DAY);
  });

  it('answers Infinity when it is never open', () => {
    for (const never of [timeline([]), intersect(timeline([hours([1], 9, 10)]), timeline([hours([1], 10, 11)]))]) {
      expect(never.isOpen(0)).toBe(false);
      expect(never.nextOpen(0)).toBe(Infinity);
      expect(never.nextOpen(Infinity)).toBe(Infinity);
      expect(never.nextBoundary(0)).toBe(Infinity);
      expect(never.advance(0, 1)).toBe(Infinity);
      expect(never.advance(0, 0)).toBe(0);
      expect(never.openBetween(0, 1e12)).toBe(0);
      expect(never.openUntil(7)).toBe(7);
    }
  });

  it('works 23 and 25 hours on the days of clock changes', () => {
    const open = [hours([7], 0, 24)];
    const spring = timeline(open, [], { start: '2024-03-31T00:00:00', timeZone: 'Europe/Berlin' });
    const autumn = timeline(open, [], { start: '2024-10-27T00:00:00', timeZone: 'Europe/Berlin' });
    expect(spring.openUntil(0)).toBe(23 * HOUR);
    expect(autumn.openUntil(0)).toBe(25 * HOUR);
  });

  it('is open when the wall clock shows an open time', () => {
    const early = [hours([7], 1.5, 2.5)];
    const spring = timeline(early, [], { start: '2024-03-31T00:00:00', timeZone: 'Europe/Berlin' });
    const autumn = timeline(early, [], { start: '2024-10-27T00:00:00', timeZone: 'Europe/Berlin' });
    // 1:30 to 2:00, when the clock jumps to 3:00.
    expect(spring.openBetween(0, DAY)).toBe(30 * MINUTE);
    // 1:30 to 2:30, and 2:00 to 2:30 once more an hour later.
    expect(autumn.openBetween(0, DAY)).toBe(90 * MINUTE);
    expect(autumn.nextOpen(2.5 * HOUR)).toBe(3 * HOUR);
    expect(autumn.openUntil(3 * HOUR)).toBe(3.5 * HOUR);
  });

  it('keeps local opening hours all year', () => {
    const clock = { start: '2026-01-05T00:00:00', timeZone: 'America/New_York' };
    const shop = timeline([hours(EVERY_DAY, 9, 17)], [], clock);
    const openings = new Set<string>();
    for (let t = shop.nextOpen(0); t < 365 * DAY; t = shop.nextOpen(shop.openUntil(t)))
      openings.add(formatIsoLocal(t, clock).slice(11));
    expect([...openings]).toEqual(['09:00:00.000-05:00', '09:00:00.000-04:00']);
  });

  it('knows when two calendars are both open, and when one is', () => {
    const early = timeline([hours(WEEKDAYS, 6, 14)]);
    const late = timeline([hours(WEEKDAYS, 12, 20)]);
    expect(intersect(early, late).nextOpen(0)).toBe(at(0, 12));
    expect(intersect(early, late).openUntil(at(0, 12))).toBe(at(0, 14));
    expect(union(early, late).nextOpen(0)).toBe(at(0, 6));
    expect(union(early, late).openUntil(at(0, 6))).toBe(at(0, 20));
    expect(union(early, timeline([hours([1], 14, 15)])).openUntil(at(0, 6))).toBe(at(0, 15));
  });

  it('joins calendars that stay open after their last holiday', () => {
    const first = timeline([hours(EVERY_DAY, 0, 24)], [{ date: '2026-01-06' }]);
    const second = timeline([hours(EVERY_DAY, 0, 24)], [{ date: '2026-01-07' }, { date: '2026-06-01' }]);
    expect(intersect(first, second).nextOpen(DAY)).toBe(at(3, 0));
    expect(intersect(first, second).nextBoundary(at(200, 0))).toBe(Infinity);
    expect(union(first, second).nextBoundary(0)).toBe(Infinity);
  });

  it('passes an always open calendar through', () => {
    const always = timeline([hours(EVERY_DAY, 0, 24)]);
    expect(intersect(always, office)).toBe(office);
    expect(intersect(office, always)).toBe(office);
    expect(union(always, office)).toBe(always);
    expect(union(office, always)).toBe(always);
  });
});

describe('any timeline', () => {
  const minute = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
  const rule = fc.record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: minute.filter((m) => m < 1440),
    to: minute,
  });
  const holiday = fc.integer({ min: 10, max: 28 }).map((day) => ({ date: `2024-03-${day}` }));
  const clock = fc.constantFrom<ClockSettings>(
    { start: '2024-03-04T07:30:00' },
    { start: '2024-03-04T07:30:00', timeZone: 'America/New_York' },
    { start: '2024-10-21T00:00:00', timeZone: 'Australia/Lord_Howe' },
  );
  const timelines = fc
    .record({
      rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
      holidays: fc.array(holiday, { maxLength: 3 }),
      clock,
    })
    .map(
      ({ rules, holidays, clock }) =>
        () =>
          timeline(rules, holidays, clock),
    );
  const instant = fc.integer({ min: 0, max: 60 * DAY });
  const work = fc.integer({ min: 1, max: 30 * DAY });

  it('has advance and openBetween as inverses', () => {
    fc.assert(
      fc.property(timelines, instant, work, (create, t, amount) => {
        const any = create();
        const end = any.advance(t, amount);
        expect(any.openBetween(t, end)).toBe(amount);
        // It is the first such instant: the last millisecond was worked.
        expect(any.isOpen(end - 1)).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it('has additive working time that never exceeds clock time', () => {
    fc.assert(
      fc.property(timelines, instant, instant, instant, (create, x, y, z) => {
        const [a = 0, b = 0, c = 0] = [x, y, z].sort((p, q) => p - q);
        const any = create();
        expect(any.openBetween(a, b) + any.openBetween(b, c)).toBe(any.openBetween(a, c));
        expect(any.openBetween(a, c)).toBeLessThanOrEqual(c - a);
      }),
      { seed: 2 },
    );
  });

  it('answers alike in any order of questions', () => {
    const answers = (any: Timeline, t: number): readonly unknown[] => [
      any.isOpen(t),
      any.nextOpen(t),
      any.nextBoundary(t),
      any.openUntil(t),
      any.advance(t, 5 * HOUR),
      any.openBetween(0, t),
    ];
    fc.assert(
      fc.property(timelines, fc.array(instant, { minLength: 2, maxLength: 20 }), (create, times) => {
        const shuffled = create();
        const forward = create();
        const byTime = new Map([...times].sort((a, b) => a - b).map((t) => [t, answers(forward, t)]));
        for (const t of times) expect(answers(shuffled, t)).toEqual(byTime.get(t));
      }),
      { seed: 3 },
    );
  });

  it('has boundaries where open turns to closed, and only there', () => {
    fc.assert(
      fc.property(timelines, instant, instant, (create, t, x) => {
        const any = create();
        const boundary = any.nextBoundary(t);
        if (boundary === Infinity) return;
        expect(boundary).toBeGreaterThan(t);
        expect(any.isOpen(boundary)).toBe(!any.isOpen(t));
        const between = t + (x % (boundary - t));
        expect(any.isOpen(between)).toBe(any.isOpen(t));
      }),
      { seed: 4 },
    );
  });

  it('is open together when both are, and at all when one is', () => {
    fc.assert(
      fc.property(timelines, timelines, instant, instant, (createA, createB, t, until) => {
        const [a, b] = [createA(), createB()];
        const [both, either] = [intersect(a, b), union(a, b)];
        expect(both.isOpen(t)).toBe(a.isOpen(t) && b.isOpen(t));
        expect(either.isOpen(t)).toBe(a.isOpen(t) || b.isOpen(t));
        const [from, to] = [Math.min(t, until), Math.max(t, until)];
        expect(both.openBetween(from, to) + either.openBetween(from, to)).toBe(
          a.openBetween(from, to) + b.openBetween(from, to),
        );
      }),
      { seed: 5 },
    );
  });
});

describe('a timeline with many intervals in a day', () => {
  /** Open in the first half of every minute. */
  const halves = (): Timeline =>
    new Timeline((from, to, visit) => {
      for (let t = Math.floor(from / MINUTE) * MINUTE; t < to; t += MINUTE)
        if (t + MINUTE / 2 > from) visit(Math.max(t, from), Math.min(t + MINUTE / 2, to));
      return to;
    });
  const openBefore = (t: number): number =>
    (Math.floor(t / MINUTE) * MINUTE) / 2 + Math.min(t - Math.floor(t / MINUTE) * MINUTE, MINUTE / 2);

  it('answers alike in whatever order it is asked, by value and in place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20 * DAY), fc.nat(20 * DAY)), { maxLength: 20 }), (pairs) => {
        const any = halves();
        for (const [x, y] of pairs) {
          const [from, to] = [Math.min(x, y), Math.max(x, y)];
          const expected = openBefore(to) - openBefore(from);
          expect(any.openBetween(from, to)).toBe(expected);
          const inPlace = Float64Array.of(from, to);
          any.openBetweenIn(inPlace);
          expect(inPlace[0]).toBe(expected);
          const ahead = Float64Array.of(from, to - from);
          any.advanceIn(ahead);
          expect(ahead[0]).toBe(any.advance(from, to - from));
          expect(openBefore(ahead[0]!) - openBefore(from)).toBe(to - from);
        }
      }),
      { seed: 6, numRuns: 40 },
    );
  });
});
