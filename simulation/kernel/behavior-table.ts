/**
 * What each behavior does when a token enters a node and when the thing it waited for has happened; filled from the registry.
 */

/** `flow` is the flow it came by, −1 at a start. */
export type Enter = (token: number, node: number, flow: number) => void;
export type Resume = (token: number, node: number) => void;

/**
 * What `moves.ts` does itself, without a call, with a node that asks for nothing more (no message, boundary event …).
 * It is what `enter` of the behavior comes to at such a node.
 */
export const Quick = {
  /** Nothing: `enter` is called. */
  none: 0,
  /** Passes on by the only outgoing flow. */
  pass: 1,
  /** Chooses one outgoing flow by shares. */
  share: 2,
  /** Offers the work of an activity. */
  work: 3,
  /** Consumes the token. */
  end: 4,
} as const;
export type Quick = (typeof Quick)[keyof typeof Quick];

let enters: readonly Enter[] = [];
let resumes: readonly Resume[] = [];
let quicks: readonly Quick[] = [];

export function setBehaviors(enter: readonly Enter[], resume: readonly Resume[], quick: readonly Quick[]): void {
  enters = enter;
  resumes = resume;
  quicks = quick;
}

/** What behavior `b` may come to. */
export const quickOf = (b: number): Quick => quicks[b]!;

/** A token enters node `n`, which behavior `b` runs. */
export function enterNode(b: number, t: number, n: number, flow: number): void {
  enters[b]!(t, n, flow);
}

/** What the token waited for at node `n`, which behavior `b` runs, has happened. */
export function resumeNode(b: number, t: number, n: number): void {
  resumes[b]!(t, n);
}
