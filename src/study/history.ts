/** Earlier states of a study: restore points that thin out with age, and versions somebody gave a name. Pure rules. */

/** What somebody said of a version. */
export interface VersionDetails {
  /** Such as `V1.0`. */
  readonly name: string;
  readonly note: string;
  /** Who looked at it; empty when nobody is named. */
  readonly reviewer: string;
}

/** A state one can go back to. */
export interface RestorePoint {
  /** Unique on this device; later states have higher numbers. */
  readonly number: number;
  readonly savedAt: Date;
  /** Number of designs. */
  readonly designs: number;
  /** Present = a version; it is never thinned out. */
  readonly version?: VersionDetails;
}

/** The point alone, without what it was kept in. */
export const pointOf = ({ number, savedAt, designs, version }: RestorePoint): RestorePoint =>
  describedAs({ number, savedAt, designs }, version);

/** The point as a version, or without a name. */
export const describedAs = (
  { number, savedAt, designs }: RestorePoint,
  version: VersionDetails | undefined,
): RestorePoint => ({ number, savedAt, designs, ...(version ? { version } : {}) });

/** For sorting. A version that came with a file is as old as it says, not as its arrival here. */
export const newestFirst = (
  a: Pick<RestorePoint, 'number' | 'savedAt'>,
  b: Pick<RestorePoint, 'number' | 'savedAt'>,
): number => b.savedAt.getTime() - a.savedAt.getTime() || b.number - a.number;

/** Restore points kept of each study, beside the versions. */
export const KEPT_POINTS = 60;

/**
 * The numbers of the points to give up so that `most` are left. Given up is what lies closest between its neighbours for its
 * age: yesterday needs fewer points than the last minutes. First, last and versions stay.
 */
export function thinned(
  points: readonly Pick<RestorePoint, 'number' | 'savedAt' | 'version'>[],
  now: Date,
  most = KEPT_POINTS,
): readonly number[] {
  const left = points.filter((point) => !point.version).sort((a, b) => newestFirst(b, a));
  const given: number[] = [];
  while (left.length > most) {
    const at = closest(left, now.getTime());
    given.push(...left.splice(at, 1).map((point) => point.number));
  }
  return given;
}

/** Index of the inner point whose neighbours are the nearest to each other, measured by its age. */
function closest(points: readonly { readonly savedAt: Date }[], now: number): number {
  const time = (index: number): number => points[index]?.savedAt.getTime() ?? now;
  let found = 0;
  let least = Infinity;
  for (let i = 1; i < points.length - 1; i++) {
    const spread = (time(i + 1) - time(i - 1)) / Math.max(1, now - time(i));
    if (spread < least) [found, least] = [i, spread];
  }
  return found;
}

/** The name after this one: `V1.0` → `V1.1`, `V2.9` → `V2.10`; `V1.0` for the first, a copy's number otherwise. */
export function nextVersionName(last: string | undefined): string {
  if (last === undefined) return 'V1.0';
  const number = /^(.*?)(\d+)(\D*)$/.exec(last);
  return number ? `${number[1]}${Number(number[2]) + 1}${number[3]}` : `${last} 2`;
}
