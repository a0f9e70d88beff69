/** What the editor's tests share: an editor on a page, and small documents. */
import { createDesignEditor, type DesignEditorOptions } from '../../../src/editor/index.ts';
import type { DesignEditor } from '../../../src/editor/design-editor.ts';

const opened: { readonly editor: DesignEditor; readonly container: HTMLElement }[] = [];

/** An editor of 900 × 600 on the page, with the document open. Removed by `closeEditors`. */
export async function openEditor(xml: string, options: DesignEditorOptions = {}): Promise<DesignEditor> {
  const container = document.createElement('div');
  container.style.cssText = 'position:fixed;left:0;top:0;width:900px;height:600px';
  document.body.append(container);
  const editor = createDesignEditor(container, options);
  opened.push({ editor, container });
  await editor.open(xml);
  return editor;
}

export function closeEditors(): void {
  for (const { editor, container } of opened.splice(0)) {
    editor.destroy();
    container.remove();
  }
}

/** The canvas of the newest editor on the page. */
export function canvas(): SVGSVGElement {
  const svg = [...document.querySelectorAll<SVGSVGElement>('.djs-container > svg')].at(-1);
  if (!svg) throw new Error('no canvas on the page');
  return svg;
}

/** Presses a key on the canvas. Returns whether the editor used it. */
export function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  canvas().focus();
  return !canvas().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
}

interface Step {
  readonly id: string;
  readonly tag: string;
  readonly name?: string;
  readonly attributes?: string;
  readonly inside?: string;
}

/** A process of steps side by side, 150 apart; `flows` name source and target. */
export function processXml(
  steps: readonly Step[],
  flows: readonly (readonly [id: string, source: string, target: string])[],
  beside = '',
): string {
  const size = (tag: string): number => (/Event/.test(tag) ? 36 : /Gateway/.test(tag) ? 50 : 80);
  const at = (id: string): number => steps.findIndex((step) => step.id === id) * 150 + 100;
  const ends = (id: string): string =>
    flows
      .map(([flow, source, target]) =>
        [
          target === id ? `<bpmn:incoming>${flow}</bpmn:incoming>` : '',
          source === id ? `<bpmn:outgoing>${flow}</bpmn:outgoing>` : '',
        ].join(''),
      )
      .join('');
  const nodes = steps.map(
    ({ id, tag, name = id, attributes = '', inside = '' }) =>
      `<bpmn:${tag} id="${id}" name="${name}" ${attributes}>${ends(id)}${inside}</bpmn:${tag}>`,
  );
  const edges = flows.map(
    ([id, source, target]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`,
  );
  const shapes = steps.map(
    ({ id, tag }) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">
      <dc:Bounds x="${at(id)}" y="${200 - size(tag) / 2}" width="${size(tag)}" height="${size(tag)}"/></bpmndi:BPMNShape>`,
  );
  const lines = flows.map(
    ([id, source, target]) => `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">
      <di:waypoint x="${at(source) + 80}" y="200"/><di:waypoint x="${at(target)}" y="200"/></bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"
  xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="Definitions_1" targetNamespace="urn:test">
  <bpmn:process id="Process_1">${nodes.join('')}${edges.join('')}</bpmn:process>${beside}
  <bpmndi:BPMNDiagram id="Diagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="Process_1">
    ${shapes.join('')}${lines.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

/** Start, gateway with two branches, end. */
export const BRANCHES = processXml(
  [
    { id: 'Start', tag: 'startEvent', name: 'Claim arrived' },
    { id: 'Check', tag: 'userTask', name: 'Check claim' },
    { id: 'Choice', tag: 'exclusiveGateway', name: 'Valid?' },
    { id: 'Pay', tag: 'serviceTask', name: 'Pay' },
    { id: 'End', tag: 'endEvent', name: 'Decided' },
  ],
  [
    ['F1', 'Start', 'Check'],
    ['F2', 'Check', 'Choice'],
    ['Yes', 'Choice', 'Pay'],
    ['No', 'Choice', 'End'],
    ['F5', 'Pay', 'End'],
  ],
);

/** Pastes with the keyboard and puts the shapes down with the mouse, at a point of the editor in pixels. */
export function pasteAt(x: number, y: number): void {
  const { left, top } = canvas().getBoundingClientRect();
  const mouse = (type: string, dx: number, on: EventTarget): void => {
    on.dispatchEvent(
      new MouseEvent(type, { clientX: left + x + dx, clientY: top + y, bubbles: true, cancelable: true }),
    );
  };
  mouse('mouseover', 0, canvas());
  mouse('mousemove', 0, canvas());
  press('v', { ctrlKey: true });
  mouse('mousemove', 5, document);
  mouse('mousemove', 10, document);
  mouse('mouseup', 10, document);
}
