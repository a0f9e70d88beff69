/** Everything that a scenario can say and another format cannot is told, one by one. */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#simulation';
import { reportLosses } from '../../../src/dialects/losses.ts';
import { Report, type What } from '../../../src/dialects/report.ts';
import { openFiles } from '../../../src/importers/open-files.ts';
import { whatText } from '../../../src/i18n/dialect-words.ts';
import { issueText } from '../../../src/i18n/issues.ts';
import { file, process } from '../importers/files.ts';

const constant = { type: 'constant', params: { value: 1 }, unit: 'min' } as const;

async function losses(given: Partial<Scenario>, keeps: readonly What[] = []): Promise<readonly string[]> {
  const [design] = (await openFiles([file('orders.bpmn', process())])).designs;
  if (!design) throw new Error('no design');
  const report = new Report('Other');
  reportLosses({ model: design.model, scenario: { id: 'S', name: 'S', ...given }, bpmn: '' }, report, keeps);
  expect(report.issues.every(({ code }) => code === 'export-left-out')).toBe(true);
  const told = report.issues.map(({ values }) => String(values?.what));
  for (const what of told) expect(whatText(what), 'in words').not.toBe(what);
  return report.issues.map(({ elementName, values }) =>
    [values?.what, elementName, values?.value].filter((part) => part !== undefined && part !== '').join(' '),
  );
}

describe('what is told when a scenario is handed over', () => {
  it('are the rules about who does the work, and how long people take', async () => {
    const work = {
      samePersonAs: { element: 'Check', otherwise: 'wait' },
      otherPersonThan: ['Check'],
      choose: 'fastest',
      setup: constant,
      workBy: [{ pool: 'Clerks', distribution: constant }],
      workAt: [{ days: [1], from: 0, to: 60, factor: 2 }],
    } as const;
    expect(await losses({ elements: { Pack: work } })).toEqual([
      'same-person Pack',
      'other-person Pack',
      'fastest Pack',
      'set-up Pack',
      'work-by-person Pack',
      'slow-hours Pack',
    ]);
  });

  it('is who gives up, does not join, or waits already', async () => {
    expect(await losses({ elements: { Check: { patience: constant, balkAt: 0, initial: 4 } } })).toEqual([
      'patience Check order',
      'balking Check order 0',
      'initial-work Check order 4',
    ]);
  });

  it('are absences, further roles, speed, part of their time and pay of people', async () => {
    const pool = {
      id: 'Clerks',
      name: 'Clerks',
      costPerHour: 20,
      absence: { every: constant, lasts: constant },
      staffing: [
        { capacity: 1, name: 'Ann', roles: ['Other'], speed: 1.2, share: 0.5, costPerHour: 30 },
        { capacity: 1, name: 'Bob', speed: 1, share: 1, costPerHour: 20 },
      ],
    };
    expect(await losses({ pools: [pool] })).toEqual([
      'absence Clerks',
      'roles Clerks Ann',
      'speed Clerks Ann',
      'time-share Clerks Ann',
      'instance-cost Clerks Ann',
    ]);
    expect(await losses({ pools: [pool] }, ['absence', 'instance-cost'])).toHaveLength(3);
  });

  it('are recorded arrivals and how often things are done', async () => {
    const elements = {
      Start: { arrivals: { replay: [0, 60] } },
      Pack: { repeat: 0.1, instances: constant },
    };
    expect(await losses({ elements })).toEqual([
      'recorded-arrivals Order arrives',
      'instances Pack',
      'repetition Pack',
    ]);
  });

  it('is nothing when nothing of it is said', async () => {
    expect(await losses({ elements: { Pack: { work: constant, initial: 0, priority: 0 } } })).toEqual([]);
  });

  it('has numbers that are grouped', () => {
    const report = new Report('Other');
    report.changed('units', { id: 'P', name: 'Everybody' }, 10_000);
    expect(report.issues.map(issueText)).toEqual([
      'The number of people of “Everybody” was written as “10,000”, the nearest that Other knows.',
    ]);
  });
});
