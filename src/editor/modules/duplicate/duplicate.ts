/** Copies that need no mouse: Ctrl+D duplicates the selection beside itself; Ctrl+V does so with the clipboard unless the mouse is on the canvas. */
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Keyboard from 'diagram-js/lib/features/keyboard/Keyboard';
import {
  labelled,
  sheetFor,
  type DiagramElement,
  type ElementRegistry,
  type Point,
  type Selection,
} from '../../diagram.ts';

/** Before the bindings of diagram-js. */
const FIRST = 2000;
/** How far a copy stands from what it was copied from, in diagram units: on the grid. */
const OFFSET = 40;

/** What was copied: by depth, the outermost first. */
type Tree = Readonly<Record<string, readonly Partial<Box>[]>>;

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

interface CopyPaste {
  copy(elements: readonly DiagramElement[], hints: { readonly clip: boolean }): Tree;
  paste(at: {
    readonly tree: Tree;
    readonly element: DiagramElement;
    readonly point: Point;
  }): readonly DiagramElement[];
}

export class Duplicate {
  static readonly $inject = [
    'canvas',
    'clipboard',
    'copyPaste',
    'elementRegistry',
    'eventBus',
    'keyboard',
    'selection',
  ];

  private mouseOnCanvas = false;
  private last: Tree | undefined;
  private times = 0;

  constructor(
    private readonly canvas: Canvas,
    private readonly clipboard: { get(): Tree | undefined },
    private readonly copyPaste: CopyPaste,
    private readonly registry: ElementRegistry,
    eventBus: EventBus,
    keyboard: Keyboard,
    private readonly selection: Selection,
  ) {
    eventBus.on('canvas.mouseover', () => {
      this.mouseOnCanvas = true;
    });
    eventBus.on('canvas.mouseout', () => {
      this.mouseOnCanvas = false;
    });
    keyboard.addListener(FIRST, ({ keyEvent }: { keyEvent: KeyboardEvent }) => {
      if (!keyboard.isCmd(keyEvent) || keyboard.isShift(keyEvent)) return;
      if (keyboard.isKey(['d', 'D'], keyEvent)) return this.duplicate();
      if (keyboard.isKey(['v', 'V'], keyEvent) && !this.mouseOnCanvas) return this.paste(this.clipboard.get());
    });
  }

  private duplicate(): true {
    const elements = this.selection.get();
    if (elements.length > 0) this.paste(this.copyPaste.copy(elements, { clip: false }));
    return true; // or the browser makes a bookmark
  }

  private paste(tree: Tree | undefined): true {
    const middle = tree && middleOf(tree['0'] ?? []);
    const [selected] = this.selection.get();
    const element = sheetFor(selected && labelled(selected), this.canvas, this.registry);
    if (!tree || !middle || !element) return true;
    this.times = tree === this.last ? this.times + 1 : 1;
    this.last = tree;
    const point = { x: middle.x + OFFSET * this.times, y: middle.y + OFFSET * this.times };
    const pasted = this.copyPaste.paste({ tree, element, point });
    const shapes = pasted.filter((one) => !one.labelTarget && !one.waypoints);
    this.selection.select(shapes);
    if (shapes[0]) this.canvas.scrollToElement(shapes[0].id);
    return true;
  }
}

function middleOf(boxes: readonly Partial<Box>[]): Point | undefined {
  const known = boxes.filter(
    (box): box is Box => box.x !== undefined && box.y !== undefined && box.width !== undefined,
  );
  if (known.length === 0) return undefined;
  const left = Math.min(...known.map(({ x }) => x));
  const right = Math.max(...known.map(({ x, width }) => x + width));
  const top = Math.min(...known.map(({ y }) => y));
  const bottom = Math.max(...known.map(({ y, height }) => y + height));
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
