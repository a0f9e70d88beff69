/** Rows about gateways. */
import { msg } from '@lit/localize';
import type { ConformanceRow, SampleNode } from './row.ts';

const split = (): string => msg('split');
const inFlow = (): string => msg('in the flow');
const begins = (): string => msg('beginning the process');
const gateway = (type: string, more: Partial<SampleNode> = {}): SampleNode[] => [{ type: `bpmn:${type}`, ...more }];

export const gatewayRows: readonly ConformanceRow[] = [
  {
    element: () => msg('Exclusive gateway'),
    position: split,
    happens: () => msg('One flow: the first whose condition holds, else the default; or one drawn by shares.'),
    nodes: gateway('ExclusiveGateway'),
    trace: '04-exclusive-first-true-in-document-order',
  },
  {
    element: () => msg('Exclusive gateway'),
    position: () => msg('merge'),
    happens: () => msg('Passes every token on its own.'),
    nodes: gateway('ExclusiveGateway'),
    trace: '04-exclusive-merge-passes-twice',
  },
  {
    element: () => msg('Parallel gateway'),
    position: split,
    happens: () => msg('Takes all flows at the same instant.'),
    nodes: gateway('ParallelGateway'),
    trace: '03-parallel-split-and-join-in-one',
  },
  {
    element: () => msg('Parallel gateway'),
    position: () => msg('join'),
    happens: () => msg('Waits for one token on each incoming flow; more than one stay for the next time.'),
    nodes: gateway('ParallelGateway'),
    trace: '03-parallel-join-surplus-fires-again',
  },
  {
    element: () => msg('Inclusive gateway'),
    position: split,
    happens: () =>
      msg('Takes every flow whose condition holds, else the default; or each by its own chance, at least one.'),
    nodes: gateway('InclusiveGateway'),
    trace: '02-inclusive-split-all-true',
  },
  {
    element: () => msg('Inclusive gateway'),
    position: () => msg('join'),
    happens: () => msg('Waits for every token that can still arrive. Joins that wait for each other are reported.'),
    nodes: gateway('InclusiveGateway'),
    trace: '01-inclusive-join-token-dies-elsewhere',
  },
  {
    element: () => msg('Complex gateway'),
    position: () => msg('join'),
    happens: () =>
      msg('Goes on when its condition on the number of tokens holds; late tokens are taken in without consequence.'),
    nodes: gateway('ComplexGateway'),
    trace: '04-complex-two-of-three',
  },
  {
    element: () => msg('Complex gateway'),
    position: split,
    happens: () => msg('Splits like an inclusive gateway.'),
    nodes: gateway('ComplexGateway'),
    trace: '04-complex-split',
  },
  {
    element: () => msg('Event-based gateway'),
    position: inFlow,
    happens: () => msg('Awaits all that follow from the same instant; the first to occur wins.'),
    nodes: gateway('EventBasedGateway'),
    trace: '08-race-timer-wins',
  },
  {
    element: () => msg('Event-based gateway'),
    position: begins,
    happens: () => msg('A case begins with one of the events that follow; arrivals and shares say how often.'),
    nodes: gateway('EventBasedGateway', { instantiate: true }),
    trace: '08-instantiating-gateway',
  },
  {
    element: () => msg('Parallel event-based gateway'),
    position: begins,
    happens: () => msg('The first event begins the case, which then awaits all the others.'),
    nodes: gateway('EventBasedGateway', { instantiate: true, eventGatewayType: 'Parallel' }),
    trace: '08-instantiating-parallel-gateway',
  },
];
