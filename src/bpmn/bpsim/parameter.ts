/** Reads one BPSim parameter: its value, and values that hold during a calendar only. */
import { issue, type DistributionSpec, type Formula, type Issue, type TimeUnit } from '#simulation';
import { formatFormula } from '../formula/format-formula.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import type { ModdleElement } from '../moddle.ts';
import { isUnset, readDistribution } from './distributions.ts';
import { attribute, child, children, localName } from './tree.ts';

/** Where parameters are read: names for messages, and where findings go. */
export interface Reading {
  readonly element: { readonly id: string; readonly name?: string | undefined };
  /** Unit of times that do not say theirs. */
  readonly baseUnit: TimeUnit;
  readonly issues: Issue[];
}

/** A finding: the parameter stays in the file but does not take part. */
export function notRead(reading: Reading, parameter: string, values: Readonly<Record<string, string>> = {}): void {
  reading.issues.push(issue('warning', 'bpsim-not-read', reading.element, { parameter, ...values }));
}

/** The parameter `path` (`ControlParameters/Probability`) of an element. */
export function parameter(element: ModdleElement, path: string): ModdleElement | undefined {
  const [group = '', name = ''] = path.split('/');
  return child(child(element, group), name);
}

/** The given values of a parameter; requests for results and results are not values. */
export const valuesOf = (found: ModdleElement | undefined): readonly ModdleElement[] =>
  children(found).filter(
    (value) => localName(value) !== 'ResultRequest' && attribute(value, 'result') === undefined && !isUnset(value),
  );

/** The value that always holds; values for a calendar are a finding. */
export function single(reading: Reading, found: ModdleElement | undefined): ModdleElement | undefined {
  const values = valuesOf(found);
  const [value] = values.filter((v) => attribute(v, 'validFor') === undefined);
  if (found && values.length > (value ? 1 : 0)) notRead(reading, localName(found), { value: 'validFor' });
  return value;
}

/** A time or, with `numbers`, a plain quantity; anything else is a finding. */
export function distributionOf(
  reading: Reading,
  name: string,
  value: ModdleElement,
  numbers = false,
): DistributionSpec | undefined {
  const read = readDistribution(value, numbers ? undefined : reading.baseUnit);
  if (read) return read;
  if (localName(value) === 'ExpressionParameter') {
    const tree = parseFormula(attribute(value, 'value') ?? '').tree;
    if (tree?.type === 'number')
      return { type: 'constant', params: { value: tree.value }, ...(numbers ? {} : { unit: reading.baseUnit }) };
  }
  notRead(reading, name, { value: attribute(value, 'value') ?? localName(value) });
  return undefined;
}

/** A plain number; anything else is a finding. */
export function numberOf(reading: Reading, found: ModdleElement | undefined): number | undefined {
  const value = single(reading, found);
  if (!found || !value) return undefined;
  const read = distributionOf(reading, localName(found), value, true)?.params.value;
  if (typeof read === 'number') return read;
  if (localName(value) !== 'ExpressionParameter') notRead(reading, localName(found), { value: localName(value) });
  return undefined;
}

/** A condition or formula in FEEL; one that cannot be understood keeps its text, and is a finding. */
export function formulaIn(reading: Reading, value: ModdleElement): Formula {
  const written = attribute(value, 'value') ?? '';
  const quoted = localName(value) === 'StringParameter' && !/[()=<>]/.test(written);
  const { tree, issues } = parseFormula(quoted ? JSON.stringify(written) : written, reading.element);
  reading.issues.push(...issues);
  if (!tree) return { text: written };
  const text = formatFormula(tree);
  // The reader of the text is the judge: what it makes of it is what runs.
  const again = parseFormula(text).tree;
  return again ? { text, tree: again } : { text };
}
