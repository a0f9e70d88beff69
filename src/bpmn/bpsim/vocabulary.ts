/** The words of BPSim: namespaces, the order of children, time units. */
import type { TimeUnit } from '#simulation';

export const BPSIM_1 = 'http://www.bpsim.org/schemas/1.0';
export const BPSIM_2 = 'http://www.bpsim.org/schemas/2.0';

/** Children in the order the schema wants, by the local name of their parent. */
export const CHILD_ORDER: Readonly<Record<string, readonly string[]>> = {
  Scenario: ['ScenarioParameters', 'ElementParameters', 'Calendar', 'VendorExtension'],
  ScenarioParameters: ['Start', 'Duration', 'Warmup', 'PropertyParameters'],
  ElementParameters: [
    'TimeParameters',
    'ControlParameters',
    'ResourceParameters',
    'PriorityParameters',
    'CostParameters',
    'PropertyParameters',
    'VendorExtension',
  ],
  TimeParameters: [
    'TransferTime',
    'QueueTime',
    'WaitTime',
    'SetUpTime',
    'ProcessingTime',
    'ValidationTime',
    'ReworkTime',
    'LagTime',
    'Duration',
    'ElapsedTime',
  ],
  ControlParameters: ['Probability', 'Condition', 'InterTriggerTimer', 'TriggerCount'],
  ResourceParameters: ['Selection', 'Availability', 'Quantity', 'Role'],
  PriorityParameters: ['Interruptible', 'Priority'],
  CostParameters: ['FixedCost', 'UnitCost'],
  PropertyParameters: ['Property', 'QueueLength'],
};

/** BPSim's unit for each of ours, and how many of it one of ours is; BPSim has no week and no working day. */
export const UNIT_TO_BPSIM: Readonly<Record<TimeUnit, readonly [unit: string, factor: number]>> = {
  ms: ['ms', 1],
  s: ['s', 1],
  min: ['min', 1],
  h: ['hour', 1],
  workday: ['hour', 8],
  day: ['day', 1],
  week: ['day', 7],
};

/** Our unit for each of BPSim's, and how many of ours one of it is. A year is read as 365 days. */
export const UNIT_FROM_BPSIM: ReadonlyMap<string, readonly [unit: TimeUnit, factor: number]> = new Map([
  ['ms', ['ms', 1]],
  ['s', ['s', 1]],
  ['min', ['min', 1]],
  ['hour', ['h', 1]],
  ['day', ['day', 1]],
  ['year', ['day', 365]],
]);
