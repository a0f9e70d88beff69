/** Offsets of time zones from UTC, read from the host's zone data and cached as stretches of constant offset. */
import { DAY, daysFromCivil, HOUR, MINUTE, SECOND } from './civil-time.ts';

/** A stretch [from, to) of UTC time in which local time = UTC + `offset`; all in ms. Stretches may be cut without a change. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** A time zone. Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface Zone {
  /** The stretch that contains the instant. */
  stretchAt(utc: number): OffsetStretch;
}

/** Whether the host knows the IANA zone. */
export function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone of that IANA name, or local time without daylight saving when there is none (offset 0).
 * Throws a RangeError for a zone the host does not know: `checkClock` finds it before.
 */
export function zoneOf(name: string | undefined): Zone {
  if (name === undefined) return WITHOUT_DAYLIGHT_SAVING;
  let zone = zones.get(name);
  if (!zone) zones.set(name, (zone = createZone(name)));
  return zone;
}

/**
 * The instant at which a clock in the zone shows `local`. A time skipped in spring is read as if the clock had not yet been
 * changed; of a time that comes twice in autumn the first is meant (as in iCalendar, RFC 5545 §3.3.5).
 */
export function toUtc(local: number, zone: Zone): number {
  // Both offsets that may apply are in force within a day of the reading.
  const before = local - zone.stretchAt(local - DAY).offset;
  const after = local - zone.stretchAt(local + DAY).offset;
  const shows = (utc: number): boolean => utc + zone.stretchAt(utc).offset === local;
  return shows(before) || !shows(after) ? before : after;
}

const WITHOUT_DAYLIGHT_SAVING: Zone = { stretchAt: () => ({ from: -Infinity, to: Infinity, offset: 0 }) };

const zones = new Map<string, Zone>();

/** Transitions are searched block by block; a block's edges cut a stretch without harm. */
const BLOCK = 365 * DAY;

/** Shortest time between two transitions that is sure to be seen: Morocco's change for Ramadan lasts a month. */
const PROBE = 5 * DAY;

/** Last instant the host's formatter accepts (ECMA-262, Time Values); later times keep its offset. */
const LAST_INSTANT = 8.64e15;

function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

  const offsetAt = (utc: number): number => {
    const instant = Math.min(Math.max(Math.floor(utc / SECOND) * SECOND, -LAST_INSTANT), LAST_INSTANT);
    const field = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format.formatToParts(instant))
      if (type in field) Object.assign(field, { [type]: +value });
    return daysFromCivil(field) * DAY + field.hour * HOUR + field.minute * MINUTE + field.second * SECOND - instant;
  };

  const stretchesOf = (block: number): OffsetStretch[] => {
    const stretches: OffsetStretch[] = [];
    const end = (block + 1) * BLOCK;
    let from = block * BLOCK;
    let offset = offsetAt(from);
    for (let probe = from; probe < end; probe += PROBE) {
      const next = Math.min(probe + PROBE, end);
      const nextOffset = offsetAt(next);
      if (nextOffset === offset) continue;
      const change = bisect(probe, next, (utc) => offsetAt(utc) !== offset);
      stretches.push({ from, to: change, offset });
      [from, offset] = [change, nextOffset];
    }
    if (from < end) stretches.push({ from, to: end, offset });
    return stretches;
  };

  const blocks = new Map<number, OffsetStretch[]>();
  let last: OffsetStretch = { from: 0, to: 0, offset: 0 };

  return {
    stretchAt(utc) {
      if (utc >= last.from && utc < last.to) return last;
      const block = Math.floor(utc / BLOCK);
      let stretches = blocks.get(block);
      if (!stretches) blocks.set(block, (stretches = stretchesOf(block)));
      const found = stretches.find((stretch) => utc < stretch.to);
      if (!found) throw new Error(`no offset of <${name}> at <${utc}>`);
      return (last = found);
    },
  };
}

/** First whole second in (low, high] for which `holds`; it holds at `high` and from its first instant on. */
function bisect(low: number, high: number, holds: (utc: number) => boolean): number {
  let [no, yes] = [Math.floor(low / SECOND), Math.floor(high / SECOND)];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle * SECOND)) yes = middle;
    else no = middle;
  }
  return yes * SECOND;
}
