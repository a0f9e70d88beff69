/** Attributes of a case while it runs: new values when an element is done, and who waits for them (rule 19). */
import { caseLayout, cases } from './cases.ts';
import { network } from './loaded.ts';
import { attributesChanged } from './subscribers.ts';

/** Gives the case the values that element `n` sets. Conditions that hold now take effect at once. */
export function assign(c: number, n: number): void {
  const assignments = network.assigns[n]!;
  if (assignments.length === 0) return;
  const base = c * caseLayout.attributes;
  for (const { attribute, value } of assignments) cases.attributes[base + attribute] = value(cases.attributes, base);
  if (network.hasConditions) attributesChanged(c);
}
