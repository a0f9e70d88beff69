/** The correspondence of two diagrams, ready to be asked. */
import type { ProcessModel } from '#simulation';
import type { ElementPair } from '../correspondence/correspondence.ts';

/** A node at which cases choose among flows. */
export interface Choice {
  readonly from: string;
  readonly to: string;
  /** Whether all its flows have twins, so that shares of one design mean something in the other. */
  readonly isWhole: boolean;
}

export class Twins {
  /** Baseline's id → the other's, in the order of the other design. */
  readonly pairs: ReadonlyMap<string, string>;
  private readonly back: ReadonlyMap<string, string>;
  private readonly choices = new Map<string, Choice>();

  constructor(from: ProcessModel, to: ProcessModel, pairs: readonly ElementPair[]) {
    this.pairs = new Map(pairs.map((pair) => [pair.from, pair.to]));
    this.back = new Map(pairs.map((pair) => [pair.to, pair.from]));
    const others = new Map(to.nodes.map((node) => [node.id, node]));
    for (const node of from.nodes) {
      const other = others.get(this.pairs.get(node.id) ?? '');
      if (!other || Math.max(node.outgoing.length, other.outgoing.length) < 2) continue;
      const isWhole =
        node.outgoing.length === other.outgoing.length &&
        node.outgoing.every((flow) => other.outgoing.includes(this.pairs.get(flow) ?? ''));
      const choice = { from: node.id, to: other.id, isWhole };
      for (const flow of node.outgoing) this.choices.set(flow, choice);
    }
  }

  toOf(from: string): string | undefined {
    return this.pairs.get(from);
  }

  fromOf(to: string): string | undefined {
    return this.back.get(to);
  }

  /** The choice a flow of the baseline is one of. */
  choiceOf(from: string): Choice | undefined {
    return this.choices.get(from);
  }
}
