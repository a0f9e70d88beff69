/**
 * BPSim data as the official schema wants it, of either version: children in order, attributes that it knows with values it allows.
 * Files in the wild rarely keep to it, and readers that validate refuse them.
 */
import { issue, type Issue } from '#simulation';
import { contained, idOf, list, many, text, type Moddle, type ModdleElement } from '../moddle.ts';
import { blocksOf } from './block.ts';
import { parseDateTime, parseDuration } from './durations.ts';
import { attribute, children, insert, isBpsim, localName } from './tree.ts';
import { BPSIM_1, BPSIM_2, CHILD_ORDER } from './vocabulary.ts';

export type Version = '1.0' | '2.0';

type Kind =
  'text' | 'id' | 'reference' | 'long' | 'double' | 'boolean' | 'unit' | 'duration' | 'date' | 'statistic' | 'property';
type Attributes = Readonly<Record<string, Kind>>;

const SCENARIO: Attributes = {
  id: 'id',
  name: 'text',
  description: 'text',
  author: 'text',
  vendor: 'text',
  version: 'text',
  inherits: 'reference',
  result: 'reference',
  created: 'date',
  modified: 'date',
};
const VALUE: Attributes = { validFor: 'reference', instance: 'text', result: 'statistic' };
const TIMED: Attributes = { ...VALUE, timeUnit: 'unit' };

/** Attributes by element; those of `NEW` came with version 2.0, those of `OLD` went with it. */
const KNOWN: Readonly<Record<string, Attributes>> = {
  Scenario: SCENARIO,
  ScenarioParameters: { replication: 'long', seed: 'long', baseTimeUnit: 'unit', baseCurrencyUnit: 'text' },
  ElementParameters: { id: 'id', elementRef: 'text' },
  Property: { name: 'text' },
  Calendar: { id: 'id', name: 'text' },
  EnumParameter: VALUE,
  ExpressionParameter: { ...VALUE, value: 'text' },
  StringParameter: { ...VALUE, value: 'text' },
  NumericParameter: { ...TIMED, value: 'long' },
  FloatingParameter: { ...TIMED, value: 'double' },
  BooleanParameter: { ...VALUE, value: 'boolean' },
  DurationParameter: { ...VALUE, value: 'duration' },
  DateTimeParameter: { ...VALUE, value: 'date' },
  UserDistribution: { ...TIMED, discrete: 'boolean' },
  UserDistributionDataPoint: { probability: 'double' },
  BetaDistribution: { ...TIMED, shape: 'double', scale: 'double' },
  BinomialDistribution: { ...TIMED, probability: 'double', trials: 'long' },
  ErlangDistribution: { ...TIMED, mean: 'double', k: 'double' },
  GammaDistribution: { ...TIMED, shape: 'double', scale: 'double' },
  LogNormalDistribution: { ...TIMED, mean: 'double', standardDeviation: 'double' },
  NegativeExponentialDistribution: { ...TIMED, mean: 'double' },
  NormalDistribution: { ...TIMED, mean: 'double', standardDeviation: 'double' },
  PoissonDistribution: { ...TIMED, mean: 'double' },
  TriangularDistribution: { ...TIMED, mode: 'double', min: 'double', max: 'double' },
  TruncatedNormalDistribution: { ...TIMED, mean: 'double', standardDeviation: 'double', min: 'double', max: 'double' },
  UniformDistribution: { ...TIMED, min: 'double', max: 'double' },
  WeibullDistribution: { ...TIMED, shape: 'double', scale: 'double' },
};
const NEW: Readonly<Record<string, Attributes>> = {
  ScenarioParameters: {
    baseResultFrequency: 'duration',
    baseResultFrequencyCumul: 'boolean',
    traceOutput: 'boolean',
    traceFormat: 'text',
  },
  Property: { type: 'property' },
};
const NEW_ELEMENTS = [
  'ScenarioParameters/Warmup',
  'TimeParameters/LagTime',
  'TimeParameters/Duration',
  'TimeParameters/ElapsedTime',
  'PropertyParameters/QueueLength',
];

