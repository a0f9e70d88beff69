/**
 * Keeps the order of the document through undo and redo. bpmn-js puts what comes back at the end of its list; but the order
 * of flows is the order in which their conditions are tried, so an undone step must leave nothing of itself behind.
 */
import type EventBus from 'diagram-js/lib/core/EventBus';
import { list, many, one, type ModdleElement } from '../../../bpmn/moddle.ts';

/** Lists of a document whose order is kept, and their content at one time. Unchanged contents are shared between times. */
type Order = ReadonlyMap<unknown[], readonly unknown[]>;

interface Changed {
  readonly trigger: 'execute' | 'undo' | 'redo' | 'clear';
}

/** Before anyone reads the document. */
const FIRST = 5000;

export class DocumentOrder {
  static readonly $inject = ['bpmnjs', 'eventBus'];

  /** The order after each step; the first is that of the opened document. */
  private orders: Order[] = [];
  private done = 0;

  constructor(
    private readonly document: { getDefinitions(): ModdleElement | undefined },
    eventBus: EventBus,
  ) {
    eventBus.on('import.done', FIRST, () => {
      this.orders = [this.take()];
      this.done = 0;
    });
    eventBus.on('commandStack.changed', FIRST, ({ trigger }: Changed) => {
      if (trigger === 'execute') this.orders.splice(++this.done, Infinity, this.take(this.orders[this.done - 1]));
      else if (trigger === 'undo') this.restore(this.orders[--this.done]);
      else if (trigger === 'redo') this.restore(this.orders[++this.done]);
    });
  }

  private take(before?: Order): Order {
    const definitions = this.document.getDefinitions();
    const lists = definitions ? [...orderedLists(definitions)] : [];
    return new Map(
      lists.map((content) => {
        const known = before?.get(content);
        return [content, known && sameOrder(known, content) ? known : [...content]];
      }),
    );
  }

  private restore(order: Order | undefined): void {
    for (const [content, wanted] of order ?? []) {
      if (sameOrder(wanted, content) || !sameMembers(wanted, content)) continue;
      content.splice(0, content.length, ...wanted);
    }
  }
}

function* orderedLists(definitions: ModdleElement): Generator<unknown[]> {
  yield list(definitions, 'rootElements');
  for (const diagram of many(definitions, 'diagrams')) {
    const plane = one(diagram, 'plane');
    if (plane) yield list(plane, 'planeElement');
  }
  for (const root of many(definitions, 'rootElements')) {
    if (root.$type === 'bpmn:Collaboration') yield* existing(root, ['participants', 'messageFlows', 'artifacts']);
    if (root.$type === 'bpmn:Process') yield* containerLists(root);
  }
}

function* containerLists(container: ModdleElement): Generator<unknown[]> {
  yield* existing(container, ['flowElements', 'artifacts']);
  for (const laneSet of many(container, 'laneSets')) yield* laneLists(laneSet);
  for (const element of many(container, 'flowElements')) {
    yield* existing(element, ['incoming', 'outgoing']);
    if (element.$instanceOf('bpmn:SubProcess')) yield* containerLists(element);
  }
}

function* laneLists(laneSet: ModdleElement): Generator<unknown[]> {
  yield* existing(laneSet, ['lanes']);
  for (const lane of many(laneSet, 'lanes')) {
    yield* existing(lane, ['flowNodeRef']);
    const inner = one(lane, 'childLaneSet');
    if (inner) yield* laneLists(inner);
  }
}

function* existing(element: ModdleElement, names: readonly string[]): Generator<unknown[]> {
  for (const name of names) if (many(element, name).length > 0) yield list(element, name);
}

const sameOrder = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((member, i) => member === b[i]);

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  const members = new Set(b);
  return a.length === b.length && a.every((member) => members.has(member));
}
