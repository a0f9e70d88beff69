/** The story of a study: prepared views that a presenter flips through. Plain data, saved with the study. */

/** One prepared view. */
export interface StoryStep {
  readonly title: string;
  /** What the presenter says, or the room reads. */
  readonly note: string;
  /** Designs shown, by id: one, or two side by side, the active one first; the same twice = two of its scenarios. */
  readonly designs: readonly string[];
  /** Scenario of the first design; absent = whichever was looked at last. */
  readonly scenario?: string;
  /** Scenario of the second; absent = whichever was looked at last. */
  readonly scenarioBeside?: string;
  /** Number of the replication that plays, from 0; absent = the first. */
  readonly replication?: number;
  /** Where the replay stands, ms of simulated time. */
  readonly time: number;
  /** Attribute that gives the cases their colour; absent = how they stand to their promise. */
  readonly colouring?: string;
  /** What colours the steps of the diagrams; absent = nothing. */
  readonly heat?: string;
  /** Number of the case that is followed, from 0. */
  readonly follow?: number;
  /** Part of the first diagram that is seen, in its units; absent = all of it. */
  readonly view?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The steps with one moved a place up (-1) or down (1). */
export function moveStep(steps: readonly StoryStep[], index: number, by: -1 | 1): readonly StoryStep[] {
  const moved = [...steps];
  const [step] = moved.splice(index, 1);
  if (step) moved.splice(Math.max(0, index + by), 0, step);
  return moved;
}

/** The steps that can still be shown: those whose designs all exist. */
export const showable = (
  steps: readonly StoryStep[],
  designs: readonly { readonly id: string }[],
): readonly StoryStep[] =>
  steps.filter((step) => step.designs.every((id) => designs.some((design) => design.id === id)));
