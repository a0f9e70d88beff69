/**
 * What each behavior does when a token enters a node and when the thing it waited for has happened; filled from the registry.
 * The first behaviors of the registry, which are the most frequent, have call sites of their own: each then sees one function, and
 * compilers call it directly instead of through a table.
 */

/** `flow` is the flow it came by, −1 at a start. */
export type Enter = (token: number, node: number, flow: number) => void;
export type Resume = (token: number, node: number) => void;

const unset = (): void => {
  throw new Error('no behaviors set');
};

let enters: readonly Enter[] = [];
let resumes: readonly Resume[] = [];
let enter0: Enter = unset;
let enter1: Enter = unset;
let enter2: Enter = unset;
let enter3: Enter = unset;
let enter4: Enter = unset;
let resume0: Resume = unset;

export function setBehaviors(enter: readonly Enter[], resume: readonly Resume[]): void {
  enters = enter;
  resumes = resume;
  [enter0 = unset, enter1 = unset, enter2 = unset, enter3 = unset, enter4 = unset] = enter;
  [resume0 = unset] = resume;
}

/** A token enters node `n`, which behavior `b` runs. */
export function enterNode(b: number, t: number, n: number, flow: number): void {
  switch (b) {
    case 0:
      enter0(t, n, flow);
      return;
    case 1:
      enter1(t, n, flow);
      return;
    case 2:
      enter2(t, n, flow);
      return;
    case 3:
      enter3(t, n, flow);
      return;
    case 4:
      enter4(t, n, flow);
      return;
    default:
      enters[b]!(t, n, flow);
  }
}

/** What the token waited for at node `n`, which behavior `b` runs, has happened. */
export function resumeNode(b: number, t: number, n: number): void {
  if (b === 0) resume0(t, n);
  else resumes[b]!(t, n);
}
