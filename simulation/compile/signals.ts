/** Which signals the model knows: thrown and caught under one reference, or under one label when there is no reference (rule 17). */
import { isThrowing, type EventDefinition, type FlowNode } from '../model/process.ts';

const SIGNAL = 'bpmn:SignalEventDefinition';

/** The signals of a model. */
export class Signals {
  private readonly numbers = new Map<string, number>();
  private readonly thrown = new Set<string>();

  constructor(nodes: readonly FlowNode[]) {
    for (const node of nodes)
      for (const definition of node.eventDefinitions ?? []) {
        const key = keyOf(node, definition);
        if (definition.type !== SIGNAL || key === undefined) continue;
        if (!this.numbers.has(key)) this.numbers.set(key, this.numbers.size);
        if (isThrowing(node)) this.thrown.add(key);
      }
  }

  get count(): number {
    return this.numbers.size;
  }

  /** Number of the signal; undefined for one without name. */
  numberOf(node: FlowNode, definition: EventDefinition): number | undefined {
    const key = keyOf(node, definition);
    return key === undefined ? undefined : this.numbers.get(key);
  }

  /** Number of the signal when something in the model throws it. */
  thrownNumberOf(node: FlowNode, definition: EventDefinition): number | undefined {
    const key = keyOf(node, definition);
    return key !== undefined && this.thrown.has(key) ? this.numbers.get(key) : undefined;
  }
}

/** The signal the event refers to, else the one it is labelled with. */
function keyOf(node: FlowNode, { ref }: EventDefinition): string | undefined {
  if (ref !== undefined) return `ref ${ref}`;
  const label = node.name?.trim().replace(/\s+/g, ' ');
  return label ? `label ${label}` : undefined;
}
