/** Reading recorded arrivals from pasted text. */
import { describe, expect, it } from 'vitest';
import { readMoments } from '../../../../src/views/inspector/sections/replay.ts';

/** A Monday. */
const START = '2026-01-05T00:00:00';

describe('recorded arrivals', () => {
  it('keep weekday, time of day and distance, in the first week of the run', () => {
    // 2026-03-03 is a Tuesday.
    const text = 'case;created\n1;2026-03-03 09:15:00\n2;2026-03-03T09:15:30.5\n3;2026/3/12 8:00\n';
    const tuesday = 86_400;
    expect(readMoments(text, START)).toEqual([
      tuesday + 9.25 * 3600,
      tuesday + 9.25 * 3600 + 30.5,
      10 * 86_400 + 8 * 3600,
    ]);
  });

  it('are put in the order of time, and none falls before the start', () => {
    // A run that begins on Wednesday noon: Tuesday comes next week.
    expect(readMoments('2026-03-04 08:00\n2026-03-03 08:00', '2026-01-07T12:00:00')).toEqual([
      5 * 86_400 + 20 * 3600,
      6 * 86_400 + 20 * 3600,
    ]);
  });

  it('are none when no line has a date', () => {
    expect(readMoments('no dates here\n12', START)).toBeUndefined();
  });
});
