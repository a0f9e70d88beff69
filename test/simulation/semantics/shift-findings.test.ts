/** Findings before the run about people who are never there and work that no shift is long enough for. */
import { describe, expect, it } from 'vitest';
import { compile, type Calendar, type ElementParameters, type ResourcePool } from '#simulation';
import { by, constant, pool, sketch } from '../../support/model.ts';

const on = (id: string, day: number): Calendar => ({ id, name: id, rules: [{ days: [day], from: 540, to: 600 }] });
const at = (id: string, ...calendars: readonly string[]): ResourcePool =>
  pool(id, 1, { staffing: calendars.map((calendar) => ({ capacity: 1, calendar })) });

const found = (step: ElementParameters, pools: readonly ResourcePool[]) =>
  compile(
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: { S: { arrivals: { count: 1 } }, A: { work: constant(30), ...step } },
      pools,
      scenario: { calendars: [on('mondays', 1), on('tuesdays', 2)] },
    }),
  ).issues.map(({ severity, code, elementId, values }) => [severity, code, elementId, values?.pools]);

const pair = [
  [
    { pool: 'P', units: 1 },
    { pool: 'Q', units: 1 },
  ],
];

describe('findings about shifts', () => {
  it('people who are never on shift together are named', () => {
    const never = [['warning', 'people-never-there', 'A', 'P, Q']];
    expect(found({ resources: pair }, [at('P', 'mondays'), at('Q', 'tuesdays')])).toEqual(never);
    expect(found({ resources: pair }, [at('P', 'mondays'), at('Q', 'tuesdays', 'mondays')])).toEqual([]);
    expect(found({ resources: pair }, [at('P', 'mondays'), pool('Q')])).toEqual([]);
    // Another way to do it is enough.
    expect(found({ resources: [...pair, ...by('P')] }, [at('P', 'mondays'), at('Q', 'tuesdays')])).toEqual([]);
  });

  it('work that fits into no shift, where only what fits is begun', () => {
    const long = { work: constant(61), resources: by('P') };
    expect(found({ ...long, shiftEnd: 'fit' }, [at('P', 'mondays')])).toEqual([
      ['warning', 'work-longer-than-shifts', 'A', 'P'],
    ]);
    expect(found(long, [at('P', 'mondays')])).toEqual([]);
    expect(found({ ...long, shiftEnd: 'fit', work: constant(60) }, [at('P', 'mondays')])).toEqual([]);
    expect(found({ ...long, shiftEnd: 'fit' }, [pool('P')])).toEqual([]);
  });
});
