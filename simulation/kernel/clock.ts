/** The simulated time of the replication under way, in integer ms since the start. */
export let now = 0;

export function setNow(time: number): void {
  now = time;
}
