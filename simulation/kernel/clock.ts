/** The simulated time of the replication under way, in integer ms since the start. */
export const clock = { now: NaN };

export function setNow(time: number): void {
  clock.now = time;
}
