import { describe, expect, it } from 'vitest';
import { allenCunneen, erlangC } from '#simulation';

describe('queueing formulas', () => {
  it('give the published values of Erlang’s C formula', () => {
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 14);
    // c = 10, load 8.5: mean wait 211.945 s at a mean service of 600 s
    expect((erlangC(10, 8.5) * 600) / 1.5).toBeCloseTo(211.945, 2);
    expect(erlangC(2, 2)).toBe(1);
    // a load of 1 on 2 servers: 1/3
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 14);
  });

  it('give the mean wait, exact for M/M/c and for M/G/1', () => {
    const queue = { servers: 1, arrivalRate: 0.8, serviceMean: 1, arrivalCv2: 1, serviceCv2: 1 };
    expect(allenCunneen(queue)).toBeCloseTo(4, 12);
    // Pollaczek & Khinchine: ρ (1 + Cs²) / (2 (1 − ρ))
    expect(allenCunneen({ ...queue, serviceCv2: 0 })).toBeCloseTo(2, 12);
    expect(allenCunneen({ ...queue, arrivalRate: 1 })).toBe(Infinity);
  });
});