const UNITS = ['ms', 's', 'min', 'hour', 'day', 'year'];
const STATISTICS = ['min', 'max', 'mean', 'count', 'sum'];
const PROPERTY_TYPES: ReadonlyMap<string, string> = new Map([
  ...['string', 'boolean', 'long', 'double', 'duration', 'dateTime'].map((type) => [type, type] as const),
  ...['int', 'integer', 'short'].map((type) => [type, 'long'] as const),
  ...['float', 'decimal', 'number'].map((type) => [type, 'double'] as const),
]);
const NCNAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

interface Rewriting {
  readonly moddle: Moddle;
  readonly version: Version;
  /** Legal ids by those that were written. */
  readonly ids: ReadonlyMap<string, string>;
  readonly issues: Issue[];
}

/** Rewrites every BPSim block of a document in place; answers what the version has no place for. */
export function makeStrict(definitions: ModdleElement, moddle: Moddle, version: Version): readonly Issue[] {
  const issues: Issue[] = [];
  const blocks = blocksOf(definitions);
  if (blocks.length > 0) definitions.set('xmlns:bpsim', version === '1.0' ? BPSIM_1 : BPSIM_2);
  for (const block of blocks) {
    const ids = legalIds(definitions, block);
    const fresh = rewritten(block, '', { moddle, version, ids, issues });
    const parent = block.$parent;
    if (!fresh || !parent) continue;
    const values = list(parent, 'values');
    values.splice(values.indexOf(block), 1, fresh);
    fresh.$parent = parent;
  }
  // The relationship refers to the document, and says what it is; some tools leave that out.
  for (const relationship of many(definitions, 'relationships')) {
    const holds = blocksOf(definitions).some((block) => block.$parent?.$parent === relationship);
    if (holds && text(relationship, 'type') === undefined) relationship.set('type', 'BPSimData');
  }
  return issues;
}

/** Ids of scenarios, parameters and calendars: legal, and none of them twice in the document. */
function legalIds(definitions: ModdleElement, block: ModdleElement): ReadonlyMap<string, string> {
  const taken = new Set([...contained(definitions)].filter(({ $descriptor }) => !$descriptor.isGeneric).map(idOf));
  const ids = new Map<string, string>();
  for (const element of contained(block)) {
    const id = isBpsim(element) ? attribute(element, 'id') : undefined;
    if (id === undefined || ids.has(id)) continue;
    const legal = NCNAME.test(id) ? id : `_${id.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`;
    let free = legal;
    for (let n = 2; taken.has(free); n++) free = `${legal}_${n}`;
    taken.add(free);
    ids.set(id, free);
    const name = localName(element) === 'Calendar' ? attribute(element, 'name') : undefined;
    // Some files mean a calendar by its name.
    if (name !== undefined && !ids.has(name)) ids.set(name, free);
  }
  return ids;
}

/** A copy; nothing when the version does not know the element. Foreign content goes along as it is. */
function rewritten(element: ModdleElement, parent: string, rewriting: Rewriting): ModdleElement | undefined {
  const { moddle, version, issues } = rewriting;
  const name = localName(element);
  if (version === '1.0' && NEW_ELEMENTS.includes(`${parent}/${name}`)) {
    issues.push(issue('warning', 'bpsim-not-in-version', undefined, { parameter: name, version }));
    return undefined;
  }
  const uri = version === '1.0' ? BPSIM_1 : BPSIM_2;
  const whole = name === 'NumericParameter' && !isLong(attribute(element, 'value'));
  const kind = whole ? 'FloatingParameter' : name;
  const copy = moddle.createAny(`bpsim:${kind}`, uri, attributesOf(element, kind, parent, rewriting));
  if (name === 'VendorExtension') return vendor(element, copy);
  const body = text(element, '$body');
  if (body !== undefined) copy.set('$body', name === 'ResultRequest' ? body.trim() : body);
  const seen = new Map<string, ModdleElement>();
  for (const child of children(element)) {
    const made = rewritten(child, name, rewriting);
    if (!made) continue;
    const known = seen.get(localName(made));
    // Groups and parameters stand once, except where lists are meant.
    if (known && isOnce(name, localName(made))) for (const more of many(made, '$children')) insert(known, more);
    else insert(copy, made);
    seen.set(localName(made), made);
  }
  const values = list(copy, '$children');
  const requests = values.filter((value) => isRequest(value));
  if (requests.length > 0) copy.set('$children', [...requests, ...values.filter((value) => !isRequest(value))]);
  return copy;
}

