/** What a draw is for: part of the key of a random stream, so that draws of different kinds at one element never share luck. */

/** Numbers are part of what a seed means; never renumber. */
export const Purpose = {
  arrival: 1,
  work: 2,
  branch: 3,
  delay: 4,
  attribute: 5,
  latency: 6,
  iterations: 7,
  setup: 8,
  choice: 9,
  order: 10,
  absence: 11,
  patience: 12,
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];
