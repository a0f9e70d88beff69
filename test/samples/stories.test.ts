/** What each sample is told to show (its README), held against its runs. */
import { describe, expect, it } from 'vitest';
import type { Estimate, ResultDocument, Scenario } from '#simulation';
import { interval, known, run, runChanged } from './sample-runs.ts';

const WORKDAY = 8 * 3600;

async function result(slug: string, file: string, scenario: string): Promise<ResultDocument> {
  return (await run(slug, file, scenario)).document;
}

function hitRate(document: ResultDocument, id: string): Estimate {
  const sla = document.slas.find((s) => s.id === id);
  if (!sla) throw new Error(`no promise <${id}>`);
  return sla.hitRate;
}

/** The whole interval of `a` lies below that of `b`. */
function expectBelow(a: Estimate, b: Estimate): void {
  expect(interval(a)[1]).toBeLessThan(interval(b)[0]);
}

function withCapacity(scenario: Scenario, pool: string, change: (capacity: number) => number): Scenario {
  const pools = scenario.pools?.map((p) =>
    p.id === pool
      ? {
          ...p,
          staffing: p.staffing.map((s) => (s.capacity === 'unlimited' ? s : { ...s, capacity: change(s.capacity) })),
        }
      : p,
  );
  return { ...scenario, ...(pools ? { pools } : {}) };
}

describe('complaint handling', () => {
  it('takes about 4 working days today and about 2.5 in the target process', async () => {
    const today = (await result('complaint-handling', 'as-is.bpmn', 'Today')).businessCycleTime.mean;
    const target = (await result('complaint-handling', 'to-be.bpmn', 'Target')).businessCycleTime.mean;
    expect(known(today) / WORKDAY).toBeGreaterThan(3.7);
    expect(known(today) / WORKDAY).toBeLessThan(4.4);
    expect(known(target) / WORKDAY).toBeGreaterThan(2.3);
    expect(known(target) / WORKDAY).toBeLessThan(2.7);
    expectBelow(target, today);
  });

  it('keeps more promises in the target process', async () => {
    const today = await result('complaint-handling', 'as-is.bpmn', 'Today');
    const target = await result('complaint-handling', 'to-be.bpmn', 'Target');
    for (const id of ['OrdinaryCase', 'UrgentCase', 'Decision']) expectBelow(hitRate(today, id), hitRate(target, id));
  });

  it('has its bottleneck at the quality engineers today', async () => {
    const { resources } = await result('complaint-handling', 'as-is.bpmn', 'Today');
    const [busiest] = Object.entries(resources).sort((a, b) => known(b[1].utilisation) - known(a[1].utilisation));
    expect(busiest?.[0]).toBe('QualityEngineers');
    expect(known(busiest![1].utilisation)).toBeGreaterThan(0.8);
  });

  it('keeps fewer promises with half the quality engineers', async () => {
    const target = await result('complaint-handling', 'to-be.bpmn', 'Target');
    const { document: halved } = await runChanged('complaint-handling', 'to-be.bpmn', 'Target', (scenario) =>
      withCapacity(scenario, 'QualityEngineers', (capacity) => Math.floor(capacity / 2)),
    );
    for (const id of ['OrdinaryCase', 'UrgentCase', 'Decision']) expectBelow(hitRate(halved, id), hitRate(target, id));
  });

  it('gains less from one more engineer than from the target process', async () => {
    const more = await result('complaint-handling', 'as-is.bpmn', 'MoreEngineers');
    const target = await result('complaint-handling', 'to-be.bpmn', 'Target');
    expectBelow(target.businessCycleTime.mean, more.businessCycleTime.mean);
    expectBelow(hitRate(more, 'UrgentCase'), hitRate(target, 'UrgentCase'));
  });
});

