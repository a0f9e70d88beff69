/** Feeds changed documents and data to everything that reads them, and says what goes wrong. */
import { checkDocument, checkJson } from './check.ts';
import { dice } from './dice.ts';
import { mutatedJson } from './mutate-json.ts';
import { mutated } from './mutate-xml.ts';
import { JSON_SEEDS, PROCESS } from './seeds.ts';

export interface Finding {
  readonly seed: string;
  readonly input: string;
  readonly extension: '.bpmn' | '.json';
  readonly fault: string;
}

export interface Tally {
  rounds: number;
  opened: number;
  refused: number;
  /** CPU time of the slowest round, in ms. */
  slowest: number;
}

/** Most CPU time for one input, in ms: wall-clock time would judge the machine. */
export const MOST_CPU_MS = 2000;

/** One round; the same seed is the same round. `before` gets the input ahead of everything else. */
export async function round(
  seed: string,
  seeds: readonly string[],
  tally: Tally,
  before?: (input: string) => void,
): Promise<Finding | undefined> {
  const chance = dice(seed);
  const isJson = chance.once(5);
  const input = isJson ? mutatedJson(chance.pick(JSON_SEEDS), chance) : mutated(chance.pick(seeds), chance);
  before?.(input);
  const start = process.cpuUsage();
  tally.rounds += 1;
  let fault: string | undefined;
  try {
    if (isJson) await checkJson(input, PROCESS);
    else tally[await checkDocument(input)] += 1;
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(start);
  const spent = (user + system) / 1000;
  tally.slowest = Math.max(tally.slowest, spent);
  if (fault === undefined && spent > MOST_CPU_MS * (input.length > 500_000 ? 5 : 1))
    fault = `took ${Math.round(spent)} ms`;
  return fault === undefined ? undefined : { seed, input, extension: isJson ? '.json' : '.bpmn', fault };
}
