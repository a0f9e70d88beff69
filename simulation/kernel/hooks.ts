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
  /** A case waits for others to gather, for the people of their batch or for its turn in it; it does so no longer. */
  itemQueued(t: number): void;
  itemDequeued(t: number): void;
  /** Work was completed or cancelled; the token still holds its units and times. */
  workEnded(t: number, cancelled: boolean): void;
  /** Work under way is interrupted, to go on later; the token still holds its units and times. */
  workInterrupted(t: number): void;
  /** The token will not wait for its work to begin: it did not join the queue, or gave up. */
  wentAway(t: number, joined: boolean): void;
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
export let itemQueued: Hooks['itemQueued'] = ignore;
export let itemDequeued: Hooks['itemDequeued'] = ignore;
export let workEnded: Hooks['workEnded'] = ignore;
export let workInterrupted: Hooks['workInterrupted'] = ignore;
export let wentAway: Hooks['wentAway'] = ignore;
export let poolChanging: Hooks['poolChanging'] = ignore;
export let windowOpened: Hooks['windowOpened'] = ignore;
export let milestonePassed: Hooks['milestonePassed'] = ignore;

/** Hears every movement; see `observers/movement.ts`. */
export interface Recorder {
  /** The token was put on the node; `flow` −1 = by none. */
  entered(t: number, n: number, flow: number): void;
  stateSet(t: number, state: number): void;
  /** The token is about to be freed. */
  gone(t: number): void;
  /** The token becomes a mark on the flow into a join; a mark of the flow is taken away. */
  marked(t: number, s: number, flow: number): void;
  unmarked(s: number, flow: number): void;
  unitSet(unit: number, mode: number): void;
  /** The group went on or off shift. */
  shifted(g: number): void;
}

/** Undefined unless movements are recorded: call sites look before they call. */
export let recorder: Recorder | undefined;

/** Attaches the recorder of movements, or none. */
export function record(next: Recorder | undefined): void {
  recorder = next;
}

/** Attaches the observers. */
export function attach(hooks: Hooks): void {
  ({
    casesGrown,
    caseStarted,
    caseEnded,
    stateChanged,
    workQueued,
    workDequeued,
    itemQueued,
    itemDequeued,
    workEnded,
    workInterrupted,
    wentAway,
    poolChanging,
    windowOpened,
    milestonePassed,
  } = hooks);
}
