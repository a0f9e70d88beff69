/** Texts of findings about how work is given to people: what interrupts what, and what is done together. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (issue: Issue, key: string): string => String(issue.values?.[key] ?? '');
const name = (issue: Issue): string => issue.elementName ?? issue.elementId ?? '';

export const workIssues: IssueTexts = {
  'people-never-there': (i) =>
    msg(
      str`‘${name(i)}’ can never be done: ${value(i, 'pools')} are never on shift, or never at the same time. Check their calendars.`,
    ),
  'work-longer-than-shifts': (i) =>
    msg(
      str`‘${name(i)}’ usually takes longer than any shift of ${value(i, 'pools')}, so it is begun although it does not fit, and goes on next shift. Lengthen the shifts, or choose another policy at the end of a shift.`,
    ),
  'preemption-without-priority': (i) =>
    msg(
      str`Work of ‘${name(i)}’ is to be interrupted by work of higher priority, but waiting work is not taken by priority there. Choose “by priority”, or do not interrupt.`,
    ),
  'preemption-without-ranks': (i) =>
    msg(
      str`All work of ‘${name(i)}’ has the same priority, so nothing is ever interrupted. Give urgent steps or cases a higher priority.`,
    ),
  'preemption-shared-people': (i) =>
    msg(
      str`People of ‘${name(i)}’ work for other pools too, or those of others for it; their work cannot be interrupted. Give these people one pool, or do not interrupt.`,
    ),
  'preemption-several-people': (i) =>
    msg(
      str`‘${name(i)}’ needs several people or has alternatives, so ‘${value(i, 'pool')}’ cannot interrupt it. Let it need one person of this pool, or do not interrupt there.`,
    ),
  'preemption-of-persons': (i) =>
    msg(
      str`It matters who does ‘${name(i)}’ (speed, set-up time, same or another person …), so ‘${value(i, 'pool')}’ cannot interrupt it. Remove these rules, or do not interrupt there.`,
    ),
  'preemption-of-impatient': (i) =>
    msg(
      str`Cases give up waiting for ‘${name(i)}’, so ‘${value(i, 'pool')}’ cannot interrupt it. Let them wait, or do not interrupt there.`,
    ),
  'preemption-of-batches': (i) =>
    msg(
      str`‘${name(i)}’ is done in batches, so ‘${value(i, 'pool')}’ cannot interrupt it. Let each case be done for itself, or do not interrupt there.`,
    ),
  'batch-without-rule': (i) =>
    msg(
      str`‘${name(i)}’ is done in batches, but nothing says when a batch is complete. Say how many cases must wait, for how long, or at which hour.`,
    ),
  'batch-size-out-of-range': (i) =>
    msg(str`A size of batches of ‘${name(i)}’ is ${value(i, 'value')}. Enter a whole number, 1 or more.`),
  'batch-wait-out-of-range': (i) =>
    msg(str`A waiting time of batches of ‘${name(i)}’ is ${value(i, 'value')}. Enter a time, 0 or more.`),
  'batch-hours': (i) =>
    msg(
      str`The days or hours of batches of ‘${name(i)}’ leave no time at all. Choose a day, and an end after the beginning.`,
    ),
  'batch-factor-out-of-range': (i) =>
    msg(
      str`The work of a batch of ‘${name(i)}’ takes ${value(i, 'value')} times as long. Enter a factor above 0, up to 100.`,
    ),
  'batch-of-persons': (i) =>
    msg(
      str`‘${name(i)}’ is done in batches, so it cannot depend on a person of one case (same or another person, work times by person). Remove these rules or the batches.`,
    ),
  'batch-of-impatient': (i) =>
    msg(
      str`‘${name(i)}’ is done in batches; cases cannot give up waiting there. Let them wait, or remove the batches.`,
    ),
  'preemption-and-fit': (i) =>
    msg(
      str`‘${name(i)}’ is only begun when it fits into the shift, so ‘${value(i, 'pool')}’ cannot interrupt it. Choose another policy at the end of a shift, or do not interrupt there.`,
    ),
  'batch-never-full': (i) =>
    msg(
      str`${value(i, 'count')} cases wait for ever at ‘${name(i)}’ for a batch that is never complete. Let what is left over be done, or complete batches by waiting time.`,
    ),
};
