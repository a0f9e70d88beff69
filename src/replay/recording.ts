/** A recorded replication with what is needed to show it: plain data, so that it can be sent to a second window. */
import type { ClockSettings, MovementTrace, Network } from '#simulation';

export interface Recording {
  readonly trace: MovementTrace;
  /** From 0. */
  readonly replication: number;
  /** Replications the figures are made of. */
  readonly planned: number;
  /** Figures count from here, ms. */
  readonly warmUp: number;
  readonly clock: ClockSettings;
  readonly nodes: readonly ReplayNode[];
  readonly flows: readonly ReplayFlow[];
  readonly pools: readonly ReplayPool[];
  /** Pool of each group of units; Infinity units = as many as needed. */
  readonly groups: readonly { readonly pool: number; readonly capacity: number }[];
  readonly promises: readonly ReplayPromise[];
  readonly attributes: readonly ReplayAttribute[];
}

export interface ReplayNode {
  readonly id: string;
  /** Empty when it has none. */
  readonly name: string;
  /** Node of the sub-process it is inside; −1 = none. */
  readonly inside: number;
  /** Pools whose people work there. */
  readonly pools: readonly number[];
}

export interface ReplayFlow {
  readonly id: string;
  readonly source: number;
  readonly target: number;
}

export interface ReplayPool {
  readonly id: string;
  readonly name: string;
  /** People in all its groups; Infinity = unlimited. */
  readonly capacity: number;
}

/** A service level. */
export interface ReplayPromise {
  readonly id: string;
  readonly name: string;
  readonly target: number;
  /** Whether it is about whole cases; only these make a case late. */
  readonly onCases: boolean;
}

export interface ReplayAttribute {
  readonly name: string;
  /** Texts of its values; undefined for numbers. */
  readonly values: readonly string[] | undefined;
  /** How cases carry these values, in the same order. */
  readonly codes: readonly number[];
}

/** Puts a trace together with the names of what moves in it. */
export function recordingOf(
  network: Network,
  trace: MovementTrace,
  { replication, planned, warmUp }: Pick<Recording, 'replication' | 'planned' | 'warmUp'>,
): Recording {
  return {
    trace,
    replication,
    planned,
    warmUp,
    clock: network.clock,
    nodes: network.nodeIds.map((id, n) => ({
      id,
      name: network.nodeNames[n] ?? '',
      inside: network.scopes[network.nodeScope[n] ?? -1]?.node ?? -1,
      pools: poolsOf(network, n),
    })),
    flows: network.flowIds.map((id, f) => ({
      id,
      source: network.flowSource[f] ?? -1,
      target: network.flowTarget[f] ?? -1,
    })),
    pools: network.pools.map(({ id, name, groups }) => ({
      id,
      name,
      capacity: groups.reduce((sum, g) => sum + (network.groups[g]?.capacity ?? 0), 0),
    })),
    groups: network.groups.map(({ pool, capacity }) => ({ pool, capacity })),
    promises: network.slas.map(({ id, name, target, scope }) => ({ id, name, target, onCases: scope === 'case' })),
    attributes: network.attributes.map(({ name, codes }) => ({
      name,
      values: codes && Array.from(codes, (code) => network.texts[code] ?? ''),
      codes: [...(codes ?? [])],
    })),
  };
}

function poolsOf({ activities, nodeActivity }: Network, n: number): readonly number[] {
  const needs = activities[nodeActivity[n] ?? -1]?.needs ?? [];
  return [...new Set(needs.flat().map(({ pool }) => pool))];
}
