/** Reads the BPSim parameters of a `bpmn:resource` as a pool. */
import { MS_PER_UNIT, type ResourcePool, type Staffing } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { numberIn } from './distributions.ts';
import { reportUnread } from './read-element.ts';
import type { Reading } from './parameter.ts';
import { notRead, numberOf, parameter, valuesOf } from './parameter.ts';
import { attribute, localName } from './tree.ts';

/** More units than any pool has. */
export const MOST_UNITS = 100_000;

/** The pool; without `Quantity`, staffing is that of `inherited` or one unit around the clock, BPSim's default. */
export function readPool(
  element: ModdleElement,
  inherited: ResourcePool | undefined,
  costUnit: number,
  reading: Reading,
): ResourcePool {
  reportUnread(element, 'resource', reading);
  const { id, name } = reading.element;
  const unitCost = numberOf(reading, parameter(element, 'CostParameters/UnitCost'));
  const costPerUse = numberOf(reading, parameter(element, 'CostParameters/FixedCost'));
  return {
    ...inherited,
    id,
    name: name ?? id,
    staffing: readStaffing(element, reading) ?? inherited?.staffing ?? [{ capacity: 1 }],
    ...(unitCost === undefined ? {} : { costPerHour: (unitCost * MS_PER_UNIT.h) / costUnit }),
    ...(costPerUse === undefined ? {} : { costPerUse }),
  };
}

function readStaffing(element: ModdleElement, reading: Reading): readonly Staffing[] | undefined {
  const quantities = valuesOf(parameter(element, 'ResourceParameters/Quantity'));
  const shifts = valuesOf(parameter(element, 'ResourceParameters/Availability'))
    .filter((value) => /^(true|1)$/.test(attribute(value, 'value') ?? ''))
    .flatMap((value) => attribute(value, 'validFor') ?? []);
  if (quantities.length === 0 && shifts.length === 0) return undefined;
  const timed = quantities.filter((value) => attribute(value, 'validFor') !== undefined);
  const always = quantities.find((value) => attribute(value, 'validFor') === undefined);
  const capacity = always ? unitsIn(always, reading) : timed.length > 0 ? 0 : 1;
  if (timed.length === 0)
    return shifts.length === 0 ? [{ capacity }] : shifts.map((calendar) => ({ capacity, calendar }));
  // A quantity beside those for calendars holds outside of them all, which staffing cannot say unless it is none.
  if (capacity !== 0) notRead(reading, 'Quantity', { value: String(capacity) });
  return timed.map((value) => ({ capacity: unitsIn(value, reading), calendar: attribute(value, 'validFor') ?? '' }));
}

function unitsIn(value: ModdleElement, reading: Reading): number {
  const written = numberIn(value, 'value');
  const units = Math.min(MOST_UNITS, Math.max(0, Math.round(written ?? 1)));
  if (written !== units) notRead(reading, 'Quantity', { value: attribute(value, 'value') ?? localName(value) });
  return units;
}
