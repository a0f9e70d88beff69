/** The scenario's own particulars: its name, description, currency and what a run covers. */
import type { RunSettings, Scenario } from '#simulation';

/** Sets or, with undefined, removes one setting of the run. */
export function setRun<K extends keyof RunSettings>(
  scenario: Scenario,
  name: K,
  value: RunSettings[K] | undefined,
): Scenario {
  const { [name]: _, ...others } = scenario.run ?? {};
  return { ...scenario, run: value === undefined ? others : { ...others, [name]: value } };
}

/** Sets or removes the description, the currency or the parent. */
export function setParticular(
  scenario: Scenario,
  name: 'description' | 'currency' | 'inherits',
  value: string | undefined,
): Scenario {
  const { [name]: _, ...rest } = scenario;
  return value === undefined ? rest : { ...rest, [name]: value };
}
