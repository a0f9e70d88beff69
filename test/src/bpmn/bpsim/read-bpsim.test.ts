/** BPSim as other tools write it: every distribution, dialects, calendars, selections, and what our extension adds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '#simulation';
import { isRefusal, openDocument, readScenarios, toXml, writeScenarios } from '../../../../src/bpmn/index.ts';

const FIXTURE = readFileSync('test/fixtures/bpmn/round-trip.bpmn', 'utf8');
const RESOURCES = '<bpmn:resource id="Clerk" name="Clerks" /><bpmn:resource id="Boss" name="Managers" />';

async function open(xml: string) {
  const document = await openDocument(xml);
  if (isRefusal(document)) throw new Error(JSON.stringify(document.issues));
  return document;
}

/** The fixture with BPSim data in it. */
const withBpsim = (scenarios: string, version = '2.0'): string =>
  FIXTURE.replace(
    '</bpmn:definitions>',
    `${RESOURCES}<bpmn:relationship type="BPSimData"><bpmn:extensionElements>
      <sim:BPSimData xmlns:sim="http://www.bpsim.org/schemas/${version}">${scenarios}</sim:BPSimData>
    </bpmn:extensionElements><bpmn:source>Definitions_1</bpmn:source><bpmn:target>Definitions_1</bpmn:target></bpmn:relationship></bpmn:definitions>`,
  ).replace(/<(\/?)sim:/g, '<$1sim:');

async function read(scenarios: string, version?: string) {
  const { scenarios: found, issues } = readScenarios((await open(withBpsim(scenarios, version))).definitions);
  return { found, issues, scenario: found[0], elements: found[0]?.elements ?? {} };
}

const scenario = (content: string, attributes = ''): string =>
  `<sim:Scenario id="S" ${attributes}>${content}</sim:Scenario>`;
const element = (id: string, group: string, content: string): string =>
  `<sim:ElementParameters elementRef="${id}"><sim:${group}>${content}</sim:${group}></sim:ElementParameters>`;
const work = (value: string): string =>
  element('Task_1', 'TimeParameters', `<sim:ProcessingTime>${value}</sim:ProcessingTime>`);

describe('parameter values', () => {
  it.each([
    ['<sim:BetaDistribution shape="2" scale="3"/>', 'beta', { alpha: 2, beta: 3, min: 0, max: 1 }],
    ['<sim:BinomialDistribution probability="0.5" trials="4"/>', 'binomial', { probability: 0.5, trials: 4 }],
    ['<sim:ErlangDistribution mean="10" k="3"/>', 'erlang', { mean: 10, k: 3 }],
    ['<sim:GammaDistribution shape="2" scale="5"/>', 'gamma', { shape: 2, scale: 5 }],
    ['<sim:LogNormalDistribution mean="10" standardDeviation="4"/>', 'lognormal', { mean: 10, sd: 4 }],
    ['<sim:NegativeExponentialDistribution mean="9"/>', 'exponential', { mean: 9 }],
    ['<sim:NormalDistribution mean="10" standardDeviation="2"/>', 'normal', { mean: 10, sd: 2 }],
    ['<sim:PoissonDistribution mean="3"/>', 'poisson', { mean: 3 }],
    ['<sim:TriangularDistribution mode="2" min="1" max="4"/>', 'triangular', { min: 1, mode: 2, max: 4 }],
    [
      '<sim:TruncatedNormalDistribution mean="5" standardDeviation="1" min="0" max="9"/>',
      'truncated-normal',
      { mean: 5, sd: 1, min: 0, max: 9 },
    ],
    ['<sim:UniformDistribution min="1" max="2"/>', 'uniform', { min: 1, max: 2 }],
    ['<sim:WeibullDistribution shape="1.5" scale="8"/>', 'weibull', { shape: 1.5, scale: 8 }],
    [
      '<sim:UserDistribution discrete="true"><sim:UserDistributionDataPoint probability="0.25"><sim:NumericParameter value="3"/></sim:UserDistributionDataPoint><sim:UserDistributionDataPoint probability="0.75"><sim:FloatingParameter value="4.5"/></sim:UserDistributionDataPoint></sim:UserDistribution>',
      'user-discrete',
      { values: [3, 4.5], weights: [0.25, 0.75] },
    ],
    ['<sim:NumericParameter value="7"/>', 'constant', { value: 7 }],
    ['<sim:FloatingParameter value="7.5"/>', 'constant', { value: 7.5 }],
    ['<sim:StringParameter value="300"/>', 'constant', { value: 300 }],
    ['<sim:ExpressionParameter value="12"/>', 'constant', { value: 12 }],
  ])('%s', async (value, type, params) => {
    const { elements } = await read(scenario(work(value)));
    expect(elements.Task_1?.work).toEqual({ type, params, unit: 'min' });
  });

  it('takes times in the unit that the value, the scenario or its parent says', async () => {
    const base = '<sim:ScenarioParameters baseTimeUnit="hour"/>';
    const { found } = await read(
      scenario(base + work('<sim:UniformDistribution min="1" max="2"/>')) +
        scenario(work('<sim:NumericParameter value="3"/>'), 'inherits="S"').replace('id="S"', 'id="T"') +
        scenario(work('<sim:NumericParameter value="2" timeUnit="year"/>')).replace('id="S"', 'id="U"'),
    );
    expect(found.map((s) => s.elements?.Task_1?.work?.unit)).toEqual(['h', 'h', 'day']);
    expect(found[2]?.elements?.Task_1?.work?.params).toEqual({ value: 730 });
  });

  it.each([
    ['PT24M', { value: 24, unit: 'min' }],
    ['P1M', { value: 30, unit: 'day' }],
    ['P1DT2H', { value: 26, unit: 'h' }],
    ['PT0.5S', { value: 0.5, unit: 's' }],
  ])('reads the duration %s', async (text, span) => {
    const { scenario: found } = await read(
      scenario(
        `<sim:ScenarioParameters><sim:Duration><sim:DurationParameter value="${text}"/></sim:Duration></sim:ScenarioParameters>`,
      ),
    );
    expect(found?.run?.horizon).toEqual(span);
  });

  it('treats zeros that tools write for "unset" as unset', async () => {
    const { elements, issues } = await read(
      scenario(
        work('<sim:NormalDistribution mean="0" standardDeviation="0"/>') +
          element('Task_1', 'ResourceParameters', '<sim:Quantity><sim:FloatingParameter value="0"/></sim:Quantity>'),
      ),
      '1.0',
    );
    expect(elements.Task_1?.work).toBeUndefined();
    expect(issues).toEqual([]);
  });

  it('adds constant phases to the processing time and reports those that vary', async () => {
    const phases = (setUp: string): string =>
      element(
        'Task_1',
        'TimeParameters',
        `<sim:SetUpTime>${setUp}</sim:SetUpTime><sim:ProcessingTime><sim:UniformDistribution min="1" max="2"/></sim:ProcessingTime>`,
      );
    const added = await read(scenario(phases('<sim:NumericParameter value="5"/>')));
    expect(added.elements.Task_1?.work?.params).toEqual({ min: 6, max: 7 });
    const varying = await read(scenario(phases('<sim:NegativeExponentialDistribution mean="5"/>')));
    expect(varying.issues).toContainEqual(expect.objectContaining({ code: 'bpsim-not-read' }));
  });

  it('says what it does not read, and keeps it', async () => {
    const xml = withBpsim(
      scenario(element('Task_1', 'TimeParameters', '<sim:QueueTime><sim:NumericParameter value="5"/></sim:QueueTime>')),
    );
    const document = await open(xml);
    const { scenarios, issues } = readScenarios(document.definitions);
    expect(issues).toMatchObject([{ code: 'bpsim-not-read', elementId: 'Task_1', values: { parameter: 'QueueTime' } }]);
    writeScenarios(document.definitions, document.moddle, scenarios);
    expect(await toXml(document)).toContain('QueueTime');
  });
});

