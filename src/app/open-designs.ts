/** The designs of the open study that have been drawn: an editor and a part of the canvas each, one of them showing. */
import type { Issue } from '#simulation';
import type { DesignEditor } from '../editor/design-editor.ts';
import { issueText } from '../i18n/issues.ts';
import type { Design } from '../study/study.ts';

/** Where designs are drawn. */
export interface DesignCanvas {
  /** Element the editors draw into; one child per design. */
  readonly canvas: HTMLElement;
  createEditor(container: HTMLElement): DesignEditor;
}

/** A design whose diagram has been drawn. */
export interface OpenDesign {
  readonly editor: DesignEditor;
  readonly container: HTMLElement;
  readonly importIssues: readonly Issue[];
}

export class OpenDesigns {
  private readonly opened = new Map<string, OpenDesign>();

  constructor(
    private readonly surface: DesignCanvas,
    /** What the files of designs said when they were read, by design. */
    private readonly fileIssues: ReadonlyMap<string, readonly Issue[]>,
    /** Listens to the editor of a design that was drawn. */
    private readonly drawn: (editor: DesignEditor) => void,
  ) {}

  get size(): number {
    return this.opened.size;
  }

  /** Id and editor of each. */
  *editors(): Generator<readonly [id: string, editor: DesignEditor]> {
    for (const [id, { editor }] of this.opened) yield [id, editor];
  }

  /** The drawn design; throws when it is not. */
  get(id: string): OpenDesign {
    const open = this.opened.get(id);
    if (!open) throw new Error(`design <${id}> is not drawn`);
    return open;
  }

  /** Draws the design unless it is drawn already. Rejects with the text of the finding when it cannot be opened. */
  async draw({ id, xml }: Design): Promise<OpenDesign> {
    const known = this.opened.get(id);
    if (known) return known;
    const container = document.createElement('div');
    container.className = 'pf-design';
    this.surface.canvas.append(container);
    const editor = this.surface.createEditor(container);
    const issues = await editor.open(xml);
    const error = issues.find((i) => i.severity === 'error');
    if (error) {
      editor.destroy();
      container.remove();
      throw new Error(issueText(error));
    }
    const { fileIssues } = this;
    const open = {
      editor,
      container,
      // Read anew each time: parameters that are brought in later have findings of their own.
      get importIssues(): readonly Issue[] {
        return [...(fileIssues.get(id) ?? []), ...issues];
      },
    };
    this.opened.set(id, open);
    this.drawn(editor);
    return open;
  }

  /** Shows one drawn design and hides the others. */
  show(open: OpenDesign): void {
    for (const { container } of this.opened.values()) container.hidden = container !== open.container;
  }

  /** Brings the drawn designs from the state `before` to a later one; designs that are gone are closed. */
  async follow(before: readonly Design[], now: readonly Design[]): Promise<void> {
    for (const [id, { editor }] of [...this.opened]) {
      const xml = now.find((d) => d.id === id)?.xml;
      if (xml === undefined) this.close(id);
      else if (xml !== before.find((d) => d.id === id)?.xml) await editor.follow(xml);
    }
  }

  close(id: string): void {
    this.opened.get(id)?.editor.destroy();
    this.opened.get(id)?.container.remove();
    this.opened.delete(id);
  }

  closeAll(): void {
    for (const id of [...this.opened.keys()]) this.close(id);
  }
}
