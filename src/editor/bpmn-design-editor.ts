/** The design editor on top of bpmn-js: opens documents, reads them for the engine, and passes on what the page asks for. */
import type Modeler from 'bpmn-js/lib/Modeler';
import { issue, type Issue, type ProcessModel, type Scenario } from '#simulation';
import {
  isRefusal,
  prepareDocument,
  readProcess,
  toXml,
  type ModdleElement,
  type ReadProcess,
  type Keepsakes,
} from '../bpmn/index.ts';
import { isElement } from '../bpmn/moddle.ts';
import type { Prepare } from '../opening/preparer.ts';
import { closeTools } from './close-tools.ts';
import { createModeler } from './create-modeler.ts';
import type { DesignEditor, DesignEvent, DiagramPicture, HeatMap as Heat } from './design-editor.ts';
import { describe } from './describe.ts';
import { besidePalette, labelled, rootOf, type Point } from './diagram.ts';
import { FittedView } from './fitted-view.ts';
import { keepView } from './kept-view.ts';
import type { IssueText } from './modules/issue-markers/issue-markers.ts';
import { createTranslation, type Translation } from './modules/translate/translate.ts';
import { pictureOf } from './picture.ts';
import { placeAt } from './place-at.ts';
import { servicesOf, type Services } from './services.ts';
import { withoutForeignReferences } from './svg.ts';
import { undrawn } from './undrawn.ts';
import { UndoLabels } from './undo-labels.ts';

export interface DesignEditorOptions {
  /** Language of palette and menus; default `en`. */
  readonly locale?: string;
  /** Prepares documents for drawing; default on the spot. The page gives this to a thread of its own. */
  readonly prepare?: Prepare;
  /** Text of a finding for its marker on the canvas; default its code. */
  readonly issueText?: IssueText;
}

/** Free space around a diagram that is zoomed into view, in pixels. */
const MARGIN = 24;

/** What an editor holds before a document is opened. */
const NOTHING: ReadProcess = {
  model: { id: '', processes: [], participants: [], messageFlows: [], nodes: [], flows: [], resources: [] },
  issues: [],
};

export class BpmnDesignEditor implements DesignEditor {
  private readonly modeler: Modeler;
  private readonly services: Services;
  private readonly translation: Translation;
  private readonly labels: UndoLabels;
  private readonly listeners = new Map<DesignEvent, Set<() => void>>();
  private readonly sizes: ResizeObserver;
  private readonly prepare: Prepare;
  private read: ReadProcess | undefined;
  private keepsakes: Keepsakes | undefined;
  private opening: Promise<unknown> = Promise.resolve();
  private destroyed = false;
  private readonly fitted: FittedView;

  constructor(
    private readonly container: HTMLElement,
    options: DesignEditorOptions,
  ) {
    container.classList.add('design-editor');
    this.translation = createTranslation(options.locale ?? 'en');
    this.modeler = createModeler(container, this.translation, options.issueText ?? (({ code }) => code));
    this.services = servicesOf(this.modeler);
    this.fitted = new FittedView(container, this.services, MARGIN);
    this.prepare = options.prepare ?? prepareDocument;
    this.labels = new UndoLabels(this.services.eventBus);
    this.services.eventBus.on('commandStack.changed', ({ trigger }: { trigger: string }) => {
      this.read = undefined;
      this.emit('changed');
      if (trigger === 'undo') this.emit('undone');
      if (trigger === 'redo') this.emit('redone');
    });
    this.services.eventBus.on('selection.changed', () => {
      this.emit('selected');
    });
    this.services.eventBus.on('preflight.inspect', () => {
      this.emit('inspect');
    });
    this.services.eventBus.on('preflight.refused', () => {
      this.emit('refused');
    });
    this.sizes = new ResizeObserver(() => {
      this.fitted.resized();
    });
    this.sizes.observe(container);
  }

  /** Documents are opened one after the other, in the order they were asked for. */
  open(xml: string): Promise<readonly Issue[]> {
    const opening = this.opening.then(() => this.openNow(xml));
    this.opening = opening.catch(() => undefined);
    return opening;
  }

  async follow(xml: string): Promise<void> {
    const showAgain = keepView(this.services);
    await this.open(xml);
    if (!this.destroyed) showAgain();
  }

  get readOnly(): boolean {
    return this.services.commandStack.readOnly;
  }

  set readOnly(readOnly: boolean) {
    this.services.commandStack.readOnly = readOnly;
    this.container.classList.toggle('read-only', readOnly);
    if (readOnly) closeTools(this.services);
  }

  private async openNow(xml: string): Promise<readonly Issue[]> {
    const prepared = await this.prepare(xml);
    if (isRefusal(prepared) || this.destroyed) return prepared.issues;
    this.keepsakes = prepared.keepsakes;
    return [...prepared.issues, ...(await this.draw(prepared.xml))];
  }

