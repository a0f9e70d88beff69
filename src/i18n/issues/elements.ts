/** Texts of findings about single BPMN elements: loops, events, transactions, gateways. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (issue: Issue, key: string): string => String(issue.values?.[key] ?? '');
const name = (issue: Issue): string => issue.elementName ?? issue.elementId ?? '';

export const elementIssues: IssueTexts = {
  'instances-missing': (i) =>
    msg(str`‘${name(i)}’ does not say how many times it is done. Enter the number of instances.`),
  'loop-without-end': (i) =>
    msg(
      str`‘${name(i)}’ would repeat for ever. Enter the chance of another run, a condition for it, or draw a maximum.`,
    ),
  'repeat-out-of-range': (i) =>
    msg(
      str`The chance ${value(i, 'value')} that ‘${name(i)}’ runs again makes no sense. Enter a number from 0 to below 1.`,
    ),
  'ad-hoc-without-policy': (i) =>
    msg(
      str`‘${name(i)}’ does not say which of its activities are done. Choose the order of activities in its parameters.`,
    ),
  'activation-missing': (i) =>
    msg(
      str`‘${name(i)}’ does not say how many tokens it waits for, so it goes on with the first. Enter its activation condition.`,
    ),
  'event-never-occurs': (i) =>
    msg(
      str`Nothing in the model makes ‘${name(i)}’ happen, so it never does. Enter a chance or a time, or draw what triggers it.`,
    ),
  'event-never-came': (i) =>
    msg(
      str`Cases wait at ‘${name(i)}’ for something that no longer happens. Check what triggers it, or give a time after which the case goes on.`,
    ),
  'occurrences-out-of-range': (i) =>
    msg(str`‘${name(i)}’ cannot happen ${value(i, 'value')} times. Enter a whole number, 1 or more.`),
  'signal-without-name': (i) =>
    msg(
      str`‘${name(i)}’ throws a signal without a name, which reaches nobody. Name the event like those that wait for it.`,
    ),
  'compensation-target-missing': (i) =>
    msg(
      str`‘${name(i)}’ compensates an activity that does not exist (${value(i, 'target')}), so it compensates everything here. Choose another activity.`,
    ),
  'compensation-without-handler': (i) =>
    msg(
      str`The compensation event ‘${name(i)}’ leads to no activity, so nothing is undone there. Connect it to the activity that undoes the work.`,
    ),
  'cancel-outside-transaction': (i) =>
    msg(
      str`‘${name(i)}’ cancels a transaction but is in none. Draw it inside a transaction, or use an error end event.`,
    ),
  'cancel-without-boundary': (i) =>
    msg(
      str`The transaction ‘${name(i)}’ can be cancelled but has no cancel event on its border, so the case ends there. Attach one.`,
    ),
  'event-sub-process-without-start': (i) =>
    msg(str`The event sub-process ‘${name(i)}’ has no start event, so nothing can begin it. Draw one with a trigger.`),
  'start-not-here': (i) =>
    msg(
      str`‘${name(i)}’ can begin an event sub-process only. Draw it inside one, or use a start event without this trigger.`,
    ),
  'called-without-start': (i) =>
    msg(
      str`The process that ‘${name(i)}’ calls has no plain start event, so the call cannot begin. Add one to the called process.`,
    ),
  'guessed-instances': (i) =>
    msg(str`Nothing says how often “${name(i)}” is done, so three times were assumed. Enter the number of instances.`),
  'guessed-repeat': (i) =>
    msg(
      str`Nothing says when “${name(i)}” stops repeating, so a chance of 20 % for another run was assumed. Enter what you know.`,
    ),
  'guessed-ad-hoc': (i) =>
    msg(
      str`Nothing says which activities of “${name(i)}” are done, so each once, in any order, was assumed. Check that this is meant.`,
    ),
  'quantity-not-simulated': (i) =>
    msg(
      str`‘${name(i)}’ has a ${value(i, 'quantity')} other than 1, which is not simulated: it counts as 1. Draw a gateway or a multi-instance activity instead.`,
    ),
};