describe('people and their hours', () => {
  const quantity = (values: string): string =>
    element('Clerk', 'ResourceParameters', `<sim:Quantity>${values}</sim:Quantity>`);
  const calendar = `<sim:Calendar id="Day" name="Day shift">
      BEGIN:VCALENDAR
        BEGIN:VEVENT
          DTSTART:20160101T090000
          DTEND:20160101T170000
          RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
          EXDATE:20160104T090000
        END:VEVENT
      END:VCALENDAR</sim:Calendar>
    <sim:Calendar id="Night" name="Night shift">BEGIN:VEVENT
DTSTART:20160101T220000
DTEND:20160102T060000
RRULE:FREQ=DAILY
END:VEVENT</sim:Calendar>`;

  it('reads shifts and costs', async () => {
    const cost = element(
      'Clerk',
      'CostParameters',
      '<sim:UnitCost><sim:FloatingParameter value="0.5"/></sim:UnitCost>',
    );
    const values = '<sim:NumericParameter value="3" validFor="Day"/><sim:NumericParameter value="1" validFor="Night"/>';
    const { scenario: found, issues } = await read(scenario(quantity(values) + cost + calendar));
    expect(issues).toEqual([]);
    expect(found?.pools).toEqual([
      {
        id: 'Clerk',
        name: 'Clerks',
        staffing: [
          { capacity: 3, calendar: 'Day' },
          { capacity: 1, calendar: 'Night' },
        ],
        costPerHour: 30,
      },
    ]);
    expect(found?.calendars).toEqual([
      {
        id: 'Day',
        name: 'Day shift',
        rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
        holidays: [{ date: '2016-01-04' }],
      },
      { id: 'Night', name: 'Night shift', rules: [{ days: [1, 2, 3, 4, 5, 6, 7], from: 1320, to: 360 }] },
    ]);
  });

  it('reports rules that do not repeat weekly', async () => {
    const { issues } = await read(
      scenario(
        '<sim:Calendar id="C">BEGIN:VEVENT\nDTSTART:20160101T090000\nDTEND:20160101T100000\nRRULE:FREQ=MONTHLY\nEND:VEVENT</sim:Calendar>',
      ),
    );
    expect(issues).toMatchObject([{ code: 'calendar-line-not-read', values: { line: 'RRULE:FREQ=MONTHLY' } }]);
  });

  it.each([
    ["getResource('Clerk',2)", [[{ pool: 'Clerk', units: 2 }]]],
    [
      "bpsim:orResource(bpsim:getResource('Clerk', 1), getResource('Boss', 1))",
      [[{ pool: 'Clerk', units: 1 }], [{ pool: 'Boss', units: 1 }]],
    ],
    [
      "getResource('Clerk', 1) | getResource('Managers', 1)",
      [[{ pool: 'Clerk', units: 1 }], [{ pool: 'Boss', units: 1 }]],
    ],
    [
      "getResource('Clerk', 1) and getResource('Boss', 1)",
      [
        [
          { pool: 'Clerk', units: 1 },
          { pool: 'Boss', units: 1 },
        ],
      ],
    ],
    ['Boss', [[{ pool: 'Boss', units: 1 }]]],
    ["getResourceByRoles(['approver'], 1)", [[{ pool: 'Boss', units: 1 }]]],
  ])('selects by %s', async (expression, resources) => {
    const role = element('Boss', 'ResourceParameters', '<sim:Role><sim:StringParameter value="approver"/></sim:Role>');
    const selection = `<sim:Selection><sim:ExpressionParameter value="${expression}"/></sim:Selection>`;
    const { elements } = await read(scenario(role + element('Task_1', 'ResourceParameters', selection)));
    expect(elements.Task_1?.resources).toEqual(resources);
  });
});