describe('the phone service desk', () => {
  it('lets callers wait about 8.7 min today', async () => {
    const { activities } = await result('phone-service-desk', 'as-is.bpmn', 'Today');
    const minutes = known(activities['AnswerCall']!.queue.mean) / 60;
    expect(minutes).toBeGreaterThan(7.8);
    expect(minutes).toBeLessThan(9.6);
  });

  it('keeps its promise only with a peak shift and fewer repeated calls', async () => {
    const rates = await Promise.all(
      ['Today', 'PeakShift', 'FirstContact'].map(async (scenario) =>
        hitRate(await result('phone-service-desk', 'as-is.bpmn', scenario), 'Answered5'),
      ),
    );
    expectBelow(rates[0]!, rates[1]!);
    expectBelow(rates[1]!, rates[2]!);
    expect(known(rates[1]!)).toBeLessThan(0.95);
    expect(known(rates[2]!)).toBeGreaterThan(0.95);
  });
});

describe('remote support', () => {
  it('takes more than 4 h for about two of five remote fixes today', async () => {
    const late = 1 - known(hitRate(await result('remote-support', 'as-is.bpmn', 'Today'), 'RemoteFix4h'));
    expect(late).toBeGreaterThan(0.32);
    expect(late).toBeLessThan(0.48);
  });

  it('carries 40 % more tickets with automatic dispatch', async () => {
    const target = await result('remote-support', 'to-be.bpmn', 'Target');
    const more = await result('remote-support', 'to-be.bpmn', 'MoreTickets');
    expect(known(more.throughputPerDay) / known(target.throughputPerDay)).toBeCloseTo(1.4, 1);
    expect(known(hitRate(more, 'RemoteFix4h'))).toBeGreaterThan(0.9);
  });
});

describe('major complaints', () => {
  it('are promised 100 % in vain, whatever the staffing', async () => {
    const rates = await Promise.all(
      ['Standard', 'SecondAtNight', 'FullCover'].map(async (scenario) =>
        hitRate(await result('major-complaint', 'to-be.bpmn', scenario), 'MajorCase'),
      ),
    );
    for (const rate of rates) expect(known(rate)).toBeLessThan(1);
    expectBelow(rates[1]!, rates[2]!);
  });
});

describe('expense approval', () => {
  it('takes about 5 working days today and about 2 with graded rights', async () => {
    const today = (await result('expense-approval', 'as-is.bpmn', 'Today')).businessCycleTime.mean;
    const target = (await result('expense-approval', 'to-be.bpmn', 'Target')).businessCycleTime.mean;
    expect(known(today) / WORKDAY).toBeGreaterThan(4.8);
    expect(known(today) / WORKDAY).toBeLessThan(5.5);
    expect(known(target) / WORKDAY).toBeGreaterThan(1.8);
    expect(known(target) / WORKDAY).toBeLessThan(2.3);
  });

  it('does not skip the legal check', async () => {
    const today = await result('expense-approval', 'as-is.bpmn', 'Today');
    const target = await result('expense-approval', 'to-be.bpmn', 'Target');
    expect(target.activities['LegalCheck']!.executions).toEqual(today.activities['LegalCheck']!.executions);
  });
});

describe('the call centre', () => {
  /** Mean wait in seconds of M/M/c (A. K. Erlang, 1917) with 6 calls a minute of 3 minutes each. */
  function erlangWait(servers: number): number {
    const load = 18;
    // The Erlang B recursion, then C from B.
    let blocked = 1;
    for (let k = 1; k <= servers; k++) blocked = (load * blocked) / (k + load * blocked);
    const waiting = (servers * blocked) / (servers - load * (1 - blocked));
    return (waiting * 180) / (servers - load);
  }

  it.each([19, 20, 23])('with %d agents has the wait of theory in its interval', async (agents) => {
    const { activities } = await result('call-centre-erlang-c', 'as-is.bpmn', `Agents${agents}`);
    const wait = activities['TakeCall']!.queue.mean;
    const [low, high] = interval(wait);
    expect(low).toBeLessThan(erlangWait(agents));
    expect(high).toBeGreaterThan(erlangWait(agents));
    expect((high - low) / 2).toBeLessThan(0.2 * erlangWait(agents));
  });
});
