/** Reads case attributes: BPSim properties with a distribution on start events, or on the scenario as a whole. */
import { issue, type CaseAttribute } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { readDistribution } from './distributions.ts';
import { rounded } from './rounded.ts';
import type { Reading } from './parameter.ts';
import { notRead, single } from './parameter.ts';
import { attribute, child, children, localName } from './tree.ts';

/** The attributes in order of appearance; start events that disagree about one are a finding, the first counts. */
export function caseAttributes(
  parameters: ModdleElement | undefined,
  starts: readonly ModdleElement[],
  reading: Reading,
): readonly CaseAttribute[] {
  const attributes = new Map<string, CaseAttribute>();
  for (const property of [parameters, ...starts].flatMap((owner) =>
    children(child(owner, 'PropertyParameters'), 'Property'),
  )) {
    const name = attribute(property, 'name');
    const value = single(reading, property);
    if (name === undefined || !value || localName(value) === 'ExpressionParameter') continue;
    const whole = /^(int|long|integer)$/.test(attribute(property, 'type') ?? '');
    const read = readAttribute(name, value, whole);
    const known = attributes.get(name);
    if (!read) notRead(reading, `Property ${name}`, { value: localName(value) });
    else if (!known) attributes.set(name, read);
    else if (JSON.stringify(known) !== JSON.stringify(read))
      reading.issues.push(issue('warning', 'bpsim-property-differs', reading.element, { property: name }));
  }
  return [...attributes.values()];
}

function readAttribute(name: string, value: ModdleElement, whole: boolean): CaseAttribute | undefined {
  const values = categories(value);
  if (values) return { name, type: 'category', values };
  const distribution = readDistribution(value);
  if (!distribution) return undefined;
  return { name, type: 'number', distribution: whole ? rounded(distribution) : distribution };
}

/** Texts with their shares; undefined when the values are not texts. */
function categories(value: ModdleElement): readonly { readonly value: string; readonly share: number }[] | undefined {
  const kind = localName(value);
  if (kind === 'StringParameter') return [{ value: attribute(value, 'value') ?? '', share: 1 }];
  if (kind !== 'UserDistribution' && kind !== 'EnumParameter') return undefined;
  const points = children(value).map((point) => ({
    constant: kind === 'EnumParameter' ? point : children(point)[0],
    share: kind === 'EnumParameter' ? 1 : Number(attribute(point, 'probability') ?? NaN),
  }));
  if (!points.every(({ constant }) => constant && localName(constant) === 'StringParameter')) return undefined;
  return points.flatMap(({ constant, share }) =>
    constant && Number.isFinite(share) ? [{ value: attribute(constant, 'value') ?? '', share }] : [],
  );
}
