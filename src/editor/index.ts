/** The diagram editor: the only door to bpmn-js. */
import './editor.css';
import { BpmnDesignEditor, type DesignEditorOptions } from './bpmn-design-editor.ts';
import { BpmnDesignViewer, type DesignViewerOptions } from './bpmn-design-viewer.ts';
import type { DesignEditor } from './design-editor.ts';
import type { DesignViewer } from './design-viewer.ts';

export type { DesignViewerOptions } from './bpmn-design-viewer.ts';
export type { DesignEditorOptions } from './bpmn-design-editor.ts';
export { newDiagram, type NewDiagramNames } from './new-diagram.ts';

/** An editor that fills `container`, which must be in the light DOM. It is empty until a document is opened. */
export function createDesignEditor(container: HTMLElement, options: DesignEditorOptions = {}): DesignEditor {
  return new BpmnDesignEditor(container, options);
}

/** A viewer that fills `container`, which must be in the light DOM. It is empty until a document is opened. */
export const createDesignViewer = (container: HTMLElement, options: DesignViewerOptions): DesignViewer =>
  new BpmnDesignViewer(container, options);
