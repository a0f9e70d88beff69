/** Names of canvas and tools for screen readers, and for those who point at an icon and wait. */
import { msg } from '@lit/localize';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Translate } from '../translate/translate.ts';

/** After the tools have been drawn anew. */
const AFTER = 500;

export class Names {
  static readonly $inject = ['canvas', 'eventBus', 'translate'];

  constructor(
    private readonly canvas: Canvas,
    eventBus: EventBus,
    private readonly translate: Translate,
  ) {
    eventBus.on(['import.done', 'i18n.changed', 'palette.changed', 'minimap.toggle'], AFTER, () => {
      this.update();
    });
  }

  private update(): void {
    const container = this.canvas.getContainer();
    const svg = container.querySelector(':scope > svg');
    svg?.setAttribute('role', 'application');
    svg?.setAttribute('aria-label', msg('Process diagram'));
    for (const entry of container.querySelectorAll('.djs-palette .entry'))
      entry.setAttribute('title', entry.getAttribute('aria-label') ?? '');
    const minimap = container.querySelector('.djs-minimap');
    const toggle = minimap?.querySelector('.toggle');
    toggle?.setAttribute(
      'title',
      this.translate(minimap?.classList.contains('open') === true ? 'Close minimap' : 'Open minimap'),
    );
  }
}
