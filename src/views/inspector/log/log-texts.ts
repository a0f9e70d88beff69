/** What is said about event logs: their columns and the rows that cannot be used. */
import { msg } from '@lit/localize';
import type { Role, RowFault } from '../../../event-logs/event-log.ts';

/** What a column can hold, in the order in which it is asked for. */
export const roleTexts = (): readonly (readonly [role: Role, text: string])[] => [
  ['case', msg('Case')],
  ['activity', msg('Activity')],
  ['start', msg('Start of work')],
  ['end', msg('End of work')],
  ['time', msg('Time of the event')],
  ['lifecycle', msg('Start or end (lifecycle)')],
  ['enabled', msg('Work was waiting since')],
  ['resource', msg('Who did it')],
];

export function faultText(fault: RowFault): string {
  switch (fault) {
    case 'case-missing':
      return msg('no case, left out');
    case 'activity-missing':
      return msg('no activity, left out');
    case 'time-missing':
      return msg('no time');
    case 'time-unreadable':
      return msg('a time that cannot be read');
    case 'end-before-start':
      return msg('ends before it starts, left out');
    case 'too-few-fields':
      return msg('too few columns, left out');
    case 'header-repeated':
      return msg('the header once more, left out');
    case 'start-without-end':
      return msg('started and never ended');
    case 'end-without-start':
      return msg('ended and never started');
  }
}
