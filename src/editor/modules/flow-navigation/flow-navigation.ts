/**
 * Walking the diagram with the keyboard. Right goes on along the flow, Left goes back, Up and Down go through the
 * alternatives; where the flow splits, each branch is a stop of its own. Enter inspects, Escape lets go.
 * Shift with an arrow moves the selected shapes instead, Ctrl with an arrow moves the canvas.
 */
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type Keyboard from 'diagram-js/lib/features/keyboard/Keyboard';
import {
  besidePalette,
  labelled,
  rootOf,
  type DiagramElement,
  type ElementRegistry,
  type Selection,
} from '../../diagram.ts';

/** Before diagram-js moves the selection (1500). */
const FIRST = 2000;

type Direction = 'next' | 'previous' | 'up' | 'down';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export class FlowNavigation {
  static readonly $inject = ['canvas', 'elementRegistry', 'eventBus', 'keyboard', 'selection'];

  private readonly canvas: Canvas;
  private readonly registry: ElementRegistry;
  private readonly selection: Selection;

  constructor(
    canvas: Canvas,
    elementRegistry: ElementRegistry,
    eventBus: EventBus,
    keyboard: Keyboard,
    selection: Selection,
  ) {
    this.canvas = canvas;
    this.registry = elementRegistry;
    this.selection = selection;
    keyboard.addListener(FIRST, ({ keyEvent }: { keyEvent: KeyboardEvent }) => {
      if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey || keyEvent.shiftKey || keyEvent.isComposing) return;
      const direction = DIRECTIONS[keyEvent.key];
      if (direction) return this.go(direction);
      if (keyEvent.key === 'Enter' && this.selection.get().length === 1) {
        eventBus.fire('preflight.inspect');
        return true;
      }
      if (keyEvent.key === 'Escape' && this.selection.get().length > 0) {
        this.selection.select(null);
        return true;
      }
    });
  }

  /** True when the key was used, so that the selection is not moved by it. */
  private go(direction: Direction): true | undefined {
    const selected = this.selection.get();
    if (selected.length > 1) return;
    const from = selected[0];
    const to = from ? neighbour(labelled(from), direction) : this.entrance();
    if (to) {
      this.selection.select(to);
      this.canvas.scrollToElement(to.id, besidePalette(this.canvas.getContainer(), 24));
    }
    return true;
  }

  /** Where reading begins: a start event of the shown plane, else its first node. */
  private entrance(): DiagramElement | undefined {
    const root = this.canvas.getRootElement();
    const nodes = this.registry.filter((element) => isNode(element) && rootOf(element).id === root.id);
    return nodes.find((node) => node.businessObject.$instanceOf('bpmn:StartEvent')) ?? nodes[0];
  }
}

function neighbour(element: DiagramElement, direction: Direction): DiagramElement | undefined {
  if (direction === 'next') return element.waypoints ? element.target : onward(element.outgoing);
  if (direction === 'previous') return element.waypoints ? element.source : back(element);
  const rank = alternatives(element);
  const index = rank.indexOf(element);
  if (rank.length < 2 || index < 0) return undefined;
  return rank[(index + (direction === 'down' ? 1 : rank.length - 1)) % rank.length];
}

/** The only target, or the first of several branches. */
function onward(outgoing: readonly DiagramElement[]): DiagramElement | undefined {
  const flows = outgoing.filter(isFlow);
  return flows.length === 1 ? flows[0]?.target : topDown(flows)[0];
}

/** The node the flow comes from; a boundary event comes from its activity. */
function back(node: DiagramElement): DiagramElement | undefined {
  return node.host ?? topDown(node.incoming.filter(isFlow))[0]?.source;
}

/** Branches of one split among each other; a node with its boundary events; steps that one node leads to. */
function alternatives(element: DiagramElement): readonly DiagramElement[] {
  if (isFlow(element)) return topDown(element.source?.outgoing.filter(isFlow) ?? []);
  if (element.host) return [element.host, ...(element.host.attachers ?? [])];
  if (element.attachers && element.attachers.length > 0) return [element, ...element.attachers];
  const source = back(element);
  return topDown((source?.outgoing ?? []).filter(isFlow).flatMap((flow) => flow.target ?? []));
}

const topDown = (elements: readonly DiagramElement[]): readonly DiagramElement[] =>
  [...elements].sort((a, b) => height(a) - height(b));

const height = (element: DiagramElement): number => element.waypoints?.at(-1)?.y ?? element.y + element.height / 2;

const isFlow = (element: DiagramElement): boolean =>
  element.businessObject.$instanceOf('bpmn:SequenceFlow') || element.businessObject.$instanceOf('bpmn:MessageFlow');

const isNode = (element: DiagramElement): boolean =>
  !element.labelTarget && !element.waypoints && element.businessObject.$instanceOf('bpmn:FlowNode');
