/** Which way of a figure is good news to whoever runs the process. */
import type { Direction, KpiPath } from '#simulation';

/** By the end of the path; the longest that fits counts. */
const RULES: readonly (readonly [end: readonly string[], better: Direction])[] = [
  [['hitRate'], 'higher'],
  [['weeksMet'], 'higher'],
  [['flowEfficiency'], 'higher'],
  [['firstPassYield'], 'higher'],
  [['throughputPerDay'], 'higher'],
  [['cases', 'completed'], 'higher'],
  [['cases', 'failed'], 'lower'],
  [['cases', 'open'], 'lower'],
  [['handovers'], 'lower'],
  [['rework'], 'lower'],
  [['cancelled'], 'lower'],
  [['overtime'], 'lower'],
  [['batchWait'], 'lower'],
  [['interruptions'], 'lower'],
  [['interrupted'], 'lower'],
  [['abandoned'], 'lower'],
  [['balked'], 'lower'],
  [['abandonment'], 'lower'],
  [['setups'], 'lower'],
  [['setupTime'], 'lower'],
  [['absence'], 'lower'],
];

/** Whole families, by how the path begins. */
const FAMILIES: ReadonlyMap<string, Direction> = new Map([
  ['cycleTime', 'lower'],
  ['businessCycleTime', 'lower'],
  ['touchTime', 'lower'],
  ['decomposition', 'lower'],
  ['wip', 'lower'],
  ['cost', 'lower'],
]);

/** Parts of a path that mean waiting, working or paying, wherever they stand. */
const PARTS: ReadonlySet<string> = new Set([
  'lateness',
  'queue',
  'batchQueue',
  'queueLength',
  'work',
  'elapsed',
  'cost',
  'paid',
]);

/** Undefined where neither way is good by itself: utilisation, arrivals, how often a step is done or a flow is taken. */
export function betterOf(path: KpiPath): Direction | undefined {
  const rule = RULES.find(([end]) => end.every((key, i) => path.at(i - end.length) === key));
  if (rule) return rule[1];
  const family = FAMILIES.get(path[0] ?? '');
  if (family) return family;
  // Ids stand second and may be called anything.
  return path.length > 2 && path.slice(2).some((part) => PARTS.has(part)) ? 'lower' : undefined;
}
