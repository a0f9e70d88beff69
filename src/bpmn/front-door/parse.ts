/** Reads checked XML into a moddle tree; what moddle could not read becomes issues. */
import { BpmnModdle } from 'bpmn-moddle';
import { issue, type Issue } from '#simulation';
import type { Moddle, ModdleElement, ParseWarning } from '../moddle.ts';
import { isElement, named } from '../moddle.ts';

/** More findings of one file are counted, not listed. */
const MOST_LISTED = 100;

export interface Parsed {
  readonly definitions: ModdleElement;
  readonly moddle: Moddle;
  readonly issues: readonly Issue[];
}

/** The tree with its findings, or only findings when there is no BPMN document in the XML. */
export async function parse(xml: string): Promise<Parsed | { readonly issues: readonly Issue[] }> {
  const moddle: Moddle = new BpmnModdle();
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    return { definitions: rootElement, moddle, issues: findings(warnings) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { issues: [issue('error', 'bpmn-not-read', undefined, { reason })] };
  }
}

function findings(warnings: readonly ParseWarning[]): readonly Issue[] {
  const listed = warnings.slice(0, MOST_LISTED).map(finding);
  const more = warnings.length - listed.length;
  return more > 0 ? [...listed, issue('warning', 'more-findings', undefined, { count: more })] : listed;
}

function finding(warning: ParseWarning): Issue {
  const { message } = warning;
  const owner = 'element' in warning && isElement(warning.element) ? named(warning.element) : undefined;
  const reference = /^unresolved reference <([^>]*)>/.exec(message)?.[1];
  if (reference !== undefined) return issue('warning', 'reference-dangles', owner, { reference });
  const illegal = /illegal ID <([^>]*)>/.exec(message)?.[1];
  if (illegal !== undefined) return issue('warning', 'id-illegal', { id: illegal }, place(message));
  const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
  if (duplicate !== undefined) return issue('warning', 'id-duplicate', { id: duplicate }, place(message));
  return issue('warning', 'content-not-read', owner, { content: summary(message), ...place(message) });
}

/** moddle counts from 0, people count from 1. */
function place(message: string): Readonly<Record<string, number>> {
  const found = /line: (\d+)\s+column: (\d+)/.exec(message);
  return found ? { line: Number(found[1]) + 1, column: Number(found[2]) + 1 } : {};
}

const summary = (message: string): string => (/<([^>]{1,200})>/.exec(message)?.[0] ?? message.slice(0, 200)).trim();
