/** Absences and breakdowns: the time in which somebody is there, drawn anew for every person and replication. */
import { subtract, Timeline } from '../calendars/index.ts';
import { hashKey, keyedUniform, streamKey } from '../random/keyed.ts';
import { Purpose } from '../random/purpose.ts';
import type { SeedWords } from '../random/seed.ts';
import type { Group } from './network.ts';

/** When the unit of the group is on shift and not absent. */
export function present(
  group: Group,
  { every, lasts, id }: NonNullable<Group['absence']>,
  seed: SeedWords,
  replication: number,
): Timeline {
  const [k0, k1] = streamKey(seed, replication, hashKey(id), Purpose.absence);
  let returned = 0;
  let turns = 0;
  /** The absence to be told next. */
  let [from, to] = [0, 0];
  const next = (): void => {
    from = returned + Math.max(1, Math.round(every.quantile(keyedUniform(k0, k1, turns, 0))));
    to = from + Math.max(1, Math.round(lasts.quantile(keyedUniform(k0, k1, turns, 1))));
    returned = to;
    turns++;
  };
  next();
  const absent = new Timeline((start, end, visit) => {
    while (from < end) {
      if (to > start) visit(Math.max(start, from), Math.min(to, end));
      // What reaches beyond the end is told again from there.
      if (to >= end) break;
      next();
    }
    return end;
  });
  return subtract(group.timeline ?? new Timeline('always-open'), absent);
}
