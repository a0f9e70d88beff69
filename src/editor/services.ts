/** The services of a modeler that the editor uses, by name and with their types. */
import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import type { Moddle } from '../bpmn/index.ts';
import type { ElementRegistry, Modeling, Selection } from './diagram.ts';
import type { HeatMap } from './modules/heat-map/heat-map.ts';
import type { IssueMarkers } from './modules/issue-markers/issue-markers.ts';
import type { ReadOnlyCommandStack } from './modules/read-only/read-only.ts';
import type { Scenarios } from './modules/scenarios/scenarios.ts';
import type { UndrawnNames } from './modules/undrawn-names/undrawn-names.ts';

export interface Services {
  readonly actions: EditorActions;
  readonly canvas: Canvas;
  readonly commandStack: ReadOnlyCommandStack;
  readonly directEditing: { cancel(): void; isActive(): boolean };
  /** What is being dragged, if anything is. */
  readonly dragging: { context(): unknown };
  readonly eventBus: EventBus;
  readonly heatMap: HeatMap;
  readonly issueMarkers: IssueMarkers;
  readonly minimap: { toggle(): void; isOpen(): boolean };
  readonly moddle: Moddle;
  readonly modeling: Modeling;
  readonly popupMenu: { close(): void; isOpen(): boolean };
  readonly registry: ElementRegistry;
  readonly scenarios: Scenarios;
  readonly searchPad: { isOpen(): boolean; close(restoreSelection: boolean): void };
  readonly selection: Selection;
  readonly undrawnNames: UndrawnNames;
}

export const servicesOf = (modeler: Modeler): Services => ({
  actions: modeler.get('editorActions'),
  canvas: modeler.get('canvas'),
  commandStack: modeler.get('commandStack'),
  directEditing: modeler.get('directEditing'),
  dragging: modeler.get('dragging'),
  eventBus: modeler.get('eventBus'),
  heatMap: modeler.get('heatMap'),
  issueMarkers: modeler.get('issueMarkers'),
  minimap: modeler.get('minimap'),
  moddle: modeler.get('moddle'),
  modeling: modeler.get('modeling'),
  popupMenu: modeler.get('popupMenu'),
  registry: modeler.get('elementRegistry'),
  scenarios: modeler.get('scenarios'),
  searchPad: modeler.get('searchPad'),
  selection: modeler.get('selection'),
  undrawnNames: modeler.get('undrawnNames'),
});
