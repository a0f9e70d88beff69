/** What goes wrong while a replication runs: counted per cause and element, reported once; a cap stops the replication. */
import { empty } from './arrays.ts';
import { issue, type Issue, type Severity } from '../model/issue.ts';

interface Fault {
  readonly severity: Severity;
  readonly code: string;
  readonly node: number;
  count: number;
}

const faults = new Map<string, Fault>();

/**
 * The instant under way. `stopped`: a cap was hit; the replication ends here and what was measured so far stands. `unfinished` is
 * not 0 when there may be moves to be made or decisions to be taken before the clock goes on, or it was stopped; a number, as
 * compilers ask a truth value many questions. `moves` since the clock last advanced.
 */
export const instant = { stopped: false, unfinished: 0, moves: 0 };

/** Caps that end every run (design: bad inputs are met with a message that names the elements). */
export const MOVES_PER_INSTANT = 1_000_000;
export const TOKENS_PER_CASE = 10_000;
export const LIVE_TOKENS = 10_000_000;

export function resetFaults(): void {
  empty(faults);
  instant.stopped = false;
  instant.unfinished = 0;
  instant.moves = 0;
}

/** Notes one more occurrence. `node` −1 = the whole model. */
export function noteFault(severity: Severity, code: string, node: number, count = 1): void {
  const key = `${code} ${node}`;
  const known = faults.get(key);
  if (known) known.count += count;
  else faults.set(key, { severity, code, node, count });
}

/** Ends the replication because of the element. */
export function stop(code: string, node: number): void {
  if (instant.stopped) return;
  instant.stopped = true;
  instant.unfinished = 1;
  noteFault('error', code, node);
}

/** Counts a move; true = too many in no time. */
export const tooManyMoves = (): boolean => ++instant.moves > MOVES_PER_INSTANT;

export function clockAdvanced(): void {
  instant.moves = 0;
}

/** What was noted, as issues that name elements. */
export const faultIssues = (ids: readonly string[], names: readonly string[]): Issue[] =>
  [...faults.values()].map(({ severity, code, node, count }) =>
    issue(severity, code, node < 0 ? undefined : { id: ids[node]!, name: names[node] }, { count }),
  );
