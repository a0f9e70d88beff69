/** Scenarios written for other simulators and read back: the same process under the same parameters, and the losses told. */
import { describe, expect, it } from 'vitest';
import { resolveScenario, settle, type Batching, type DistributionSpec, type Scenario } from '#simulation';
import {
  completeScenario,
  foreignBlocks,
  isRefusal,
  openDocument,
  toXml,
  writeScenarios,
} from '../../../src/bpmn/index.ts';
import { dialectWriters, type Written } from '../../../src/dialects/index.ts';
import { openFiles } from '../../../src/importers/open-files.ts';
import { corpusFile, corpusFiles, corpusPath, hasCorpus } from '../../support/corpus.ts';
import { faultsOf, hasXmllint } from '../../support/xmllint.ts';
import { file, process } from '../importers/files.ts';

const minutes = (type: string, params: DistributionSpec['params']): DistributionSpec => ({ type, params, unit: 'min' });

const scenario: Scenario = {
  id: 'Today',
  name: 'Today',
  currency: 'EUR',
  run: {
    start: '2026-01-05T08:00:00',
    cases: 400,
    replications: 20,
    seed: '7',
    warmUp: { value: 1, unit: 'day' },
    horizon: { value: 4, unit: 'week' },
  },
  elements: {
    Start: { arrivals: { interval: minutes('exponential', { mean: 30 }), calendar: 'Office' } },
    Check: {
      work: minutes('lognormal', { mean: 10, sd: 5 }),
      resources: [[{ pool: 'Clerks', units: 1 }]],
      fixedCost: 2,
      priority: 3,
      workWhen: [{ when: { text: 'vip' }, distribution: minutes('constant', { value: 1 }) }],
    },
    Pack: { work: minutes('weibull', { shape: 2, scale: 10 }), resources: [] },
    Wait: { delay: minutes('gamma', { shape: 4, scale: 15 }) },
    Yes: { probability: 0.8 },
    No: { probability: 0.2 },
  },
  pools: [
    { id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 3, calendar: 'Office' }], costPerHour: 24, costPerUse: 1 },
  ],
  calendars: [
    {
      id: 'Office',
      name: 'Office',
      rules: [
        { days: [1, 2, 3, 4, 5], from: 540, to: 1020 },
        { days: [6], from: 1320, to: 120 },
      ],
      holidays: [{ date: '2026-01-06' }],
    },
  ],
  slas: [
    {
      id: 'Sla',
      name: 'In a day',
      on: { type: 'case' },
      limit: { value: 1, unit: 'day' },
      clock: 'calendar',
      target: 0.9,
    },
  ],
};

/** The fixture, or a file, with the scenario that is written. */
async function write(format: string, xml: string, given: Scenario): Promise<Written> {
  const opened = await openDocument(xml);
  if (isRefusal(opened)) throw new Error('refused');
  writeScenarios(opened.definitions, opened.moddle, [given]);
  const [design] = (await openFiles([file('a.bpmn', await toXml(opened))])).designs;
  const writer = dialectWriters.find(({ id }) => id === format);
  if (!design || !writer) throw new Error(`<${format}>`);
  const { scenario: resolved } = resolveScenario(design.scenarios, given.id);
  return writer.write({
    xml: design.xml,
    model: design.model,
    scenario: completeScenario(design.model, resolved).scenario,
  });
}

async function back({ files }: Written): Promise<Scenario> {
  const { designs, refused } = await openFiles(files.map(({ suffix, text }) => file(`written${suffix}`, text)));
  expect(refused).toEqual([]);
  const read = designs[0]?.scenarios[0];
  if (!read || designs.length > 1) throw new Error(`<${designs.length}> designs`);
  return read;
}

function moments(spec: DistributionSpec | undefined): readonly [number, number] {
  const settled = spec && settle(spec, { time: true });
  if (!settled || !('distribution' in settled)) throw new Error('no distribution');
  return [settled.distribution.mean / 60_000, settled.distribution.sd / 60_000];
}

const ORIGINAL: Readonly<Record<string, DistributionSpec | undefined>> = {
  Check: scenario.elements?.Check?.work,
  Pack: scenario.elements?.Pack?.work,
  Wait: scenario.elements?.Wait?.delay,
};

