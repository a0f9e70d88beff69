/** Instances of processes and sub-processes: which tokens live in them and which joins hold marks. */
import { growColumn, growTable, SLOTS } from './arrays.ts';
import { integers } from '../math/memory.ts';
import { integer } from '../math/scalars.ts';
import { cases } from './cases.ts';

/** Scope instances by slot. */
export const scopes = {
  /** Index of the scope definition. */
  definition: integers(SLOTS),
  /** Its case; −1 = slot free. */
  case: integers(SLOTS),
  /** Token that waits at the sub-process; −1 for a process instance. */
  host: integers(SLOTS),
  /** Tokens alive plus marks at joins; the instance completes when it falls to 0. */
  live: integers(SLOTS),
  /** First token of the instance's list; −1 = none. */
  tokens: integers(SLOTS),
  /** Marks at inclusive joins; when not 0 every move in the scope may let one fire. */
  inclusive: integers(SLOTS),
  /** First trigger armed for its event sub-processes; −1 = none, −2 = none can begin any more. Set for watched scopes only. */
  handlers: integers(SLOTS),
  /** Neighbours among the scope instances of the same case; `next` also links free slots. */
  next: integers(SLOTS),
  previous: integers(SLOTS),
  /** Tokens waiting at joins per incoming flow: `marks[s * stride + flowMark[flow]]`. */
  marks: integers(SLOTS * 8),
};

/** Marks of one instance. */
export const scopeLayout = { marks: 0 };

/** Slots ever `used`, and the first `free` one among them; −1 = none. */
const counts = { used: 0, free: -1 };
scopes.case.fill(-1);

export function resetScopes(markCount: number): void {
  scopes.marks.fill(0, 0, counts.used * scopeLayout.marks);
  scopes.case.fill(-1, 0, counts.used);
  scopeLayout.marks = markCount;
  growColumn(scopes, 'marks', scopes.case.length * markCount);
  Object.assign(counts, { used: 0, free: -1 });
}

export function createScope(definition: number, c: number, host: number): number {
  let s = counts.free;
  if (s !== -1) counts.free = scopes.next[s]!;
  else {
    if (counts.used === scopes.case.length) grow();
    s = counts.used++;
  }
  scopes.definition[s] = integer(definition);
  scopes.case[s] = integer(c);
  scopes.host[s] = integer(host);
  scopes.live[s] = 0;
  scopes.tokens[s] = -1;
  scopes.inclusive[s] = 0;
  const first = cases.scopes[c]!;
  scopes.next[s] = first;
  scopes.previous[s] = -1;
  if (first !== -1) scopes.previous[first] = s;
  cases.scopes[c] = s;
  return s;
}

/** Gives the slot back; its marks must have been cleared. */
export function destroyScope(s: number): void {
  const next = scopes.next[s]!;
  const previous = scopes.previous[s]!;
  if (next !== -1) scopes.previous[next] = previous;
  if (previous !== -1) scopes.next[previous] = next;
  else cases.scopes[scopes.case[s]!] = next;
  scopes.case[s] = -1;
  scopes.next[s] = counts.free;
  counts.free = s;
}

function grow(): void {
  growTable(scopes);
  growColumn(scopes, 'marks', scopes.case.length * scopeLayout.marks);
}
