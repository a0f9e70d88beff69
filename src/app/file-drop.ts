/** Files dropped anywhere on the page; while they hang over it, the host says so with `data-dropping`. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { droppedFiles, type OpenedFile } from '../study/files.ts';

export class FileDrop implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly take: (files: Promise<readonly OpenedFile[]>) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('dragover', this.over);
    window.addEventListener('dragleave', this.leave);
    window.addEventListener('drop', this.drop);
  }

  hostDisconnected(): void {
    window.removeEventListener('dragover', this.over);
    window.removeEventListener('dragleave', this.leave);
    window.removeEventListener('drop', this.drop);
  }

  private readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    this.host.toggleAttribute('data-dropping', true);
  };

  private readonly leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.host.toggleAttribute('data-dropping', false);
  };

  private readonly drop = (event: DragEvent): void => {
    this.host.toggleAttribute('data-dropping', false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.take(droppedFiles(event.dataTransfer));
  };
}