const losses = ({ issues }: Written) =>
  issues.map(({ code, values, elementName }) => `${code} ${String(values?.what)} ${elementName ?? ''}`.trim());

describe.each(['qbp', 'prosimos', 'scylla'])('%s', (format) => {
  it('says the same when it is read again, moments included', async () => {
    const read = await back(await write(format, process(), scenario));
    for (const [id, spec] of Object.entries(ORIGINAL)) {
      const [mean, sd] = moments(spec);
      const { work, delay } = read.elements?.[id] ?? {};
      const [readMean, readSd] = moments(work ?? delay);
      expect(readMean, id).toBeCloseTo(mean, 4);
      expect(readSd / sd, id).toBeCloseTo(1, 2);
    }
    expect(moments(read.elements?.Start?.arrivals?.interval)[0]).toBeCloseTo(30, 6);
    expect(read.elements?.Yes?.probability).toBe(0.8);
    expect(read.elements?.No?.probability).toBe(0.2);
    expect(read.run?.start).toBe('2026-01-05T08:00:00');
    const clerks = read.pools?.find(({ name }) => name === 'Clerks');
    expect(clerks).toMatchObject({ costPerHour: 24, staffing: [{ capacity: 3 }] });
    expect(read.elements?.Check?.resources?.map((n) => n.map(({ pool, units }) => [pool, units]))).toEqual([
      [[clerks?.id, 1]],
    ]);
    const hours = read.calendars?.find(({ id }) => id === clerks?.staffing[0]?.calendar);
    // Night hours are on the day they fall on.
    expect(hours?.rules.flatMap(({ days, from, to }) => days.map((day) => [day, from, to])).sort()).toEqual(
      [...[1, 2, 3, 4, 5].map((day) => [day, 540, 1020]), [6, 1320, 1440], [7, 0, 120]].sort(),
    );
  });

  it('reports what it leaves out', async () => {
    const found = losses(await write(format, process(), scenario));
    for (const lost of ['warm-up', 'replications', 'sla In a day', 'work-by-class Check order', 'cost-per-use Clerks'])
      expect(found).toContain(`export-left-out ${lost}`);
    expect(found.includes('export-left-out seed')).toBe(format !== 'scylla');
    expect(found.includes('export-left-out fixed-cost Check order')).toBe(format !== 'qbp');
    expect(found.includes('export-left-out calendar Office')).toBe(format !== 'qbp');
    expect(found).toContain('export-fitted duration Pack');
  });
});

describe('QBP', () => {
  const schema = corpusPath('qbp/QBPSchema.xsd');
  it.skipIf(!hasCorpus('qbp') || !hasXmllint())('is valid for its schema', async () => {
    const { files } = await write('qbp', process(), scenario);
    const [block] = foreignBlocks(files[0]?.text ?? '', (namespace) => namespace.includes('qbp-simulator'));
    expect(faultsOf(block?.xml ?? '', schema)).toEqual([]);
  });
});

describe('Prosimos', () => {
  it('gets plain tasks, which are all that it reads', async () => {
    const typed = process().replace(
      '<bpmn:task id="Check" name="Check order"/>',
      '<bpmn:scriptTask id="Check" name="Check order" scriptFormat="js"><bpmn:script>1</bpmn:script></bpmn:scriptTask>',
    );
    const written = await write('prosimos', typed, scenario);
    const bpmn = written.files.find(({ suffix }) => suffix.endsWith('.bpmn'))?.text ?? '';
    expect(bpmn).toMatch(/<bpmn:task id="Check" name="Check order">/);
    expect(bpmn).not.toMatch(/[sS]cript/);
    expect(losses(written)).toContain('export-changed task-type Check order');
    expect(isRefusal(await openDocument(bpmn))).toBe(false);
  });
});

