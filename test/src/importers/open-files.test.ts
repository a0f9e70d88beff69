/** Parameters of every format, opened with and without their process, and what the same process then means. */
import { describe, expect, it } from 'vitest';
import { settle, type DistributionSpec, type Issue } from '#simulation';
import { isRefusal, openDocument, readResults, readScenarios } from '../../../src/bpmn/index.ts';
import type { SourceFile } from '../../../src/importers/content.ts';
import { openFiles } from '../../../src/importers/open-files.ts';
import { readForDocument } from '../../../src/importers/read-parameters.ts';
import {
  apromore,
  bimp,
  BPSIM_ALONE,
  file,
  process,
  prosimosV0,
  prosimosV1,
  prosimosV2,
  SCYLLA_GLOBAL,
  SCYLLA_SIMULATION,
  scyllaCombined,
  SIMUBRIDGE,
} from './files.ts';

const orders = file('orders.bpmn', process());

async function open(...files: readonly SourceFile[]) {
  const { designs, refused, parameters } = await openFiles(files);
  expect([refused, parameters]).toEqual([[], []]);
  const [design] = designs;
  if (!design || designs.length > 1) throw new Error(`<${designs.length}> designs`);
  const [scenario] = design.scenarios;
  if (!scenario) throw new Error('no scenario');
  return { design, scenario, codes: design.issues.map(({ code }) => code) };
}

const minutes = (type: string, params: Readonly<Record<string, number>>) => ({ type, params, unit: 'min' });

/** Mean and standard deviation in seconds. */
function moments(spec: DistributionSpec | undefined): readonly [number, number] {
  const settled = spec && settle(spec, { time: true });
  if (!settled || !('distribution' in settled)) throw new Error('no distribution');
  return [settled.distribution.mean / 1000, settled.distribution.sd / 1000];
}

describe('QBP', () => {
  it.each([
    ['behind the process, as BIMP writes it', bimp],
    ['inside the process, as Apromore writes it', apromore],
  ])('is read %s', async (_, xml) => {
    const { design, scenario, codes } = await open(file('qbp.bpmn', xml));
    expect(scenario).toMatchObject({
      name: 'QBP',
      currency: 'EUR',
      run: { start: '2026-01-05T09:00:00', cases: 500 },
      elements: {
        Start: {
          arrivals: {
            interval: minutes('exponential', { mean: 30 }),
            calendar: 'QBP_DEFAULT_TIMETABLE',
            outside: 'clock-stops',
          },
        },
        // The standard deviation of a normal, the variance of a lognormal.
        Check: {
          work: minutes('normal', { mean: 10, sd: 2 }),
          resources: [[{ pool: 'Clerk', units: 1 }]],
          fixedCost: 2.5,
        },
        Pack: { work: minutes('lognormal', { mean: 20, sd: 10 }), resources: [[{ pool: 'Robot', units: 1 }]] },
        Wait: { delay: { type: 'constant', params: { value: 24 }, unit: 'h' } },
        Yes: { probability: 0.8 },
        No: { probability: 0.2 },
      },
      pools: [
        {
          id: 'Clerk',
          name: 'Clerks',
          staffing: [{ capacity: 3, calendar: 'QBP_DEFAULT_TIMETABLE' }],
          costPerHour: 25,
        },
        { id: 'Robot', staffing: [{ capacity: 1 }] },
      ],
    });
    const calendar = scenario.calendars?.find(({ id }) => id === 'QBP_DEFAULT_TIMETABLE');
    expect(calendar).toMatchObject({
      rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
      holidays: [{ date: '2026-01-06' }],
    });
    expect(scenario.pools?.[1]?.staffing[0]).not.toHaveProperty('calendar');
    expect(design.imported).toEqual([scenario.id]);
    expect(codes).toEqual(expect.arrayContaining(['dialect-read', 'dialect-element-missing', 'dialect-not-read']));
    // The document itself now says the same to every reader of BPSim.
    const again = await openDocument(design.xml);
    if (isRefusal(again)) throw new Error('refused');
    const [read] = readScenarios(again.definitions).scenarios;
    expect(read?.elements).toEqual(scenario.elements);
    expect(read?.pools).toEqual(scenario.pools);
  });

  it('is not read over scenarios that the document has', async () => {
    const { design } = await open(file('qbp.bpmn', bimp));
    const withBlock = design.xml.includes('processSimulationInfo')
      ? design.xml
      : design.xml.replace(
          /(<\/bpmn:definitions>)/,
          `${bimp.slice(bimp.indexOf('<qbp:process'), bimp.indexOf('</bpmn:definitions>'))}$1`,
        );
    const again = await open(file('saved.bpmn', withBlock));
    expect(again.design.imported).toEqual([]);
    expect(again.codes).toContain('dialect-beside-bpsim');
  });
});

