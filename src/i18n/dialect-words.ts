/** The parameters that findings about other simulators' formats name. */
import { msg } from '@lit/localize';

const WORDS: Readonly<Record<string, () => string>> = {
  arrivals: () => msg('The arrivals'),
  attributes: () => msg('The case attributes'),
  batching: () => msg('The batches'),
  calendar: () => msg('The calendar'),
  condition: () => msg('The condition'),
  cost: () => msg('The cost'),
  'cost-per-use': () => msg('The cost per use'),
  currency: () => msg('The currency'),
  delay: () => msg('The waiting time'),
  description: () => msg('The description'),
  discipline: () => msg('The queue discipline'),
  duration: () => msg('The working time'),
  end: () => msg('The end of the run'),
  'fixed-cost': () => msg('The fixed cost'),
  'instance-cost': () => msg('The cost of single people'),
  latency: () => msg('The answering time'),
  multitasking: () => msg('Working on several things at once'),
  overtime: () => msg('The overtime factor'),
  priority: () => msg('The priority'),
  probability: () => msg('The share'),
  provenance: () => msg('The origin of figures'),
  replications: () => msg('The number of replications'),
  resources: () => msg('The choice of people'),
  rule: () => msg('The rule'),
  seed: () => msg('The seed'),
  'set-up': () => msg('The set-up time'),
  'shift-end': () => msg('The policy at the end of a shift'),
  sla: () => msg('The service level'),
  start: () => msg('The start of the run'),
  'task-type': () => msg('The type of the task'),
  threshold: () => msg('The threshold'),
  'time-zone': () => msg('The time zone'),
  trimming: () => msg('Leaving out the first and last cases'),
  units: () => msg('The number of people'),
  'warm-up': () => msg('The warm-up'),
  'work-by-class': () => msg('The working time that depends on the case'),
};

/** A parameter in words; its key where none are known. */
export const whatText = (what: string): string => WORDS[what]?.() ?? what;