describe('routing', () => {
  const share = (flow: string, value: number): string =>
    element(flow, 'ControlParameters', `<sim:Probability><sim:FloatingParameter value="${value}"/></sim:Probability>`);

  it('reads percentages as weights', async () => {
    const { elements, issues } = await read(
      scenario(share('Flow_yes', 70) + share('Flow_no', 30) + share('Flow_1', 100)),
    );
    expect(elements).toMatchObject({
      Flow_yes: { probability: 0.7 },
      Flow_no: { probability: 0.3 },
      Flow_1: { probability: 1 },
    });
    expect(issues.map((i) => i.code)).toEqual(['bpsim-probabilities-as-weights']);
  });

  it('leaves the rest to flows that say nothing', async () => {
    const { elements } = await read(scenario(share('Flow_yes', 60)));
    expect(elements.Flow_yes?.probability).toBe(0.6);
  });
});

describe('our extension', () => {
  const task = { work: { type: 'constant', params: { value: 2 }, unit: 'workday' }, shiftEnd: 'fit' } as const;
  const written = async (): Promise<string> => {
    const document = await open(FIXTURE);
    const scenarios: Scenario[] = [{ id: 'S', name: 'S', elements: { Task_1: task } }];
    writeScenarios(document.definitions, document.moddle, scenarios);
    return toXml(document);
  };

  it('adds what BPSim cannot say', async () => {
    const xml = await written();
    expect(xml).toContain('<bpsim:NumericParameter value="16" timeUnit="hour" />');
    expect(readScenarios((await open(xml)).definitions).scenarios[0]?.elements?.Task_1).toEqual(task);
  });

  it('yields to BPSim where another tool edited that', async () => {
    const xml = (await written()).replace('value="16"', 'value="8"');
    const { scenarios, issues } = readScenarios((await open(xml)).definitions);
    expect(scenarios[0]?.elements?.Task_1).toEqual({
      work: { type: 'constant', params: { value: 8 }, unit: 'h' },
      shiftEnd: 'fit',
    });
    expect(issues).toMatchObject([{ code: 'bpsim-edited-elsewhere', elementId: 'Task_1', values: { field: 'work' } }]);
  });

  it.each(['{"shiftEnd":"never"}', '{"work":5}', 'not json', '['.repeat(10_000)])('survives %.40s', async (json) => {
    const xml = (await written()).replace(/(<preflight:data>)[^<]*/, `$1${json}`);
    const { scenarios, issues } = readScenarios((await open(xml)).definitions);
    expect(scenarios[0]?.elements?.Task_1?.work?.params).toEqual({ value: 16 });
    expect(issues.map((i) => i.code)).toContain('extension-not-read');
  });

  it('is not polluted by keys that mean something to the language', async () => {
    const json = '{"__proto__":{"polluted":true},"assign":{"__proto__":"1"},"provenance":{"constructor":"guess"}}';
    const xml = (await written()).replace(/(<preflight:data>)[^<]*/, `$1${json}`);
    readScenarios((await open(xml)).definitions);
    expect({}).not.toHaveProperty('polluted');
  });

  it('stands beside those of other vendors', async () => {
    const foreign = '<bpsim:VendorExtension name="acme"><acme:x a="1" /></bpsim:VendorExtension>';
    const xml = (await written()).replace('<bpsim:VendorExtension', `${foreign}<bpsim:VendorExtension`);
    const document = await open(xml);
    writeScenarios(document.definitions, document.moddle, [{ id: 'S', name: 'S' }]);
    const after = await toXml(document);
    expect(after).toContain('<acme:x a="1" />');
    expect(after).not.toContain('shiftEnd');
  });
});
