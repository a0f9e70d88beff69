/** Small badges at elements that have problems; the text of the problem is their title. */
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Issue } from '#simulation';
import type { ElementRegistry, Selection } from '../../diagram.ts';

const OVERLAY = 'issues';

/** Turns a finding into its sentence in the language of the page. */
export type IssueText = (issue: Issue) => string;

export class IssueMarkers {
  static readonly $inject = ['config.issueText', 'elementRegistry', 'eventBus', 'overlays', 'selection'];

  private readonly text: IssueText;
  private readonly registry: ElementRegistry;
  private readonly overlays: Overlays;
  private readonly selection: Selection;
  private issues: readonly Issue[] = [];

  constructor(
    issueText: IssueText | null,
    elementRegistry: ElementRegistry,
    eventBus: EventBus,
    overlays: Overlays,
    selection: Selection,
  ) {
    this.text = issueText ?? (({ code }) => code);
    this.registry = elementRegistry;
    this.overlays = overlays;
    this.selection = selection;
    // Overlays go with their element; these bring them back when undo or another plane brings the element back.
    eventBus.on(['shape.added', 'connection.added'], ({ element }: { element: { readonly id: string } }) => {
      if (this.issues.some((one) => one.elementId === element.id))
        queueMicrotask(() => {
          this.mark(element.id);
        });
    });
    eventBus.on('i18n.changed', () => {
      this.draw();
    });
    eventBus.on('diagram.clear', 2000, () => {
      this.show([]);
    });
  }

  /** Marks the elements these findings are about; findings that are only good to know are left to the list. */
  show(issues: readonly Issue[]): void {
    this.issues = issues.filter(({ severity, elementId }) => severity !== 'info' && elementId !== undefined);
    this.draw();
  }

  private draw(): void {
    this.overlays.remove({ type: OVERLAY });
    for (const id of new Set(this.issues.map((one) => one.elementId))) {
      if (id !== undefined) this.mark(id);
    }
  }

  private mark(id: string): void {
    const element = this.registry.get(id);
    if (!element) return;
    const own = this.issues.filter((one) => one.elementId === id);
    this.overlays.remove({ element: id, type: OVERLAY });
    const marker = document.createElement('div');
    const severity = own.some((one) => one.severity === 'error') ? 'error' : 'warning';
    marker.className = `issue-marker issue-marker-${severity}`;
    marker.textContent = severity === 'error' ? '!' : '?';
    marker.title = own.map(this.text).join('\n');
    marker.setAttribute('role', 'img');
    marker.setAttribute('aria-label', marker.title);
    marker.addEventListener('click', () => {
      this.selection.select(element);
    });
    this.overlays.add(id, OVERLAY, { position: { top: -10, left: -10 }, html: marker });
  }
}
