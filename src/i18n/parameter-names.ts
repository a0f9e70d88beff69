/** How the page calls the parameters of a scenario. */
import { msg } from '@lit/localize';
import type { ElementParameters, Preemption, QueueDiscipline, RunSettings } from '#simulation';

export type ParameterName = Exclude<keyof ElementParameters, 'provenance' | 'uncertainty'>;

/** What a parameter of an element is called. */
export function parameterTitle(name: ParameterName): string {
  switch (name) {
    case 'work':
      return msg('Work time');
    case 'workWhen':
      return msg('Work time for some cases');
    case 'resources':
      return msg('Who does it');
    case 'priority':
    case 'priorityWhen':
      return msg('Priority');
    case 'shiftEnd':
      return msg('Shift end');
    case 'choose':
      return msg('Who goes first');
    case 'samePersonAs':
      return msg('Same person as');
    case 'otherPersonThan':
      return msg('Another person than');
    case 'setup':
      return msg('Set-up time');
    case 'workBy':
      return msg('Work time by person');
    case 'workAt':
      return msg('Work time by hour');
    case 'patience':
    case 'balkAt':
    case 'abandonTo':
      return msg('Giving up');
    case 'initial':
      return msg('Waiting at the start');
    case 'batch':
      return msg('Batches');
    case 'fixedCost':
      return msg('Cost per execution');
    case 'assign':
      return msg('Changes case attributes');
    case 'arrivals':
      return msg('Arrivals');
    case 'delay':
      return msg('Time until it happens');
    case 'clock':
    case 'calendar':
      return msg('Clock');
    case 'probability':
      return msg('Share of cases');
    case 'condition':
      return msg('Condition');
    case 'latency':
      return msg('Answer time');
    case 'occurrences':
      return msg('Occurrences');
    case 'instances':
      return msg('Number of instances');
    case 'completion':
      return msg('Completion condition');
    case 'repeat':
      return msg('Repetition');
    case 'activation':
      return msg('Activation condition');
    case 'adHoc':
      return msg('Order of activities');
  }
}

/** What a setting of the run is called. */
export function settingTitle(name: keyof RunSettings): string {
  switch (name) {
    case 'start':
      return msg('Starts on');
    case 'timeZone':
      return msg('Time zone');
    case 'horizon':
      return msg('Length');
    case 'cases':
      return msg('Cases');
    case 'warmUp':
      return msg('Warm-up');
    case 'replications':
      return msg('Replications');
    case 'precision':
      return msg('Wanted precision');
    case 'seed':
      return msg('Seed');
    case 'businessCalendar':
      return msg('Business calendar');
  }
}

/** In which order waiting work is taken. */
export function disciplineName(discipline: QueueDiscipline): string {
  switch (discipline) {
    case 'fifo':
      return msg('first come, first served');
    case 'lifo':
      return msg('last come, first served');
    case 'priority':
      return msg('by priority');
    case 'shortest-job':
      return msg('shortest work first');
    case 'earliest-due-date':
      return msg('by due date of the service level');
    case 'random':
      return msg('at random');
  }
}

/** What waiting work does to work under way that ranks lower. */
export function preemptionName(preemption: Preemption): string {
  return preemption === 'none' ? msg('waits until work under way is done') : msg('interrupts work of lower priority');
}
