/** What each behavior does when a token enters a node and when the thing it waited for has happened; filled from the registry. */

/** `flow` is the flow it came by, −1 at a start. */
export type Enter = (token: number, node: number, flow: number) => void;
export type Resume = (token: number, node: number) => void;

export let enters: readonly Enter[] = [];
export let resumes: readonly Resume[] = [];

export function setBehaviors(enter: readonly Enter[], resume: readonly Resume[]): void {
  enters = enter;
  resumes = resume;
}
