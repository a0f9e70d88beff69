/** Texts of findings about a model and its scenario, found by the compiler before a run. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (issue: Issue, key: string): string => String(issue.values?.[key] ?? '');
const name = (issue: Issue): string => issue.elementName ?? issue.elementId ?? '';

export const modelIssues: IssueTexts = {
  'element-not-supported': (i) =>
    msg(
      str`‘${name(i)}’ cannot be simulated yet: ${value(i, 'type')}. Replace it by elements that can, for example a task with the same duration.`,
    ),
  'flow-crosses-scope': (i) =>
    msg(
      str`The sequence flow ‘${name(i)}’ crosses the border of a sub-process or pool. Connect it to the border itself, or use a message flow.`,
    ),
  'boundary-without-host': (i) =>
    msg(str`The boundary event ‘${name(i)}’ is attached to nothing. Place it on the border of an activity.`),
  'link-without-catch': (i) =>
    msg(
      str`‘${name(i)}’ leads to the link “${value(i, 'link')}”, which has no catching event here. Add one with the same link name in this process.`,
    ),
  'implicit-start': (i) =>
    msg(
      str`‘${name(i)}’ has no start event, so every step without an incoming flow begins at once. Add a start event to say where cases come in.`,
    ),
  'nothing-to-simulate': () =>
    msg('There is no step to simulate. Draw a process with a start event and at least one task.'),
  'no-cases-arrive': () => msg('No case ever arrives. Select the start event and say how often cases come.'),
  'no-arrivals': (i) =>
    msg(str`No case arrives at ‘${name(i)}’. Say how often cases come there, or remove it if nothing starts there.`),
  'arrivals-without-end': (i) =>
    msg(
      str`Endless cases would arrive at ‘${name(i)}’ at the same moment. Give the time between arrivals, or the number of cases.`,
    ),
  'count-out-of-range': (i) =>
    msg(str`The number of cases at ‘${name(i)}’ is ${value(i, 'value')}. Enter a whole number, 0 or more.`),
  'profile-without-rates': (i) =>
    msg(
      str`The arrival rates of ‘${name(i)}’ are empty or not numbers. Enter at least one hour with cases per hour above 0.`,
    ),

  'no-work-time': (i) =>
    msg(str`‘${name(i)}’ has no work time and counts as done at once. Enter how long it takes if it takes any time.`),
  'nobody-does-it': (i) =>
    msg(str`‘${name(i)}’ has no one to do it, so it never waits for people. Choose a pool, or set its work time to 0.`),
  'unknown-pool': (i) =>
    msg(
      str`‘${name(i)}’ asks for people of a pool that does not exist (${value(i, 'pool')}). Choose another pool, or add it.`,
    ),
  'units-out-of-range': (i) =>
    msg(str`‘${name(i)}’ asks for ${value(i, 'units')} of ‘${value(i, 'pool')}’. Enter a whole number, 1 or more.`),
  'pool-empty': (i) =>
    msg(
      str`‘${name(i)}’ needs ‘${value(i, 'pool')}’, which has nobody. Add at least ${value(i, 'units')} to the pool, or choose another one.`,
    ),
  'duplicate-person': (i) =>
    msg(str`‘${name(i)}’ has two rows called ‘${value(i, 'person')}’. Give one of them another name.`),
  'person-share-out-of-range': (i) =>
    msg(
      str`In ‘${name(i)}’ somebody has ${value(i, 'value')} of the time for this process. Enter more than 0 % and at most 100 %.`,
    ),
  'person-speed-out-of-range': (i) =>
    msg(
      str`In ‘${name(i)}’ somebody works at ${value(i, 'value')} times the usual speed. Enter more than 0, up to 100.`,
    ),
  'role-unknown': (i) =>
    msg(
      str`People of ‘${name(i)}’ should also do the work of a pool that does not exist (${value(i, 'role')}). Add the pool, or take that role away.`,
    ),
  'absence-of-unlimited': (i) =>
    msg(
      str`‘${name(i)}’ is unlimited, so absences have no effect on it. Enter a number of people, or remove the absences.`,
    ),
  'share-of-unlimited': (i) =>
    msg(
      str`‘${name(i)}’ is unlimited, so a share of their time has no effect on it. Enter a number of people, or remove the shares.`,
    ),
  'work-by-nobody': (i) =>
    msg(
      str`‘${name(i)}’ has a work time for ‘${value(i, 'person')}’, whom nobody goes by here. Choose another person, or remove that work time.`,
    ),
  'work-factor-out-of-range': (i) =>
    msg(str`‘${name(i)}’ takes ${value(i, 'value')} times as long in some hours. Enter more than 0, up to 100.`),
  'team-step-unknown': (i) =>
    msg(
      str`‘${name(i)}’ names a step whose person it wants or does not want, but no such step exists (${value(i, 'step')}). Choose another step.`,
    ),
  'same-and-other-person': (i) =>
    msg(
      str`‘${name(i)}’ asks for the same person as in a step and for another than in that same step. Drop one of the two rules.`,
    ),
  'same-person-elsewhere': (i) =>
    msg(
      str`‘${name(i)}’ asks for the same person as in ‘${value(i, 'step')}’, but nobody does the work of both, so anyone may do it. Let the steps share a pool, or give people both roles.`,
    ),
  'nobody-else': (i) =>
    msg(
      str`‘${name(i)}’ must be done by another person than ‘${value(i, 'step')}’, but the pool has nobody else. Add people, or allow another pool.`,
    ),
  'balk-out-of-range': (i) =>
    msg(str`Cases do not join ‘${name(i)}’ when ${value(i, 'value')} wait. Enter a whole number, 0 or more.`),
  'abandon-exit-unknown': (i) =>
    msg(
      str`Cases that give up at ‘${name(i)}’ should leave by an event that is not attached to it (${value(i, 'event')}). Choose one of its boundary events, or let their case end.`,
    ),
  'initial-out-of-range': (i) =>
    msg(
      str`${value(i, 'value')} cases cannot wait at ‘${name(i)}’ when the run begins. Enter a whole number from 0 to ${value(i, 'most')}.`,
    ),
  'initial-in-sub-process': (i) =>
    msg(
      str`No cases can wait at ‘${name(i)}’ when the run begins, because it is inside a sub-process. Let them wait at a step of the process itself.`,
    ),
  'replay-times': (i) =>
    msg(
      str`The recorded arrivals of ‘${name(i)}’ are empty, not numbers or before the start. Paste them again, or choose another pattern.`,
    ),
  'no-due-dates': (i) =>
    msg(
      str`‘${name(i)}’ takes work by due date, but no service level of cases or steps says when anything is due, so it is first come, first served. Add one, or choose another order.`,
    ),
  'not-enough-units': (i) =>
    msg(
      str`‘${name(i)}’ needs ${value(i, 'units')} of ‘${value(i, 'pool')}’ at once, but the pool has only ${value(i, 'capacity')}. Enlarge the pool, or ask for fewer.`,
    ),
  'duplicate-pool': (i) => msg(str`Two pools have the id ‘${i.elementId ?? ''}’. Remove one of them.`),
  'capacity-out-of-range': (i) =>
    msg(
      str`The pool ‘${name(i)}’ has ${value(i, 'capacity')} people. Enter a whole number from 0 to ${value(i, 'most')}, or choose “unlimited”.`,
    ),
  'cost-out-of-range': (i) =>
    msg(str`The cost ${value(i, 'value')} of ‘${name(i)}’ is not an amount. Enter a number, 0 or more.`),
  'unknown-calendar': (i) =>
    msg(
      str`‘${name(i)}’ follows a calendar that does not exist (${value(i, 'calendar')}). Choose another calendar, or add it.`,
    ),

  'shares-missing': (i) =>
    msg(
      str`‘${name(i)}’ does not say how many cases take which way, so its ${value(i, 'flows')} ways are equally likely. Enter the shares.`,
    ),
  'shares-normalised': (i) =>
    msg(
      str`The shares of ‘${name(i)}’ add up to ${value(i, 'sum')}, not to 1, and are scaled to 100 %. Correct them if that is not meant.`,
    ),
  'shares-read-as-weights': (i) =>
    msg(
      str`The shares of ‘${name(i)}’ add up to ${value(i, 'sum')} and are read as percent or weights. Correct them if that is not meant.`,
    ),
  'shares-all-zero': (i) => msg(str`All ways out of ‘${name(i)}’ have the share 0. Give at least one of them a share.`),
  'share-out-of-range': (i) =>
    msg(str`The share ${value(i, 'value')} of the flow ‘${name(i)}’ is not possible. Enter 0 to 100 %.`),
  'chances-missing': (i) =>
    msg(
      str`‘${name(i)}’ does not say how likely each of its ${value(i, 'flows')} ways is; each is taken in half of the cases. Enter the chances.`,
    ),
  'chances-read-as-percent': (i) =>
    msg(str`Chances of ‘${name(i)}’ are above 1 and are read as percent. Correct them if that is not meant.`),
  'flow-without-condition': (i) =>
    msg(
      str`The flow ‘${name(i)}’ out of ‘${value(i, 'gateway')}’ has no condition and is never taken. Give it one, or make it the default flow.`,
    ),
  'formula-unreadable': (i) =>
    msg(
      str`The formula “${value(i, 'text')}” of ‘${name(i)}’ cannot be understood. Write for example: grade = "urgent".`,
    ),
  'formula-unknown-attribute': (i) =>
    msg(
      str`The formula “${value(i, 'text')}” of ‘${name(i)}’ uses “${value(i, 'detail')}”, which no case has. Add it as a case attribute, or correct the name.`,
    ),
  'formula-type': (i) =>
    msg(
      str`The formula “${value(i, 'text')}” of ‘${name(i)}’ gives the wrong kind of value. A condition must be true or false, for example: amount > 1000.`,
    ),
  'formula-too-long': (i) =>
    msg(
      str`The formula “${value(i, 'text')}” of ‘${name(i)}’ has more than ${value(i, 'detail')} parts, which would slow every case down. Shorten it.`,
    ),
  'duplicate-attribute': (i) => msg(str`Two case attributes are called ‘${name(i)}’. Rename or remove one of them.`),
  'attribute-shares': (i) =>
    msg(
      str`The shares of the values of ‘${name(i)}’ are not usable. Enter 0 or more for each and above 0 for at least one.`,
    ),

  'timer-without-time': (i) => msg(str`The timer ‘${name(i)}’ has no time. Enter how long it waits, for example 48 h.`),
  'timer-unreadable': (i) =>
    msg(
      str`The time “${value(i, 'text')}” of the timer ‘${name(i)}’ cannot be understood. Write for example PT48H, 2026-03-01T09:00 or R3/PT1H.`,
    ),
  'timer-repeats-at-once': (i) =>
    msg(
      str`The timer ‘${name(i)}’ repeats without any time between (${value(i, 'text')}) and would never end. Enter a time above 0.`,
    ),
  'no-delay': (i) =>
    msg(
      str`Nobody in the model sends what ‘${name(i)}’ waits for, and no waiting time is given, so it does not wait. Enter how long it takes.`,
    ),
  'message-not-awaited': (i) =>
    msg(
      str`The message flow ‘${name(i)}’ leads to ‘${value(i, 'target')}’, which does not wait for messages. Connect it to a message event or receive task.`,
    ),
  'endless-cycle': (i) =>
    msg(
      str`These steps form a circle without any time and without a way out: ${value(i, 'elements')}. Add a way out, or give a step a duration.`,
    ),
  'zero-time-cycle': (i) =>
    msg(str`These steps form a circle in which no time passes: ${value(i, 'elements')}. Give one of them a duration.`),

  'duplicate-sla': (i) => msg(str`Two SLAs have the id ‘${i.elementId ?? ''}’. Remove one of them.`),
  'sla-limit': (i) => msg(str`The SLA ‘${name(i)}’ has no usable limit. Enter a time above 0.`),
  'sla-target': (i) => msg(str`The target of the SLA ‘${name(i)}’ is not a share. Enter 0 to 100 %.`),
  'sla-element-missing': (i) =>
    msg(
      str`The SLA ‘${name(i)}’ is about a step that does not exist (${value(i, 'element')}) and is left out. Choose another step, or remove the SLA.`,
    ),

  'setting-not-whole': (i) =>
    msg(
      str`The setting “${value(i, 'setting')}” is ${value(i, 'value')}. Enter a whole number from ${value(i, 'least')} to ${value(i, 'most')}.`,
    ),
  'precision-not-positive': (i) =>
    msg(str`The wanted precision is ${value(i, 'value')}. Enter a half-width greater than 0.`),
  'precision-figure-unknown': (i) =>
    msg(
      str`The run was to go on until “${value(i, 'figure')}” is known well enough, but there is no such figure, so it ends after its replications. Choose another figure in the run plan.`,
    ),
  'setting-not-a-time': (i) =>
    msg(
      str`The setting “${value(i, 'setting')}” is ${value(i, 'value')}, which is not a length of time. Enter a time of 0 or more.`,
    ),
  'horizon-zero': () => msg('The observed time is 0. Enter how long to simulate, for example 4 weeks.'),
  'warm-up-too-long': () =>
    msg('The warm-up takes the whole observed time, so nothing is left to measure. Shorten it, or simulate longer.'),

  'no-true-condition': (i) =>
    msg(
      str`${value(i, 'count')} cases per replication failed at ‘${name(i)}’ because none of its conditions was true. Add a default flow, or correct the conditions.`,
    ),
  'stuck-at-join': (i) =>
    msg(
      str`${value(i, 'count')} cases wait for ever at ‘${name(i)}’ for a path that nobody takes. Join with an exclusive or inclusive gateway, or split where it joins.`,
    ),
  'message-never-came': (i) =>
    msg(
      str`${value(i, 'count')} cases wait for ever at ‘${name(i)}’ for a message that nobody sends. Connect a sender, or give a waiting time.`,
    ),
  'work-never-started': (i) =>
    msg(
      str`${value(i, 'count')} cases wait for ever at ‘${name(i)}’ for people who never come on shift together. Check the calendars of its pools.`,
    ),
  'work-never-starts': (i) =>
    msg(
      str`Work at ‘${name(i)}’ waited for more than a year without anybody coming on shift, so the run was ended. Check the calendars of its pools.`,
    ),
  'arrivals-never-open': (i) =>
    msg(str`Cases at ‘${name(i)}’ never fall into open hours. Check the calendar of its arrivals.`),
  'too-many-moves-at-once': (i) =>
    msg(
      str`The run was ended: around ‘${name(i)}’ more than a million steps happened without any time passing. Give a step in that loop a duration, or a way out.`,
    ),
  'too-many-arrivals-at-once': (i) =>
    msg(
      str`The run was ended: so many cases came at one instant at ‘${name(i)}’ that more than a million steps happened without any time passing. Spread its arrivals over time, or let fewer cases come at once.`,
    ),
  'too-many-tokens-in-case': (i) =>
    msg(
      str`The run was ended: one case split into more than 10 000 parts at ‘${name(i)}’. Check the loop that leads back to this split.`,
    ),
  'too-many-tokens': (i) =>
    msg(
      str`The run was ended: more than ten million parts of cases were under way at ‘${name(i)}’. Check arrivals and the loop that leads back to it.`,
    ),
};
