/** The player: any instant from any direction, promises as they are judged, one case's story, and the clock over off hours. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DECOMPOSITION_PARTS, simulate, compile } from '#simulation';
import { caseAtQuantile, sameCustomer, storyOf } from '../../../src/replay/case-story.ts';
import { Player } from '../../../src/replay/player.ts';
import { Standing, standing } from '../../../src/replay/promises.ts';
import type { Recording } from '../../../src/replay/recording.ts';
import { ReplayClock } from '../../../src/replay/replay-clock.ts';
import { advance, casesInProgress, offHours, spanAt } from '../../../src/replay/timeline.ts';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { sampleStudy } from '../../support/samples.ts';
import { record } from './recordings.ts';

const MINUTE = 60_000;

let asIs: Recording;
let toBe: Recording;
beforeAll(async () => {
  asIs = record(await sampleStudy('complaint-handling', 'as-is.bpmn'));
  toBe = record(await sampleStudy('complaint-handling', 'to-be.bpmn'));
});

/** Everything a view could see of the present instant. */
function seen(player: Player): unknown {
  const { state } = player;
  const live = [...state.live.slice(0, state.liveCount)].sort((a, b) => a - b);
  const tally = player.tally();
  return {
    time: player.time,
    tokens: live.map((t) => [
      t,
      state.node[t],
      state.state[t],
      state.entered[t],
      state.since[t],
      [...state.trail.slice(4 * t, 4 * t + (state.trailLength[t] ?? 0))],
    ]),
    units: [...state.unitActivity, ...state.unitToken],
    groups: [...state.groupOn],
    counts: state.counts,
    met: [...tally.met],
    missed: [...tally.missed],
  };
}