  async toXml(): Promise<string> {
    this.services.scenarios.write();
    return toXml({ definitions: this.definitions, moddle: this.services.moddle, keepsakes: this.keepsakes });
  }

  async toSvg(): Promise<string> {
    const { svg } = await this.modeler.saveSVG();
    return withoutForeignReferences(svg);
  }

  async picture(): Promise<DiagramPicture> {
    return pictureOf(await this.toSvg(), this.services.canvas, this.services.registry);
  }

  get model(): ProcessModel {
    return this.reading.model;
  }

  get modelIssues(): readonly Issue[] {
    return this.reading.issues;
  }

  get scenarios(): readonly Scenario[] {
    return this.services.scenarios.current;
  }

  edit(...[label, change, results]: Parameters<DesignEditor['edit']>): void {
    this.labels.name(label, () => {
      this.services.scenarios.set(change(this.scenarios), results);
    });
  }

  rename(elementId: string, name: string): void {
    const element = this.services.registry.get(elementId);
    if (element) this.services.modeling.updateLabel(element, name);
    else this.services.undrawnNames.rename(elementId, name);
  }

  get selected(): string | undefined {
    const [first, second] = this.services.selection.get();
    return first && !second ? labelled(first).id : undefined;
  }

  select(elementId: string | undefined): void {
    const element = elementId === undefined ? undefined : this.services.registry.get(elementId);
    if (!element) {
      this.services.selection.select(null);
      return;
    }
    const root = rootOf(element);
    if (root.id !== this.services.canvas.getRootElement().id) this.services.canvas.setRootElement(root);
    this.services.selection.select(element);
    this.services.canvas.scrollToElement(element.id, besidePalette(this.container, MARGIN));
  }

  undo(): void {
    this.services.commandStack.undo();
  }

  redo(): void {
    this.services.commandStack.redo();
  }

  get canUndo(): boolean {
    return this.services.commandStack.canUndo();
  }

  get canRedo(): boolean {
    return this.services.commandStack.canRedo();
  }

  get undoLabel(): string | undefined {
    return this.labels.undo;
  }

  get redoLabel(): string | undefined {
    return this.labels.redo;
  }

  fit(): void {
    this.fitted.fit();
  }

  zoom(step: 1 | -1 | 0): void {
    if (step === 0) this.services.canvas.zoom(1);
    else this.services.actions.trigger('stepZoom', { value: step });
  }

  openSearch(): void {
    this.focus();
    this.services.actions.trigger('find', {});
  }

  toggleMinimap(): void {
    this.services.minimap.toggle();
  }

  get minimapOpen(): boolean {
    return this.services.minimap.isOpen();
  }

  placeAt(clientX: number, clientY: number): Point | undefined {
    return placeAt(this.services, clientX, clientY);
  }

  focus(): void {
    this.services.canvas.focus();
  }

  describe(elementId: string): string {
    const element = this.services.registry.get(elementId);
    return element ? describe(element, this.translation.translate) : '';
  }

  setLocale(locale: string): void {
    this.translation.locale = locale;
    this.services.eventBus.fire('i18n.changed');
  }

  showIssues(issues: readonly Issue[]): void {
    this.services.issueMarkers.show(issues);
  }

  showHeatMap(values: ReadonlyMap<string, Heat> | undefined): void {
    this.services.heatMap.show(values);
  }

  on(event: DesignEvent, listener: () => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    closeTools(this.services);
    this.sizes.disconnect();
    this.listeners.clear();
    this.modeler.destroy();
    this.container.classList.remove('design-editor');
  }

  private get shown(): ModdleElement | undefined {
    const definitions: unknown = this.modeler.getDefinitions();
    return isElement(definitions) ? definitions : undefined;
  }

  private get definitions(): ModdleElement {
    const definitions = this.shown;
    if (!definitions) throw new Error('no document is open');
    return definitions;
  }

  private get reading(): ReadProcess {
    const definitions = this.shown;
    return (this.read ??= definitions ? readProcess(definitions) : NOTHING);
  }

  private async draw(xml: string): Promise<readonly Issue[]> {
    const issues: Issue[] = [];
    closeTools(this.services);
    try {
      await this.modeler.importXML(xml);
    } catch (error) {
      issues.push(issue('warning', 'diagram-not-drawn', undefined, { reason: String(error).slice(0, 200) }));
    }
    this.read = undefined;
    this.labels.clear();
    this.fit();
    return [
      ...issues,
      ...this.services.scenarios.load(this.definitions),
      ...undrawn(this.model, this.services.registry),
    ];
  }

  private emit(event: DesignEvent): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener();
  }
}
