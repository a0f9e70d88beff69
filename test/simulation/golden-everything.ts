/** A model in which every element, distribution, clock and policy of the engine occurs. */
import {
  distributions,
  type Calendar,
  type DistributionSpec,
  type ElementParameters,
  type Formula,
  type Study,
} from '#simulation';
import { by, constant, event, exponential, pool, sketch, timer, type NodeSketch } from '../support/model.ts';

const minutes = (type: string, params: DistributionSpec['params']): DistributionSpec => ({ type, params, unit: 'min' });

/** One of each; a kind that is added to the registry is missed here by name. */
const SPECS: Readonly<Record<string, DistributionSpec>> = {
  constant: constant(1.5),
  uniform: minutes('uniform', { min: 1, max: 4 }),
  triangular: minutes('triangular', { min: 1, mode: 2, max: 6 }),
  pert: minutes('pert', { min: 1, mode: 2, max: 9 }),
  normal: minutes('normal', { mean: 3, sd: 2 }),
  'truncated-normal': minutes('truncated-normal', { mean: 3, sd: 2, min: 1, max: 4 }),
  lognormal: minutes('lognormal', { mean: 3, sd: 4 }),
  exponential: minutes('exponential', { mean: 2 }),
  erlang: minutes('erlang', { mean: 3, k: 3 }),
  gamma: minutes('gamma', { shape: 0.7, scale: 3 }),
  weibull: minutes('weibull', { shape: 1.7, scale: 3 }),
  beta: minutes('beta', { alpha: 2, beta: 5, min: 1, max: 8 }),
  poisson: minutes('poisson', { mean: 2.5 }),
  binomial: minutes('binomial', { trials: 6, probability: 0.4 }),
  empirical: minutes('empirical', { values: [1, 1.25, 2, 5] }),
  histogram: minutes('histogram', { edges: [0, 1, 3, 7], weights: [1, 3, 1] }),
  'user-discrete': minutes('user-discrete', { values: [1, 2, 6], weights: [3, 2, 1] }),
  'user-continuous': minutes('user-continuous', { values: [0, 1, 4, 9], weights: [0, 0.5, 0.3, 0.2] }),
};

const SHIFTS: Calendar = {
  id: 'shifts',
  name: 'Shifts',
  rules: [
    { days: [1, 2, 3, 4, 5], from: 480, to: 1080 },
    { days: [6, 7], from: 1320, to: 240 },
  ],
  holidays: [{ date: '2026-04-03', until: '2026-04-06' }],
};

const attribute = (name: string, operator: '=' | '>', right: number | string): Formula => ({
  text: `${name} ${operator} ${JSON.stringify(right)}`,
  tree: {
    type: 'binary',
    operator,
    left: { type: 'attribute', name },
    right: typeof right === 'number' ? { type: 'number', value: right } : { type: 'text', value: right },
  },
});

