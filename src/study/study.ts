/** A study: one question, its designs, and where the user was in it. Plain data; the storage and the file say the same. */

/** One BPMN 2.0 document with its scenarios. */
export interface Design {
  readonly id: string;
  readonly name: string;
  /** The document, parameters included. */
  readonly xml: string;
  /** Scenario the user looked at last. */
  readonly activeScenario?: string;
}

export interface Study {
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly designs: readonly Design[];
  readonly activeDesign: string;
  /** Name of the file on the user's disk that holds it, once there is one. */
  readonly fileName?: string;
  /** The study says more than that file. */
  readonly fileOutdated?: boolean;
}

/** Makes a study of designs; the first is active. */
export function createStudy(name: string, designs: readonly Design[], fileName?: string): Study {
  const first = designs[0];
  if (!first) throw new Error(`no design in study <${name}>`);
  return { id: newId(), name, designs, activeDesign: first.id, ...(fileName ? { fileName } : {}) };
}

/** Makes a design. */
export const createDesign = (name: string, xml: string): Design => ({ id: newId(), name, xml });

/** The name with a number behind it if another has it already: `To-be`, `To-be 2`, `To-be 3`. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  let number = 2;
  while (taken.includes(`${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

/** A fresh id. `crypto.randomUUID` would do, but only on https and localhost. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
