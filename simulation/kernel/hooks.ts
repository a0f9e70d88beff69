/**
 * Where observers attach. The kernel calls these at what it does and never looks at statistics; `simulate.ts` sets them once,
 * so each call site sees one function and stays fast.
 */

/** How a case ended. */
export const Outcome = { completed: 0, failed: 1 } as const;

export interface Hooks {
  /** The arrays of cases grew to `capacity` slots. */
  casesGrown(capacity: number): void;
  caseStarted(c: number): void;
  caseEnded(c: number, outcome: number): void;
  /** Tokens of case `c` changed from one state to another at the current time; `TokenState.none` for coming and going. */
  stateChanged(c: number, from: number, to: number): void;
  /** Work must wait (called once, at the end of the instant in which it was offered). */
  workQueued(t: number): void;
  /** Work that waited does so no longer; its requests are still in place. */
  workDequeued(t: number): void;
  /** Work was completed or cancelled; the token still holds its units and times. */
  workEnded(t: number, cancelled: boolean): void;
  /** The number of working units of a pool is about to change. */
  poolChanging(p: number): void;
  /** The warm-up is over: figures over time start from zero here. */
  windowOpened(): void;
  /** A milestone node was entered or left. */
  milestonePassed(c: number, node: number, left: boolean): void;
}

const ignore = (): void => undefined;

export let casesGrown: Hooks['casesGrown'] = ignore;
export let caseStarted: Hooks['caseStarted'] = ignore;
export let caseEnded: Hooks['caseEnded'] = ignore;
export let stateChanged: Hooks['stateChanged'] = ignore;
export let workQueued: Hooks['workQueued'] = ignore;
export let workDequeued: Hooks['workDequeued'] = ignore;
export let workEnded: Hooks['workEnded'] = ignore;
export let poolChanging: Hooks['poolChanging'] = ignore;
export let windowOpened: Hooks['windowOpened'] = ignore;
export let milestonePassed: Hooks['milestonePassed'] = ignore;

/** Attaches the observers. */
export function attach(hooks: Hooks): void {
  ({
    casesGrown,
    caseStarted,
    caseEnded,
    stateChanged,
    workQueued,
    workDequeued,
    workEnded,
    poolChanging,
    windowOpened,
    milestonePassed,
  } = hooks);
}
