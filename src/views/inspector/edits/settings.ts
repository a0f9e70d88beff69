/** The scenario's own particulars: its name, description, currency and what a run covers. */
import type { RunSettings, Scenario } from '#simulation';
import { omit } from './omit.ts';

/** Sets or, with undefined, removes one setting of the run. */
export function setRun<K extends keyof RunSettings>(
  scenario: Scenario,
  name: K,
  value: RunSettings[K] | undefined,
): Scenario {
  const others = omit(scenario.run ?? {}, name);
  return { ...scenario, run: value === undefined ? others : { ...others, [name]: value } };
}

/** Sets or removes the description, the currency or the parent. */
export function setParticular(
  scenario: Scenario,
  name: 'description' | 'currency' | 'inherits',
  value: string | undefined,
): Scenario {
  const rest = omit(scenario, name);
  return value === undefined ? rest : { ...rest, [name]: value };
}