const isRequest = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '$type' in value && String(value.$type).endsWith(':ResultRequest');

const isOnce = (parent: string, name: string): boolean =>
  (CHILD_ORDER[parent] ?? []).includes(name) &&
  !['ElementParameters', 'Calendar', 'VendorExtension', 'Role', 'Property'].includes(name);

function vendor(element: ModdleElement, copy: ModdleElement): ModdleElement {
  for (const [name, value] of Object.entries(element))
    if (typeof value === 'string' && !name.startsWith('$')) copy.set(name, value);
  copy.set('name', text(element, 'name') ?? 'unknown');
  const inside = [...many(element, '$children')];
  for (const child of inside) child.$parent = copy;
  if (inside.length > 0) copy.set('$children', inside);
  return copy;
}

function attributesOf(
  element: ModdleElement,
  kind: string,
  parent: string,
  { version, ids, issues }: Rewriting,
): Readonly<Record<string, string>> {
  const added = version === '2.0' ? { ...NEW[kind], ...STAMP[kind] } : {};
  const attributes: Record<string, string> = {};
  for (const [name, wanted] of Object.entries({ ...KNOWN[kind], ...added })) {
    const written = text(element, name);
    const value = written === undefined ? undefined : allowed(written.trim(), wanted, ids);
    if (value !== undefined) attributes[name] = value;
    else if (written !== undefined)
      issues.push(
        issue('warning', 'bpsim-value-refused', undefined, { parameter: `${parent}/${kind}@${name}`, value: written }),
      );
  }
  if (version === '1.0' && kind === 'ScenarioParameters' && !('baseTimeUnit' in attributes))
    attributes['baseTimeUnit'] = 'min';
  return attributes;
}

/** `resultTimeStamp` stands on every value of version 2.0. */
const STAMP: Readonly<Record<string, Attributes>> = Object.fromEntries(
  Object.keys(KNOWN)
    .filter((name) => /(Parameter|Distribution)$/.test(name))
    .map((name): [string, Attributes] => [name, { resultTimeStamp: 'date' }]),
);

const isLong = (value: string | undefined): boolean => value === undefined || /^[+-]?\d{1,18}$/.test(value);

/** The value as the schema allows it; undefined when it cannot be meant. */
function allowed(value: string, kind: Kind, ids: ReadonlyMap<string, string>): string | undefined {
  switch (kind) {
    case 'text':
      return value;
    case 'id':
    case 'reference':
      return ids.get(value) ?? (NCNAME.test(value) ? value : undefined);
    case 'long':
      return isLong(value)
        ? value
        : Number.isInteger(Number(value)) && value !== ''
          ? String(Number(value))
          : undefined;
    case 'double':
      return value !== '' && Number.isFinite(Number(value)) ? value : undefined;
    case 'boolean':
      return /^(true|false|0|1)$/.test(value) ? value : undefined;
    case 'unit':
      return UNITS.includes(value) ? value : undefined;
    case 'duration':
      return parseDuration(value) ? value : undefined;
    case 'date':
      return parseDateTime(value) === undefined ? undefined : value.includes('T') ? value : `${value}T00:00:00`;
    case 'statistic':
      return STATISTICS.includes(value) ? value : undefined;
    case 'property':
      return PROPERTY_TYPES.get(value);
  }
}
