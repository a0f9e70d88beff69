/**
 * What the rest of the app may ask of the diagram editor: one open design, its parameters and one undo stack for both.
 * Only this folder knows bpmn-js; views and fields see this interface.
 */
import type { Issue, ProcessModel, Scenario } from '#simulation';
import type { Results } from '../bpmn/index.ts';

/** What the canvas shows on top of the diagram for each element. */
export interface HeatMap {
  /** 0..1 on one sequential scale, by BPMN id. */
  readonly level: number;
  /** The figure printed at the element, already formatted with its unit. */
  readonly label: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

/** The diagram as it is drawn, and where its elements are by BPMN id, in diagram units. Plain data. */
export interface DiagramPicture {
  /** SVG text without foreign references. */
  readonly svg: string;
  /** The part of the sheet it covers. */
  readonly view: Box;
  readonly shapes: Readonly<Record<string, Box>>;
  readonly lines: Readonly<Record<string, readonly Place[]>>;
}

export type DesignEvent =
  /** Shapes or parameters changed (also by undo and redo). */
  | 'changed'
  /** The selected element changed. */
  | 'selected'
  /** The user asks for the parameters of the selected element (Enter on the canvas). */
  | 'inspect'
  /** A step was taken back: `redoLabel` names it. */
  | 'undone'
  /** A step was made again: `undoLabel` names it. */
  | 'redone'
  /** A change was not made because the design is only for reading. */
  | 'refused';

export interface DesignEditor {
  /** Replaces the shown document. Resolves when drawn; issues are what the import had to say. */
  open(xml: string): Promise<readonly Issue[]>;
  /** Replaces the shown document by a later state of it, keeping the view and the selection. */
  follow(xml: string): Promise<void>;
  /** Nothing can be changed while this is true; `open` and `follow` still work. */
  readOnly: boolean;
  /** The document as XML, parameters included. */
  toXml(): Promise<string>;
  /** The diagram as SVG text without foreign references. */
  toSvg(): Promise<string>;
  /** The same with the places of its elements; the canvas must be shown. */
  picture(): Promise<DiagramPicture>;

  /** The flow of work as the engine sees it, read anew after each change. */
  readonly model: ProcessModel;
  /** What of the document cannot be used by the engine, read anew after each change. */
  readonly modelIssues: readonly Issue[];
  /** The scenarios of the document as written (inheriting ones state only what differs). */
  readonly scenarios: readonly Scenario[];
  /**
   * One undoable step: replaces the scenarios by what `change` returns. `label` names the step for the undo menu.
   * Same reference back and no `results` = nothing happens. `results`: of other simulators, to be kept in the document too.
   */
  edit(
    label: string,
    change: (scenarios: readonly Scenario[]) => readonly Scenario[],
    results?: readonly Results[],
  ): void;
  /** One undoable step: sets the name of an element. */
  rename(elementId: string, name: string): void;

  /** The one selected element's BPMN id, or undefined when none or several are. */
  readonly selected: string | undefined;
  /** Selects the element and scrolls it into view. */
  select(elementId: string | undefined): void;

  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Name of the step that undo would take back; undefined for a change of shapes and when there is none. */
  readonly undoLabel: string | undefined;
  readonly redoLabel: string | undefined;
  /** Zooms the whole diagram into view. */
  fit(): void;
  zoom(step: 1 | -1 | 0): void;
  openSearch(): void;
  toggleMinimap(): void;
  readonly minimapOpen: boolean;
  /** The place on the diagram, in its units, at a point of the window; undefined beside the canvas. */
  placeAt(clientX: number, clientY: number): { readonly x: number; readonly y: number } | undefined;
  /** Puts the keyboard on the canvas. */
  focus(): void;
  /** One sentence on what the element is and how it is connected, for screen readers. Empty when it is unknown. */
  describe(elementId: string): string;
  /** Shows palette, menus and labels of the editor in this language (`en`, `zh-CN`). */
  setLocale(locale: string): void;

  /** Marks elements that have problems. */
  showIssues(issues: readonly Issue[]): void;
  /** Shows figures on the diagram; undefined removes them. Never changes the document. */
  showHeatMap(values: ReadonlyMap<string, HeatMap> | undefined): void;

  on(event: DesignEvent, listener: () => void): () => void;
  destroy(): void;
}
