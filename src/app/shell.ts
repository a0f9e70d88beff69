/** The frame of the page as the rest of the app sees it. */
import type { Prepare } from '../opening/preparer.ts';
import type { SessionEnvironment } from './session-environment.ts';

/** What the frame of the page does for commands. */
export interface Shell {
  /** Prepares documents away from the page. */
  readonly prepare: Prepare;
  /** The element designs are drawn into; there once a study is shown. */
  showStudy(): Promise<SessionEnvironment>;
  focusPanel(panel: Panel): void;
  toggleDock(): void;
  showProblems(): void;
  /** Shows the outline of the diagram and puts the keyboard there. */
  showOutline(): void;
  /** Shows the parameters as they are, in place of what was typed but not taken. */
  showAnew(): void;
  /** Shows the parameters of the selected element and puts the keyboard there. */
  inspect(): void;
  reveal(id: string): void;
  /** Shows the replay over everything, large enough for a room when presenting. */
  present(mode: 'replay' | 'presenting'): void;
  /** Presents in a second window while the editor stays here. */
  project(): void;
  openDialog(name: DialogName): void;
  /** Leads through the workspace in five steps. */
  startTour(): void;
  /** Shows the diagram, or the experiments in its place. */
  showPage(page: Page): Promise<void>;
  readonly page: Page;
}

export type Page = 'design' | 'experiments';

/** Dialogs that belong to no panel. */
export type DialogName =
  'shortcuts' | 'about' | 'import-report' | 'export-report' | 'event-log' | 'history' | 'share' | 'help';

export type Panel = 'canvas' | 'inspector' | 'results';
