/** Users' faults as data: what is wrong, with which element, and the values a message needs. Texts live in `src/i18n/issues.ts`. */

/** `error` blocks a run; `warning` changes what a run means and is shown; `info` is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** A value quoted in a message. */
export type IssueValue = string | number;

/**
 * One finding about a file, a model, a scenario or a run. `code` names the finding in kebab-case and is the key of its message
 * (cause and remedy, in every language); it never carries text itself.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  /** BPMN id (or pool, calendar, SLA id) the finding is about; the page jumps there. */
  readonly elementId?: string;
  /** Name of that element as its author wrote it, for the message; falls back to the id. */
  readonly elementName?: string;
  /** Values the message quotes, by name. */
  readonly values?: Readonly<Record<string, IssueValue>>;
}

/** What an issue may point at. */
export interface Named {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Makes an issue about `element` (or about the whole model when there is none). */
export function issue(
  severity: Severity,
  code: string,
  element?: Named,
  values?: Readonly<Record<string, IssueValue>>,
): Issue {
  return {
    code,
    severity,
    ...(element ? { elementId: element.id, elementName: element.name || element.id } : {}),
    ...(values ? { values } : {}),
  };
}

/** Whether any of the issues blocks a run. */
export const blocks = (issues: readonly Issue[]): boolean => issues.some((i) => i.severity === 'error');
