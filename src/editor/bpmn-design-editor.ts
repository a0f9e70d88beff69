/** The design editor on top of bpmn-js: opens documents, reads them for the engine, and passes on what the page asks for. */
import type Modeler from 'bpmn-js/lib/Modeler';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import { issue, type Issue, type ProcessModel, type Scenario } from '#simulation';
import {
  isRefusal,
  openDocument,
  readProcess,
  toXml,
  type Moddle,
  type ModdleElement,
  type ReadProcess,
} from '../bpmn/index.ts';
import { isElement } from '../bpmn/moddle.ts';
import { createModeler } from './create-modeler.ts';
import type { DesignEditor, DesignEvent, HeatMap as Heat } from './design-editor.ts';
import { describe } from './describe.ts';
import {
  besidePalette,
  fitted,
  labelled,
  rootOf,
  type ElementRegistry,
  type Modeling,
  type Selection,
} from './diagram.ts';
import type { HeatMap } from './modules/heat-map/heat-map.ts';
import type { IssueMarkers, IssueText } from './modules/issue-markers/issue-markers.ts';
import type { Scenarios } from './modules/scenarios/scenarios.ts';
import type { UndrawnNames } from './modules/undrawn-names/undrawn-names.ts';
import { createTranslation, type Translation } from './modules/translate/translate.ts';
import { ensurePlane, makeDiagramSafe } from './safe-diagram.ts';
import { withoutForeignReferences } from './svg.ts';
import { UndoLabels } from './undo-labels.ts';

export interface DesignEditorOptions {
  /** Language of palette and menus; default `en`. */
  readonly locale?: string;
  /** Text of a finding for its marker on the canvas; default its code. */
  readonly issueText?: IssueText;
}

/** What diagram-js-minimap offers. */
interface Minimap {
  toggle(): void;
  isOpen(): boolean;
}

interface SearchPad {
  isOpen(): boolean;
  close(restoreSelection: boolean): void;
}

interface DirectEditing {
  cancel(): void;
}

interface PopupMenu {
  close(): void;
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
  private readonly translation: Translation;
  private readonly labels: UndoLabels;
  private readonly listeners = new Map<DesignEvent, Set<() => void>>();
  private readonly sizes: ResizeObserver;
  private read: ReadProcess | undefined;
  private opening: Promise<unknown> = Promise.resolve();
  private destroyed = false;
  private fitsWhenSized = false;

  constructor(
    private readonly container: HTMLElement,
    options: DesignEditorOptions,
  ) {
    container.classList.add('design-editor');
    this.translation = createTranslation(options.locale ?? 'en');
    this.modeler = createModeler(container, this.translation, options.issueText ?? (({ code }) => code));
    this.labels = new UndoLabels(this.eventBus);
    this.eventBus.on('commandStack.changed', () => {
      this.read = undefined;
      this.emit('changed');
    });
    this.eventBus.on('selection.changed', () => {
      this.emit('selected');
    });
    this.eventBus.on('preflight.inspect', () => {
      this.emit('inspect');
    });
    this.sizes = new ResizeObserver(() => {
      this.resized();
    });
    this.sizes.observe(container);
  }

  /** Documents are opened one after the other, in the order they were asked for. */
  open(xml: string): Promise<readonly Issue[]> {
    const opening = this.opening.then(() => this.openNow(xml));
    this.opening = opening.catch(() => undefined);
    return opening;
  }

  private async openNow(xml: string): Promise<readonly Issue[]> {
    const opened = await openDocument(xml);
    if (isRefusal(opened)) return opened.issues;
    const issues = [...opened.issues, ...makeDiagramSafe(opened.definitions)];
    ensurePlane(opened.definitions, opened.moddle);
    const safe = await toXml(opened);
    return this.destroyed ? issues : [...issues, ...(await this.draw(safe))];
  }

  async toXml(): Promise<string> {
    this.scenarioService.write();
    return toXml({ definitions: this.definitions, moddle: this.modeler.get<Moddle>('moddle') });
  }

  async toSvg(): Promise<string> {
    const { svg } = await this.modeler.saveSVG();
    return withoutForeignReferences(svg);
  }

  get model(): ProcessModel {
    return this.reading.model;
  }

  get modelIssues(): readonly Issue[] {
    return this.reading.issues;
  }

  get scenarios(): readonly Scenario[] {
    return this.scenarioService.current;
  }

  edit(label: string, change: (scenarios: readonly Scenario[]) => readonly Scenario[]): void {
    this.labels.name(label, () => {
      this.scenarioService.set(change(this.scenarios));
    });
  }

