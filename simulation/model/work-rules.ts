/** Who does an activity in detail, and what is needed before and around the work. */
import type { Batching } from './batching.ts';
import type { DistributionSpec } from './scenario.ts';

/** Parameters of activities that say more than how long and by which pools. */
export interface WorkRules {
  /** Which alternative and which person is taken when several are free; default `listed`. */
  readonly choose?: TeamChoice;
  /** The same person as in another step of the case (its last execution); no limit while that has not been done. */
  readonly samePersonAs?: { readonly element: string; readonly otherwise: 'wait' | 'anyone' };
  /** Nobody who did one of these steps in the case (its last execution): the four-eyes principle. */
  readonly otherPersonThan?: readonly string[];
  /** Time to get ready, for people whose last work was another activity (or none). */
  readonly setup?: DistributionSpec;
  /** Other working times for some people; the first that applies wins. `person` is the name of a row of the pool's staffing. */
  readonly workBy?: readonly WorkBy[];
  /** Work begun in these hours takes `factor` times as long; where hours overlap, the first counts. */
  readonly workAt?: readonly WorkAt[];
  /** How long a case waits for the work to begin before it gives up, in calendar time. */
  readonly patience?: DistributionSpec;
  /** Nobody joins a queue in which so many wait for this activity: 0 = who cannot be served at once goes away. */
  readonly balkAt?: number;
  /** Boundary event of the activity by which those leave who give up or do not join; absent = their case ends as failed. */
  readonly abandonTo?: string;
  /** Cases that wait here when the run begins. They came before the observed time: they take people, and no figure of cases. */
  readonly initial?: number;
  /** Cases gather and are worked on together. */
  readonly batch?: Batching;
}

/** `listed`: the first alternative that is free, whoever has been idle longest. `fastest`: who needs least time. */
export type TeamChoice = 'listed' | 'fastest';

export interface WorkBy {
  readonly pool: string;
  readonly person?: string;
  readonly distribution: DistributionSpec;
}

/** Weekdays (1 = Monday … 7 = Sunday) and minutes of the day [from, to). */
export interface WorkAt {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly factor: number;
}
