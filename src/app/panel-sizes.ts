/** How large the panels around the diagram are; remembered on this device. */
import type { ReactiveControllerHost } from 'lit';
import { prefer, preference } from './preferences.ts';
import type { ResizeEvent } from './splitter.ts';

const INSPECTOR = { initial: 340, min: 280 };
const DOCK = { min: 120, max: 0.7 };
/** What is left for the results at first: enough for five tiles beside a chart, and two rows on a high window. */
const dockFor = (height: number): number => Math.round(Math.min(420, Math.max(280, height * 0.385)));
/** The diagram keeps this share of the width. */
const CANVAS_SHARE = 0.55;

export class PanelSizes {
  /** px. */
  inspector = remembered('inspector', INSPECTOR.initial);
  dockOpen = preference('dock-open') !== 'no';
  /** px when it is open. */
  dock = remembered('dock', dockFor(innerHeight));

  constructor(private readonly host: ReactiveControllerHost) {}

  /** px between which each can be drawn. */
  get inspectorLimits(): { readonly min: number; readonly max: number } {
    return { min: INSPECTOR.min, max: innerWidth * (1 - CANVAS_SHARE) };
  }

  get dockLimits(): { readonly min: number; readonly max: number } {
    return { min: DOCK.min, max: innerHeight * DOCK.max };
  }

  /** As properties of CSS. */
  get style(): string {
    return `--pf-inspector-size:${this.inspector}px;--pf-dock-size:${this.dockOpen ? this.dock : 0}px`;
  }

  toggleDock(): void {
    this.dockOpen = !this.dockOpen;
    prefer('dock-open', this.dockOpen ? undefined : 'no');
    this.host.requestUpdate();
  }

  readonly resizeInspector = ({ size }: ResizeEvent): void => {
    this.inspector = size;
    prefer('inspector', String(Math.round(size)));
    this.host.requestUpdate();
  };

  readonly resizeDock = ({ size }: ResizeEvent): void => {
    this.dock = size;
    prefer('dock', String(Math.round(size)));
    this.host.requestUpdate();
  };
}

function remembered(panel: string, initial: number): number {
  const size = Number(preference(panel));
  return Number.isFinite(size) && size > 0 ? size : initial;
}
