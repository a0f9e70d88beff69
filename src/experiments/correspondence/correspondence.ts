/**
 * Which element of one design is the twin of which element of another. Twins share their luck (semantics, rule 28) and are shown side
 * by side. The same id makes twins; where ids differ, names and then the place in the flow suggest them; people have the last word.
 */
import type { ProcessModel } from '#simulation';
import { Pairing } from './pairing.ts';
import { pairFlows } from './pair-flows.ts';
import { pairByName } from './pair-by-name.ts';
import { pairByPosition } from './pair-by-position.ts';

/** Why two elements count as one: people said so, their ids agree, their names do, or their neighbours in the flow do. */
export type PairOrigin = 'chosen' | 'id' | 'name' | 'position';

/** An element of the baseline and its twin in the other design: flow nodes, sequence flows, message flows, processes. */
export interface ElementPair {
  readonly from: string;
  readonly to: string;
  readonly origin: PairOrigin;
}

/** What people said, by the id in the other design: its twin in the baseline, or null for "has none". Saved with the study. */
export type PairDecisions = Readonly<Record<string, string | null>>;

/** All pairs, nodes before flows, each in the order of the other design. Decisions about elements that are gone are passed over. */
export function correspondenceOf(
  from: ProcessModel,
  to: ProcessModel,
  decisions: PairDecisions = {},
): readonly ElementPair[] {
  const pairing = new Pairing(from, to, decisions);
  pairing.pairChosen();
  pairing.pairSameIds();
  pairByName(pairing);
  pairByPosition(pairing);
  pairFlows(pairing);
  return pairing.pairs();
}

/**
 * The keys under which the other design's elements draw, for `Study.elementKeys`: those of their twins. An element without a twin
 * that is called like one of the baseline's gets a key of its own, else the two would share their luck all the same.
 */
export function elementKeysOf(
  from: ProcessModel,
  to: ProcessModel,
  pairs: readonly ElementPair[],
): Readonly<Record<string, string>> {
  const twins = new Map(pairs.map((pair) => [pair.to, pair.from]));
  const taken = new Set(idsOf(from));
  const keys = idsOf(to).flatMap((id): [string, string][] => {
    const twin = twins.get(id);
    if (twin !== undefined) return twin === id ? [] : [[id, twin]];
    // Ids have no blanks, so this is nobody's id.
    return taken.has(id) ? [[id, `${id} alone`]] : [];
  });
  return Object.fromEntries(keys);
}

const idsOf = ({ processes, nodes, flows, messageFlows }: ProcessModel): readonly string[] =>
  [...processes, ...nodes, ...flows, ...messageFlows].map(({ id }) => id);