/** A case goes through a task of each distribution, then past every kind of gateway and event, over the change to summer time. */
export function everything(): Study {
  const kinds = distributions.map((d) => d.type);
  const chain = kinds.map((_, i) => `Kind${i + 1}`);
  const inSub = (type: string, more: Partial<NodeSketch> = {}): NodeSketch => ({ type, scope: 'Sub', ...more });
  const inPartner = (type: string, more: Partial<NodeSketch> = {}): NodeSketch => ({ type, scope: 'Partner', ...more });
  const byDesk: Partial<ElementParameters> = {
    resources: [[{ pool: 'Desk', units: 1 }], [{ pool: 'Reserve', units: 2 }]],
  };
  return sketch({
    nodes: {
      Start: 'StartEvent',
      ...Object.fromEntries(chain.map((id) => [id, 'UserTask'])),
      Late: { type: 'BoundaryEvent', attachedTo: 'Kind5', interrupting: true, eventDefinitions: timer('PT5M') },
      Race: 'EventBasedGateway',
      Answer: { type: 'IntermediateCatchEvent', eventDefinitions: event('Message') },
      Patience: { type: 'IntermediateCatchEvent', eventDefinitions: timer('PT10M') },
      Raced: 'ExclusiveGateway',
      Sub: 'SubProcess',
      Begin: inSub('StartEvent'),
      Inside: inSub('Task'),
      Fine: inSub('ExclusiveGateway'),
      Finish: inSub('EndEvent'),
      Broken: inSub('EndEvent', { eventDefinitions: event('Error', { refCode: 'E1' }) }),
      Caught: { type: 'BoundaryEvent', attachedTo: 'Sub', eventDefinitions: event('Error', { refCode: 'E1' }) },
      Reminder: {
        type: 'BoundaryEvent',
        attachedTo: 'Sub',
        interrupting: false,
        eventDefinitions: timer('R3/PT2M', 'cycle'),
      },
      Remind: 'SendTask',
      Reminded: 'EndEvent',
      Repair: 'ManualTask',
      Jump: { type: 'IntermediateThrowEvent', eventDefinitions: event('Link', { linkName: 'on' }) },
      Land: { type: 'IntermediateCatchEvent', eventDefinitions: event('Link', { linkName: 'on' }) },
      Milestone: 'IntermediateThrowEvent',
      Ask: { type: 'IntermediateThrowEvent', eventDefinitions: event('Message') },
      Fork: 'ParallelGateway',
      Wait: 'ReceiveTask',
      Grade: { type: 'ExclusiveGateway', default: 'Grade_Plain' },
      Plain: 'ServiceTask',
      Special: 'ScriptTask',
      Stop: { type: 'EndEvent', eventDefinitions: event('Terminate') },
      Join: 'ParallelGateway',
      End: 'EndEvent',
      Asked: inPartner('StartEvent', { eventDefinitions: event('Message') }),
      Think: inPartner('BusinessRuleTask'),
      Tell: inPartner('IntermediateThrowEvent', { eventDefinitions: event('Message') }),
      Told: inPartner('EndEvent'),
    },
    flows: [
      `Start > ${chain.join(' > ')} > Race > Answer > Raced > Sub > Jump`,
      'Late > Race',
      'Race > Patience > Raced',
      'Begin > Inside > Fine > Finish',
      'Fine > Broken',
      'Caught > Repair > Jump',
      'Reminder > Remind > Reminded',
      'Land > Milestone > Ask > Fork > Wait > Join > End',
      'Fork > Grade > Plain > Join',
      'Grade > Special > Stop',
      'Asked > Think > Tell > Told',
    ],
    elements: {
      Start: { arrivals: { interval: exponential(45), calendar: 'shifts', outside: 'move-to-opening' } },
      ...Object.fromEntries(
        kinds.map((kind, i): [string, ElementParameters] => {
          const work = SPECS[kind];
          if (!work) throw new Error(`no parameters for <${kind}>`);
          const shiftEnd = (['pause', 'overtime', 'fit'] as const)[i % 3]!;
          return [
            chain[i]!,
            { work, ...byDesk, shiftEnd, priorityWhen: [{ when: attribute('amount', '>', 50), priority: i }] },
          ];
        }),
      ),
      Answer: { delay: exponential(8) },
      Patience: { clock: 'business', calendar: 'shifts' },
      Inside: { work: minutes('lognormal', { mean: 6, sd: 3 }), resources: by('Desk'), fixedCost: 2 },
      Fine_Finish: { probability: 0.8 },
      Fine_Broken: { probability: 0.2 },
      Repair: { work: exponential(5), resources: by('Reserve') },
      Remind: { work: constant(0.5) },
      Think: { work: minutes('weibull', { shape: 2, scale: 20 }) },
      Grade_Special: { condition: attribute('grade', '=', 'urgent') },
      Plain: {
        work: exponential(2),
        workWhen: [{ when: attribute('amount', '>', 30), distribution: exponential(7) }],
        resources: by('Desk'),
      },
      Special: { work: constant(25) },
    },
    pools: [
      pool('Desk', 1, {
        staffing: [{ capacity: 3, calendar: 'shifts' }, { capacity: 1 }],
        discipline: 'priority',
        costPerHour: 60,
        costPerUse: 0.1,
      }),
      pool('Reserve', 2, { costPerHour: 90, overtimeFactor: 2 }),
    ],
    slas: [
      {
        id: 'case',
        name: 'Case',
        on: { type: 'case' },
        limit: { value: 4, unit: 'h' },
        clock: 'business',
        calendar: 'shifts',
        target: 0.8,
      },
      {
        id: 'segment',
        name: 'Segment',
        on: { type: 'segment', from: { element: 'Race', at: 'entered' }, to: { element: 'Join', at: 'left' } },
        limit: { value: 45, unit: 'min' },
        clock: 'calendar',
        target: 0.8,
        when: attribute('amount', '>', 20),
      },
      {
        id: 'step',
        name: 'Step',
        on: { type: 'activity', element: 'Inside' },
        limit: { value: 10, unit: 'min' },
        clock: 'calendar',
        target: 0.8,
      },
    ],
    scenario: {
      calendars: [SHIFTS],
      attributes: [
        { name: 'amount', type: 'number', distribution: { type: 'gamma', params: { shape: 2, scale: 20 } } },
        {
          name: 'grade',
          type: 'category',
          values: [
            { value: 'urgent', share: 0.15 },
            { value: 'ordinary', share: 0.85 },
          ],
        },
      ],
    },
    model: {
      processes: [
        { id: 'Process', lanes: [] },
        { id: 'Partner', lanes: [] },
      ],
      participants: [
        { id: 'Us', process: 'Process' },
        { id: 'Them', process: 'Partner' },
      ],
      messageFlows: [
        { id: 'Question', source: 'Ask', target: 'Asked' },
        { id: 'Reply', source: 'Tell', target: 'Wait' },
      ],
    },
    run: {
      seed: 'golden',
      replications: 3,
      start: '2026-03-20T08:00:00',
      timeZone: 'Europe/Berlin',
      businessCalendar: 'shifts',
      horizon: { value: 4, unit: 'week' },
      warmUp: { value: 2, unit: 'day' },
    },
  });
}
