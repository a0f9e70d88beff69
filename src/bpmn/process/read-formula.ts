/** Reads an expression of the document as a formula. */
import type { Formula, Issue } from '#simulation';
import { parseFormula } from '../formula/parse-formula.ts';
import type { ModdleElement } from '../moddle.ts';
import { named, one, text } from '../moddle.ts';

/** The formula in the expression `property` of `element`; undefined when there is none or it is blank. */
export function readFormula(element: ModdleElement, property: string, issues: Issue[]): Formula | undefined {
  const body = expressionText(element, property);
  if (body === undefined) return undefined;
  const { issues: found, ...formula } = parseFormula(body, named(element));
  issues.push(...found);
  return formula;
}

/** Text of the expression `property` of `element`. */
export function expressionText(element: ModdleElement, property: string): string | undefined {
  const expression = one(element, property);
  return (expression && text(expression, 'body')?.trim()) || undefined;
}
