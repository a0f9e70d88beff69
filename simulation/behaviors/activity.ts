/** What all activities do when they complete: attributes are set, and the token leaves by the outgoing flows that apply. */
import { caseLayout, cases } from '../kernel/cases.ts';
import { activities, network } from '../kernel/loaded.ts';
import { graph } from '../kernel/graph.ts';
import { leave } from '../kernel/moves.ts';
import { tokens } from '../kernel/tokens.ts';
import { leaveByChoice } from './choice.ts';

/** The token leaves the activity: by all flows, or by those whose condition holds when some are conditional (rule 5). */
export function leaveActivity(t: number, n: number): void {
  if (graph.elaborate[n] === 0) {
    leave(t, n);
    return;
  }
  const { assign } = activities[network.nodeActivity[n]!]!;
  const base = tokens.case[t]! * caseLayout.attributes;
  for (const { attribute, value } of assign) cases.attributes[base + attribute] = value(cases.attributes, base);
  if (network.nodeConditional[n] === 1) leaveByChoice(t, n);
  else leave(t, n);
}