describe('batches', () => {
  const batch: Batching = {
    type: 'parallel',
    fires: [
      { size: 4, oldest: { value: 2, unit: 'h' } },
      { size: 2, from: 840 },
      { size: 2, from: 540, to: 720 },
      { quiet: { value: 90, unit: 's' }, days: [5] },
    ],
    durations: [{ size: 3, factor: 0.8 }],
  };
  const together = (check: Batching): Scenario => ({
    ...scenario,
    elements: { ...scenario.elements, Check: { ...scenario.elements?.Check, batch: check } },
  });

  it('are kept by Prosimos, rule by rule', async () => {
    const written = await write('prosimos', process(), together(batch));
    expect(losses(written).filter((loss) => loss.includes('batching'))).toEqual([]);
    const read = await back(written);
    expect(read.elements?.Check?.batch).toEqual({
      ...batch,
      fires: [{ size: 4, oldest: { value: 7200, unit: 's' } }, ...batch.fires.slice(1)],
    });
  });

  it('of an exact size stay of that size, and a day each stands for several', async () => {
    const exact: Batching = { type: 'sequential', fires: [{ size: 3, days: [1, 2] }], most: 3 };
    const read = await back(await write('prosimos', process(), together(exact)));
    expect(read.elements?.Check?.batch).toEqual({
      type: 'sequential',
      fires: [
        { size: 3, days: [1] },
        { size: 3, days: [2] },
      ],
      most: 3,
    });
  });

  it('lose what Prosimos cannot say, and are a loss to others', async () => {
    const odd: Batching = { type: 'parallel', fires: [{ size: 2, from: 855 }], leftovers: 'wait' };
    const rounded = losses(await write('prosimos', process(), together(odd)));
    expect(rounded.filter((loss) => loss.startsWith('export-changed batching'))).toHaveLength(2);
    const night: Batching = { type: 'parallel', fires: [{ size: 2, from: 1320, to: 120 }] };
    const left = losses(await write('prosimos', process(), together(night)));
    expect(left.filter((loss) => loss.includes('batching'))).toHaveLength(1);
    for (const format of ['qbp', 'scylla']) {
      const others = losses(await write(format, process(), together(batch)));
      expect(others.filter((loss) => loss.includes('batching'))).toHaveLength(1);
    }
  });
});

const blockIn = (xml: string | undefined): string =>
  foreignBlocks(xml ?? '', (namespace, name) => name === 'BPSimData' && namespace.includes('bpsim'))[0]?.xml ?? '';

describe('BPSim', () => {
  it('of version 1.0 has no warm-up, and says so', async () => {
    const written = await write('bpsim1', process(), scenario);
    expect(written.files[0]?.text).toContain('http://www.bpsim.org/schemas/1.0');
    expect(written.files[0]?.text).not.toMatch(/Warmup|schemas\/2\.0/);
    expect(written.issues).toContainEqual(
      expect.objectContaining({ code: 'bpsim-not-in-version', values: { parameter: 'Warmup', version: '1.0' } }),
    );
    const read = await back(written);
    expect(read.elements?.Check?.work).toEqual(scenario.elements?.Check?.work);
    expect(read.run?.horizon).toEqual({ value: 4, unit: 'week' });
  });

  const files = corpusFiles('bpsim', /\.(bpmn2?|bpsim)$/);
  describe.skipIf(!hasCorpus('bpsim') || !hasXmllint())('of the corpus (needs xmllint)', () => {
    const documents = files.filter((name) => !name.endsWith('.bpsim'));
    // What the versions differ in is in these.
    const old = documents.filter((name) => /Car Repair|Loan Process v1|BankLoan/.test(name));
    it.each([...documents.map((name) => [name, '2.0'] as const), ...old.map((name) => [name, '1.0'] as const)])(
      '%s is valid as version %s',
      async (name, version) => {
        const { designs } = await openFiles([{ name, bytes: corpusFile(name) }]);
        const [design] = designs;
        const writer = dialectWriters.find(({ id }) => id === (version === '1.0' ? 'bpsim1' : 'bpsim'));
        const first = design?.scenarios[0];
        if (!design || !writer) throw new Error('refused');
        // A file of the corpus declares BPSim and holds none.
        if (!first) return;
        const written = await writer.write({ xml: design.xml, model: design.model, scenario: first });
        const schema = corpusPath('bpsim/wfmc/xsd', `BPSim v${version}.xsd`);
        expect(faultsOf(blockIn(written.files[0]?.text), schema)).toEqual([]);
        // Nothing that takes part is lost.
        const again = await openFiles([file(name, written.files[0]?.text ?? '')]);
        expect(again.designs[0]?.scenarios.map(({ elements }) => elements)).toEqual(
          design.scenarios.map(({ elements }) => elements),
        );
      },
    );
  });
});
