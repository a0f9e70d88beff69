/** The viewer on top of bpmn-js: a diagram that can be moved, zoomed and pointed at, but not changed. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Issue } from '#simulation';
import { isRefusal, prepareDocument } from '../bpmn/index.ts';
import { FONT } from './create-modeler.ts';
import type { Box, DesignViewer, ElementMark, ViewerEvent } from './design-viewer.ts';
import { labelled, type DiagramElement, type ElementRegistry } from './diagram.ts';
import { differenceMarksModule } from './modules/difference-marks/index.ts';
import type { DifferenceMarks, MarkText } from './modules/difference-marks/difference-marks.ts';
import { withoutForeignReferences } from './svg.ts';

export interface DesignViewerOptions {
  /** Name of a mark, for those who do not see its colour. */
  readonly markText: MarkText;
}

interface ViewerServices {
  readonly canvas: Canvas;
  readonly eventBus: EventBus;
  readonly marks: DifferenceMarks;
  readonly registry: ElementRegistry;
}

const HIGHLIGHT = 'pf-meant';
const STEP = 1.25;

export class BpmnDesignViewer implements DesignViewer {
  private readonly viewer: NavigatedViewer;
  private readonly services: ViewerServices;
  private readonly listeners = new Map<ViewerEvent, Set<() => void>>();
  private readonly sizes: ResizeObserver;
  private highlighted: readonly string[] = [];
  private pointedAt: string | undefined;
  /** Above 0 while the app itself moves the sheet. */
  private moving = 0;

  constructor(
    private readonly container: HTMLElement,
    { markText }: DesignViewerOptions,
  ) {
    container.classList.add('design-editor');
    this.viewer = new NavigatedViewer({
      container,
      markText,
      textRenderer: { defaultStyle: { fontFamily: FONT }, externalStyle: { fontFamily: FONT } },
      additionalModules: [differenceMarksModule],
    });
    this.services = {
      canvas: this.viewer.get('canvas'),
      eventBus: this.viewer.get('eventBus'),
      marks: this.viewer.get('differenceMarks'),
      registry: this.viewer.get('elementRegistry'),
    };
    this.services.eventBus.on('canvas.viewbox.changed', () => {
      if (this.moving === 0) this.emit('viewed');
    });
    this.services.eventBus.on('element.click', ({ element }: { readonly element: DiagramElement }) => {
      this.pointedAt = element.parent ? labelled(element).id : undefined;
      this.emit('selected');
    });
    this.sizes = new ResizeObserver(() => {
      if (container.clientWidth > 0) this.services.canvas.resized();
    });
    this.sizes.observe(container);
  }

  async open(xml: string): Promise<readonly Issue[]> {
    const prepared = await prepareDocument(xml);
    if (isRefusal(prepared)) return prepared.issues;
    this.highlighted = [];
    this.pointedAt = undefined;
    await this.quietly(() => this.viewer.importXML(prepared.xml));
    return prepared.issues;
  }

  mark(marks: ReadonlyMap<string, ElementMark>): void {
    this.services.marks.show(marks);
  }

  highlight(ids: readonly string[]): void {
    const { canvas, registry } = this.services;
    for (const id of this.highlighted) if (registry.get(id)) canvas.removeMarker(id, HIGHLIGHT);
    this.highlighted = ids.filter((id) => registry.get(id));
    for (const id of this.highlighted) canvas.addMarker(id, HIGHLIGHT);
  }

  get selected(): string | undefined {
    return this.pointedAt;
  }

  reveal(id: string): void {
    if (this.services.registry.get(id)) this.services.canvas.scrollToElement(id, 60);
  }

  get view(): Box {
    const { x, y, width, height } = this.services.canvas.viewbox();
    return { x, y, width, height };
  }

  set view(box: Box) {
    this.moving++;
    this.services.canvas.viewbox(box);
    this.moving--;
  }

  get bounds(): Box {
    const { x, y, width, height } = this.services.canvas.viewbox().inner;
    return { x, y, width, height };
  }

  zoom(step: 1 | -1): void {
    const { canvas } = this.services;
    canvas.zoom(canvas.zoom() * (step === 1 ? STEP : 1 / STEP), {
      x: this.container.clientWidth / 2,
      y: this.container.clientHeight / 2,
    });
  }

  async toSvg(): Promise<string> {
    const { svg } = await this.viewer.saveSVG();
    const { behind, above } = this.services.marks.picture();
    return withoutForeignReferences(withMarks(svg, behind, above));
  }

  on(event: ViewerEvent, listener: () => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  destroy(): void {
    this.sizes.disconnect();
    this.listeners.clear();
    this.viewer.destroy();
    this.container.classList.remove('design-editor');
  }

  private async quietly(act: () => Promise<unknown>): Promise<void> {
    this.moving++;
    try {
      await act();
    } finally {
      this.moving--;
    }
  }

  private emit(event: ViewerEvent): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener();
  }
}

/** Marks do not belong to the document, so the picture does not have them by itself. */
function withMarks(svg: string, behind: readonly SVGElement[], above: readonly SVGElement[]): string {
  const { documentElement: root } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const first = [...root.children].find(({ localName }) => localName !== 'defs') ?? null;
  for (const element of behind) root.insertBefore(element, first);
  root.append(...above);
  return new XMLSerializer().serializeToString(root);
}