describe('scrubbing', () => {
  it('shows the same instant whichever way it was reached', () => {
    const wandering = new Player(asIs);
    const instant = fc.double({ min: 0, max: asIs.trace.end, noNaN: true });
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 8 }), (stops) => {
        for (const stop of stops) wandering.seek(stop);
        const straight = new Player(asIs);
        straight.seek(stops.at(-1) ?? 0);
        expect(seen(wandering)).toEqual(seen(straight));
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it('steps from instant to instant and back', () => {
    const player = new Player(asIs);
    const times = [...new Set(asIs.trace.time)].slice(0, 50);
    player.seek(times[0] ?? 0);
    for (const time of times.slice(1)) {
      expect(player.next).toBe(time);
      player.seek(player.next);
    }
    for (const time of times.slice(0, -1).reverse()) {
      expect(player.previous).toBe(time);
      player.seek(player.previous);
    }
  });

  it('ends with the figures of the replication', async () => {
    const study = await sampleStudy('complaint-handling', 'as-is.bpmn');
    const { network, plan } = compile(study);
    const { kpis } = simulate(network!, plan, 0);
    const kpi = (path: string): number | undefined => kpis[network!.kpiPaths.findIndex((p) => p.join('.') === path)];
    const player = new Player(asIs);

    player.seek(player.end);

    const { counts } = player.state;
    const { arrival, ended } = asIs.trace.cases;
    expect([counts.started, counts.completed]).toEqual([arrival.length, ended.filter((e) => e >= 0).length]);
    expect(arrival.filter((a) => a >= asIs.warmUp).length).toBe(kpi('cases.started'));
    expect(ended.filter((e, c) => e >= 0 && arrival[c]! >= asIs.warmUp).length).toBe(kpi('cases.completed'));
    const { met, missed } = player.tally();
    asIs.promises.forEach(({ id }, k) => {
      expect(met[k]! / (met[k]! + missed[k]!), id).toBe(kpi(`slas.${id}.hitRate`));
    });
    expect(casesInProgress(asIs, 100).values[99]).toBe(counts.started - counts.completed - counts.failed);
  });

  it('finds every missed promise in turn', () => {
    const player = new Player(asIs);
    let found = 0;
    for (let at = player.nextMiss(); at !== undefined; at = player.nextMiss()) {
      player.seek(at);
      found++;
    }
    const misses = new Set(
      [...player.verdicts.at].filter((_, i) => player.verdicts.met[i] === 0 && player.verdicts.at[i]! > 0),
    );
    expect(found).toBe(misses.size);
    expect(found).toBeGreaterThan(10);
  });
});

describe('the story of a case', () => {
  it('tells waiting, people and work of a queue by hand', () => {
    const recording = record(
      sketch({
        nodes: { Start: 'StartEvent', Check: 'Task', End: 'EndEvent' },
        flows: ['Start > Check > End'],
        elements: {
          Start: { arrivals: { interval: constant(2) } },
          Check: { work: constant(5), resources: by('Clerks') },
        },
        pools: [pool('Clerks', 1)],
        run: { replications: 1, cases: 3 },
      }),
    );

    const { arrival, ended, stays } = storyOf(recording, 2);

    expect([arrival, ended]).toEqual([4 * MINUTE, 15 * MINUTE]);
    expect(stays).toHaveLength(1);
    expect(stays[0]).toMatchObject({ from: 4 * MINUTE, to: 15 * MINUTE, people: [{ pool: 0, number: 0 }] });
    expect(stays[0]!.parts[DECOMPOSITION_PARTS.indexOf('queuedContention')]).toBe(6 * MINUTE);
    expect(stays[0]!.parts[DECOMPOSITION_PARTS.indexOf('working')]).toBe(5 * MINUTE);
    expect(caseAtQuantile(recording, 0.95)).toBe(2);
    expect(caseAtQuantile(recording, 0.5)).toBe(1);
  });

  it('covers the cycle time of every completed case of a sample', () => {
    for (let c = 0; c < 40; c++) {
      const { arrival, ended, stays } = storyOf(asIs, c);
      if (Number.isNaN(ended)) continue;
      const covered = stays.reduce((until, { from, to }) => (from <= until ? Math.max(until, to) : until), arrival);
      expect(covered, `case ${c}`).toBe(ended);
    }
  });

  it('finds the same customer in the other design', () => {
    const [key, arrival] = [asIs.trace.cases.key[17], asIs.trace.cases.arrival[17]];
    const twin = sameCustomer(asIs, 17, toBe);
    expect(toBe.trace.cases.key[twin!]).toBe(key);
    expect(toBe.trace.cases.arrival[twin!]).toBe(arrival);
  });
});

describe('promises', () => {
  it('go from on time over at risk to late', () => {
    expect([0, 75, 76, 100, 101].map((t) => standing(t, 0, 100))).toEqual([
      Standing.onTime,
      Standing.onTime,
      Standing.atRisk,
      Standing.atRisk,
      Standing.late,
    ]);
    expect(standing(1e9, 0, Infinity)).toBe(Standing.none);
  });
});

describe('off hours', () => {
  const office = record(
    sketch({
      nodes: { Start: 'StartEvent', A: 'Task', End: 'EndEvent' },
      flows: ['Start > A > End'],
      elements: { Start: { arrivals: { interval: constant(600) } }, A: { work: constant(30), resources: by('P') } },
      pools: [pool('P', 1, { staffing: [{ capacity: 1, calendar: 'Day' }] }), pool('Always', 1)],
      scenario: { calendars: [{ id: 'Day', name: 'Day', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }] },
      run: { replications: 1, cases: 4, horizon: { value: 2, unit: 'day' } },
    }),
  );
  const HOUR = 60 * MINUTE;

  it('are the stretches without any shift', () => {
    expect(offHours(office)).toEqual([
      [0, 9 * HOUR],
      [17 * HOUR, 33 * HOUR],
      [41 * HOUR, 48 * HOUR],
    ]);
    expect(spanAt(offHours(office), 20 * HOUR)).toEqual([17 * HOUR, 33 * HOUR]);
    expect(spanAt(offHours(office), 33 * HOUR)).toBeUndefined();
  });

  it('are jumped over by the clock, exactly', () => {
    const spans = offHours(office);
    expect(advance(0, HOUR, spans)).toBe(10 * HOUR);
    expect(advance(16 * HOUR, 2 * HOUR, spans)).toBe(34 * HOUR);
    expect(advance(16 * HOUR, 2 * HOUR, [])).toBe(18 * HOUR);
    const clock = new ReplayClock(office.trace.end);
    clock.skipped = spans;
    clock.speed = 10_000;
    clock.play();
    clock.tick(3_600_000);
    expect([clock.time, clock.playing]).toEqual([office.trace.end, false]);
  });
});