describe('Prosimos', () => {
  it.each([
    ['of 2023 on (mean and variance)', prosimosV2],
    ['of 2022 (scipy with bounds)', prosimosV1],
  ])('%s is read beside its process', async (_, json) => {
    const { scenario, codes } = await open(orders, file('parameters.json', json));
    expect(codes).toEqual(['dialect-read']);
    expect(scenario.elements?.Start?.arrivals).toMatchObject({
      interval: minutes('exponential', { mean: 30 }),
      outside: 'move-to-opening',
    });
    for (const task of ['Check', 'Pack']) {
      const [mean, sd] = moments(scenario.elements?.[task]?.work);
      expect(mean).toBeCloseTo(600, 3);
      expect(sd).toBeCloseTo(300, 3);
    }
    expect(scenario.elements?.Check?.work?.type).toBe('lognormal');
    expect(scenario.elements?.Pack?.work?.type).toBe('gamma');
    expect(scenario.elements?.Yes?.probability).toBe(0.8);
    expect(scenario.elements?.No?.probability).toBeCloseTo(0.2, 12);
    expect(scenario.elements?.Wait?.delay).toEqual({ type: 'constant', params: { value: 24 }, unit: 'h' });
    // Two kinds of clerks do the same for the same pay, at different hours: one pool in two shifts.
    expect(scenario.pools).toEqual([
      {
        id: 'Clerks',
        name: 'Clerks',
        staffing: [
          { capacity: 1, calendar: 'Office' },
          { capacity: 2, calendar: 'Late' },
        ],
        costPerHour: 30,
      },
      { id: 'Robot', name: 'Robot', staffing: [{ capacity: 1 }] },
    ]);
  });

  it('reads batches: limits by size, ranges of hours, what has no counterpart is told', async () => {
    const json = JSON.parse(prosimosV2) as Record<string, unknown>;
    const rule = (attribute: string, comparison: string, value: unknown) => ({ attribute, comparison, value });
    const batch = (more: object) => ({
      task_id: 'Check',
      type: 'Sequential',
      size_distrib: [{ key: '1', value: 0 }],
      duration_distrib: [{ key: '3', value: '0.8' }],
      ...more,
    });
    const read = async (more: object) =>
      open(orders, file('parameters.json', JSON.stringify({ ...json, batch_processing: [batch(more)] })));
    const full = await read({
      firing_rules: [
        [rule('size', '>', 4), rule('size', '<', 9), rule('large_wt', '>=', 3600)],
        [rule('daily_hour', '>=', 9), rule('daily_hour', '<', 12), rule('week_day', '=', 'Friday')],
        [rule('ready_wt', '>', '600')],
      ],
    });
    expect(full.codes).toEqual(['dialect-read']);
    expect(full.scenario.elements?.Check?.batch).toEqual({
      type: 'sequential',
      fires: [
        { size: 5, oldest: { value: 3600, unit: 's' } },
        { from: 540, to: 720, days: [5], size: 2 },
        { quiet: { value: 600, unit: 's' } },
      ],
      most: 8,
      durations: [{ size: 3, factor: 0.8 }],
    });
    expect(full.scenario.elements?.Check?.work?.type).toBe('lognormal');
    const odd = await read({ type: 'Concurrent', firing_rules: [[rule('size', '=', 3), rule('large_wt', '<', 60)]] });
    expect(odd.codes).toContain('dialect-not-read');
    expect(odd.scenario.elements?.Check?.batch).toMatchObject({ type: 'sequential', fires: [{ size: 3 }], most: 3 });
    const none = await read({ firing_rules: [] });
    expect(none.codes).toContain('dialect-value-unusable');
    expect(none.scenario.elements?.Check?.batch).toBe(undefined);
  });

  it('of 2021 (records, scipy without bounds) is read, with the width of a uniform', async () => {
    const { scenario, codes } = await open(file('parameters.json', prosimosV0), orders);
    expect(codes).toEqual(['dialect-read']);
    expect(scenario.elements?.Start?.arrivals?.interval).toEqual(minutes('exponential', { mean: 30 }));
    expect(moments(scenario.elements?.Check?.work)[0]).toBeCloseTo(600, 3);
    expect(scenario.elements?.Pack?.work).toEqual(minutes('uniform', { min: 5, max: 15 }));
    expect(scenario.elements?.No?.probability).toBe(0.2);
  });

  it('keeps location and scale of 2022, and the moments that bounds leave', async () => {
    const json = JSON.parse(prosimosV1) as { arrival_time_distribution: unknown };
    json.arrival_time_distribution = {
      distribution_name: 'expon',
      distribution_params: [{ value: 1800 }, { value: 180 }, { value: 0 }, { value: 5400 }],
    };
    const { scenario, design } = await open(orders, file('parameters.json', JSON.stringify(json)));
    const [mean, sd] = moments(scenario.elements?.Start?.arrivals?.interval);
    expect(mean).toBeCloseTo(1980, 0);
    expect(sd).toBeCloseTo(180, 0);
    expect(design.issues).toContainEqual(
      expect.objectContaining({
        code: 'dialect-fitted',
        values: expect.objectContaining({ from: 'expon', mean: '33 min', sd: '3 min' }) as unknown,
      }),
    );
  });

  it('opens the likely hours of a fuzzy calendar, as many as somebody is there on average', async () => {
    const json = JSON.parse(prosimosV2) as { resource_calendars: unknown[]; model_type: string };
    json.model_type = 'FUZZY';
    json.resource_calendars[0] = {
      id: 'Office',
      name: 'Office',
      time_periods: [
        {
          week_day: 'MONDAY',
          fuzzy_intervals: [
            { begin_time: '09:00:00', end_time: '11:00:00', probability: 0.9 },
            { begin_time: '11:00:00', end_time: '12:00:00', probability: 0.1 },
            { begin_time: '13:00:00', end_time: '14:00:00', probability: 0.1 },
          ],
        },
        { week_day: 'TUESDAY', fuzzy_intervals: [] },
      ],
      workload_ratio: [{ week_day: 'MONDAY', fuzzy_intervals: [] }],
    };
    const { scenario, codes } = await open(orders, file('parameters.json', JSON.stringify(json)));
    expect(scenario.calendars?.find(({ name }) => name === 'Office')?.rules).toEqual([
      { days: [1], from: 540, to: 660 },
    ]);
    expect(codes).toEqual(expect.arrayContaining(['prosimos-fuzzy', 'dialect-not-read']));
  });

  it('mixes the times of people who differ, by mean and deviation', async () => {
    const json = JSON.parse(prosimosV2) as { task_resource_distribution: { resources: unknown[] }[] };
    const fix = (resource_id: string, value: number) => ({
      resource_id,
      distribution_name: 'fix',
      distribution_params: [{ value }],
    });
    json.task_resource_distribution[0]!.resources = [fix('C1', 100), fix('C2', 400)];
    const { scenario, codes } = await open(orders, file('parameters.json', JSON.stringify(json)));
    // One takes 100 s, two take 400 s.
    const [mean, sd] = moments(scenario.elements?.Check?.work);
    expect(mean).toBeCloseTo(300, 6);
    expect(sd).toBeCloseTo(Math.sqrt((100 ** 2 + 2 * 400 ** 2) / 3 - 300 ** 2), 6);
    expect(codes).toContain('prosimos-times-mixed');
  });

  it('reads attributes, rules for branches and priorities', async () => {
    const json = {
      ...(JSON.parse(prosimosV2) as object),
      case_attributes: [
        {
          name: 'client type',
          type: 'discrete',
          values: [
            { key: 'VIP', value: 0.1 },
            { key: 'REGULAR', value: 0.9 },
          ],
        },
        {
          name: 'amount',
          type: 'continuous',
          values: { distribution_name: 'fix', distribution_params: [{ value: 240 }] },
        },
      ],
      branch_rules: [{ id: 'R1', rules: [[{ attribute: 'amount', comparison: 'in', value: ['100', 'inf'] }]] }],
      gateway_branching_probabilities: [
        {
          gateway_id: 'Choice',
          probabilities: [
            { path_id: 'Yes', value: 0.5, condition_id: 'R1' },
            { path_id: 'No', value: 0.5 },
          ],
        },
      ],
      prioritisation_rules: [
        { priority_level: 2, rules: [[{ attribute: 'amount', comparison: '>', value: '1000' }]] },
        { priority_level: 1, rules: [[{ attribute: 'client type', comparison: '=', value: 'VIP' }]] },
      ],
      total_cases: 300,
      start_time: '2026-01-05 09:00:00',
    };
    const { scenario } = await open(orders, file('parameters.json', JSON.stringify(json)));
    expect(scenario.attributes).toMatchObject([
      {
        name: 'client_type',
        type: 'category',
        values: [
          { value: 'VIP', share: 0.1 },
          { value: 'REGULAR', share: 0.9 },
        ],
      },
      { name: 'amount', type: 'number', distribution: { type: 'constant', params: { value: 240 } } },
    ]);
    expect(scenario.elements?.Yes?.condition?.text).toBe('amount >= 100');
    // The lowest level is the most urgent there; here the highest number.
    expect(scenario.elements?.Check?.priorityWhen?.map(({ when, priority }) => [when.text, priority])).toEqual([
      ['client_type = "VIP"', 2],
      ['amount > 1000', 1],
    ]);
    expect(scenario.pools?.[0]?.discipline).toBe('priority');
    expect(scenario.run).toEqual({ start: '2026-01-05T09:00:00', cases: 300 });
  });

  it('waits for its process, and says when it belongs to another one', async () => {
    const alone = await openFiles([file('parameters.json', prosimosV2)]);
    expect(alone.designs).toEqual([]);
    expect(alone.parameters.map(({ format }) => format)).toEqual(['Prosimos']);
    const other = process().replaceAll(/"(Start|Check|Choice|Pack|Wait|Yes|No)"/g, '"Other_$1"');
    const { codes } = await open(file('other.bpmn', other), file('parameters.json', prosimosV2));
    expect(codes).toContain('dialect-of-other-process');
  });
});