  rename(elementId: string, name: string): void {
    const element = this.registry.get(elementId);
    if (element) this.modeler.get<Modeling>('modeling').updateLabel(element, name);
    else this.modeler.get<UndrawnNames>('undrawnNames').rename(elementId, name);
  }

  get selected(): string | undefined {
    const [first, second] = this.selection.get();
    return first && !second ? labelled(first).id : undefined;
  }

  select(elementId: string | undefined): void {
    const element = elementId === undefined ? undefined : this.registry.get(elementId);
    if (!element) {
      this.selection.select(null);
      return;
    }
    const root = rootOf(element);
    if (root.id !== this.canvas.getRootElement().id) this.canvas.setRootElement(root);
    this.selection.select(element);
    this.canvas.scrollToElement(element.id, besidePalette(this.container, MARGIN));
  }

  undo(): void {
    this.commandStack.undo();
  }

  redo(): void {
    this.commandStack.redo();
  }

  get canUndo(): boolean {
    return this.commandStack.canUndo();
  }

  get canRedo(): boolean {
    return this.commandStack.canRedo();
  }

  get undoLabel(): string | undefined {
    return this.labels.undo;
  }

  get redoLabel(): string | undefined {
    return this.labels.redo;
  }

  fit(): void {
    this.fitsWhenSized = this.container.clientWidth === 0 || this.container.clientHeight === 0;
    if (this.fitsWhenSized) return;
    this.canvas.resized();
    this.canvas.viewbox(fitted(this.canvas.viewbox(), besidePalette(this.container, MARGIN)));
  }

  zoom(step: 1 | -1 | 0): void {
    if (step === 0) this.canvas.zoom(1);
    else this.actions.trigger('stepZoom', { value: step });
  }

  openSearch(): void {
    this.focus();
    this.actions.trigger('find', {});
  }

  toggleMinimap(): void {
    this.minimap.toggle();
  }

  get minimapOpen(): boolean {
    return this.minimap.isOpen();
  }

  focus(): void {
    this.canvas.focus();
  }

  describe(elementId: string): string {
    const element = this.registry.get(elementId);
    return element ? describe(element, this.translation.translate) : '';
  }

  setLocale(locale: string): void {
    this.translation.locale = locale;
    this.eventBus.fire('i18n.changed');
  }

  showIssues(issues: readonly Issue[]): void {
    this.modeler.get<IssueMarkers>('issueMarkers').show(issues);
  }

  showHeatMap(values: ReadonlyMap<string, Heat> | undefined): void {
    this.modeler.get<HeatMap>('heatMap').show(values);
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
    this.closeTools();
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
    this.closeTools();
    try {
      await this.modeler.importXML(xml);
    } catch (error) {
      issues.push(issue('warning', 'diagram-not-drawn', undefined, { reason: String(error).slice(0, 200) }));
    }
    this.read = undefined;
    this.labels.clear();
    this.fit();
    return [...issues, ...this.scenarioService.load(this.definitions), ...undrawn(this.model, this.registry)];
  }

  /** Closes what floats over the canvas: it would outlive the elements it belongs to. */
  private closeTools(): void {
    const searchPad = this.modeler.get<SearchPad>('searchPad');
    if (searchPad.isOpen()) searchPad.close(false);
    this.modeler.get<DirectEditing>('directEditing').cancel();
    this.modeler.get<PopupMenu>('popupMenu').close();
    this.selection.select(null); // closes the context pad
  }

  private emit(event: DesignEvent): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener();
  }

  private resized(): void {
    if (this.fitsWhenSized) this.fit();
    else if (this.container.clientWidth > 0) this.canvas.resized();
  }

  private get eventBus(): EventBus {
    return this.modeler.get('eventBus');
  }

  private get canvas(): Canvas {
    return this.modeler.get('canvas');
  }

  private get commandStack(): CommandStack {
    return this.modeler.get('commandStack');
  }

  private get registry(): ElementRegistry {
    return this.modeler.get('elementRegistry');
  }

  private get selection(): Selection {
    return this.modeler.get('selection');
  }

  private get actions(): EditorActions {
    return this.modeler.get('editorActions');
  }

  private get minimap(): Minimap {
    return this.modeler.get('minimap');
  }

  private get scenarioService(): Scenarios {
    return this.modeler.get('scenarios');
  }
}

/** Steps that are part of the process but not of the picture. */
function undrawn(model: ProcessModel, registry: ElementRegistry): readonly Issue[] {
  const missing = model.nodes.filter(({ id }) => !registry.get(id));
  if (missing.length === 0) return [];
  return missing.length === model.nodes.length
    ? [issue('warning', 'no-diagram', undefined, { count: missing.length })]
    : [issue('warning', 'shapes-missing', missing[0], { count: missing.length })];
}
