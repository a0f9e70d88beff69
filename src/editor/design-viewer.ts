/** What the rest of the app may ask of a diagram that is only looked at, such as two that are compared. */
import type { Issue } from '#simulation';

/** How an element differs from its twin in another design. */
export type ElementMark = 'added' | 'removed' | 'changed' | 'moved';

/** A box in diagram units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type ViewerEvent =
  /** The user zoomed or moved the sheet. */
  | 'viewed'
  /** The user pointed at an element; `selected` names it. */
  | 'selected';

export interface DesignViewer {
  /** Shows the document instead of the one before. Resolves when drawn; issues are what the import had to say. */
  open(xml: string): Promise<readonly Issue[]>;
  /** Marks elements by BPMN id, with a sign and the name of the mark for those who do not see colours. */
  mark(marks: ReadonlyMap<string, ElementMark>): void;
  /** Shows that these elements are meant; none to show nothing. */
  highlight(ids: readonly string[]): void;
  /** The element the user pointed at last. */
  readonly selected: string | undefined;
  /** Brings an element into view. */
  reveal(id: string): void;

  /** The part of the sheet that shows. Setting it does not count as the user's doing. */
  view: Box;
  /** The part of the sheet that is drawn on. */
  readonly bounds: Box;
  zoom(step: 1 | -1): void;

  /** The diagram as SVG text without foreign references. */
  toSvg(): Promise<string>;

  on(event: ViewerEvent, listener: () => void): () => void;
  destroy(): void;
}