describe('Scylla', () => {
  it.each([
    ['beside the process', [orders, file('sim.xml', SCYLLA_SIMULATION), file('global.xml', SCYLLA_GLOBAL)]],
    ['inside the process', [file('combined.bpmn', scyllaCombined)]],
  ])('is read %s', async (_, files) => {
    const { scenario, codes, design } = await open(...files);
    expect(scenario.run).toEqual({ start: '2026-01-05T09:00:00', horizon: { value: 102, unit: 'h' }, seed: '42' });
    expect(scenario.elements).toMatchObject({
      Start: { arrivals: { interval: minutes('exponential', { mean: 30 }), count: 30 } },
      // All resources are needed together; the set-up moves the triangle by a minute.
      Check: {
        work: minutes('triangular', { min: 6, mode: 11, max: 21 }),
        resources: [[{ units: 2 }, { pool: 'Machine', units: 1 }]],
        priority: 2,
      },
      Pack: { work: { type: 'user-discrete', params: { values: [1, 2], weights: [3, 1] }, unit: 'h' }, priority: 0 },
      Wait: { delay: { type: 'normal', params: { mean: 0, sd: 1 }, unit: 'h' } },
      Yes: { probability: 0.8 },
    });
    const [clerk, machine] = scenario.pools ?? [];
    // The id of the resource is that of the process, so the pool has another one.
    expect(clerk).toMatchObject({ id: 'Orders_2', name: 'Clerk', costPerHour: 40, discipline: 'priority' });
    expect(clerk?.staffing).toEqual([
      { capacity: 1, calendar: 'Day' },
      { capacity: 2, calendar: 'Through' },
    ]);
    expect(machine?.costPerHour).toBe(60);
    // Monday to Friday is one stretch here, nights included.
    expect(scenario.calendars?.find(({ id }) => id === 'Through')?.rules).toEqual([
      { days: [1], from: 540, to: 1440 },
      { days: [2, 3, 4], from: 0, to: 1440 },
      { days: [5], from: 0, to: 1020 },
    ]);
    expect(codes).toEqual(
      expect.arrayContaining(['dialect-read', 'dialect-costs-averaged', 'dialect-value-unusable', 'scylla-priority']),
    );
    expect(design.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('SimuBridge', () => {
  it('brings its diagram along; a normal has a variance, and a mean below zero is told', async () => {
    const { design, scenario, codes } = await open(file('scenario.json', SIMUBRIDGE));
    expect(design.name).toBe('Orders');
    expect(scenario).toMatchObject({
      name: 'Warehouse',
      currency: 'EUR',
      run: { cases: 200 },
      elements: {
        Check: {
          work: minutes('normal', { mean: 10, sd: 2 }),
          resources: [
            [
              { pool: 'Clerk_1', units: 2 },
              { pool: 'Packer', units: 1 },
            ],
          ],
          fixedCost: 3,
        },
        Pack: { work: { type: 'normal', params: { mean: 0, sd: 2 }, unit: 's' } },
        Yes: { probability: 0.8 },
        No: { probability: 0.2 },
      },
      pools: [
        { id: 'Clerk_1', costPerHour: 30, staffing: [{ capacity: 2 }] },
        { id: 'Packer', staffing: [{ capacity: 1 }] },
      ],
    });
    expect(codes).toEqual(expect.arrayContaining(['dialect-read', 'dialect-value-unusable', 'dialect-costs-averaged']));
  });
});

describe('BPSim alone', () => {
  it('is put into the process as it was written, results included', async () => {
    const { design, scenario } = await open(orders, file('data.bpsim', BPSIM_ALONE));
    expect(scenario).toMatchObject({
      id: 'S1',
      run: { replications: 5, horizon: { value: 7, unit: 'day' } },
      elements: { Check: { work: minutes('constant', { value: 12 }) } },
    });
    expect(design.xml).toContain('<ResultRequest>mean</ResultRequest>');
    const again = await openDocument(design.xml);
    if (isRefusal(again)) throw new Error('refused');
    expect(readResults(again.definitions)).toEqual([
      {
        id: 'S1_results',
        of: 'S1',
        figures: [
          {
            element: 'Check',
            parameter: 'TimeParameters/ProcessingTime',
            statistic: 'mean',
            instance: 0,
            value: 12.5 * 60_000,
          },
        ],
      },
    ]);
  });

  it('comes beside a scenario that has its id, with the results that belong to it', async () => {
    const first = await open(orders, file('data.bpsim', BPSIM_ALONE));
    const again = BPSIM_ALONE.replace('value="12"', 'value="15"');
    const { design, codes } = await open(file('orders.bpmn', first.design.xml), file('data.bpsim', again));
    expect(design.scenarios.map(({ id, name }) => [id, name])).toEqual([
      ['S1', 'Alone'],
      ['S1_2', 'Alone 2'],
    ]);
    expect(design.imported).toEqual(['S1_2']);
    expect(codes).toEqual(expect.arrayContaining(['dialect-read', 'bpsim-results-read']));
    const document = await openDocument(design.xml);
    if (isRefusal(document)) throw new Error('refused');
    expect(readResults(document.definitions).map(({ of }) => of)).toContain('S1_2');
  });
});

describe('parameters for a process that is open', () => {
  const read = async (xml: string, ...files: readonly SourceFile[]) =>
    readForDocument((await openFiles(files)).parameters, xml);
  const codesOf = ({ issues }: { readonly issues: readonly Issue[] }) => issues.map(({ code }) => code);

  it('are taken once', async () => {
    const { design } = await open(orders, file('data.bpsim', BPSIM_ALONE));
    const second = await read(design.xml, file('data.bpsim', BPSIM_ALONE));
    expect(second.scenarios).toEqual([]);
    expect(codesOf(second)).toEqual(['dialect-there-already', 'bpsim-results-read']);
  });

  it('may be results alone, of a scenario that is there', async () => {
    const [head = '', ...tail] = BPSIM_ALONE.split(/(?=<Scenario )/);
    const alone = file('results.bpsim', head + (tail.at(-1) ?? ''));
    const { design } = await open(orders, file('data.bpsim', `${head}${tail[0] ?? ''}</BPSimData>`));
    const known = await read(design.xml, alone);
    expect(codesOf(known)).toEqual(['bpsim-results-read']);
    expect(known.results.map(({ of, figures }) => [of, figures.length])).toEqual([['S1', 1]]);
    const unknown = await read(process(), alone);
    expect(codesOf(unknown)).toEqual(['bpsim-results-of-other-scenario']);
    expect(unknown.results).toEqual([]);
  });

  it('keep inheriting from their parents when these get other ids', async () => {
    const heir = '<Scenario id="S2" name="Heir" inherits="S1"/></BPSimData>';
    const family = BPSIM_ALONE.replace('</BPSimData>', heir);
    const { design } = await open(orders, file('data.bpsim', family));
    const { scenarios } = await read(design.xml, file('more.bpsim', family.replace('value="12"', 'value="15"')));
    expect(scenarios.map(({ id, inherits }) => [id, inherits])).toEqual([
      ['S1_2', undefined],
      ['S2_2', 'S1_2'],
    ]);
  });
});
