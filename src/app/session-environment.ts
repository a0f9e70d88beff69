/** What the session of a study needs of the window it lives in, and what it tells it. */
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import type { DesignCanvas } from './open-designs.ts';

/** What a session needs from its surroundings. */
export interface SessionEnvironment extends DesignCanvas {
  /** Where replications are computed; outlives the session, so that threads stay warm. */
  readonly backend: SimulationBackend;
}

/** What the session tells the app beyond `onChange`. */
export interface SessionEvents {
  /** Something that is saved with the study changed. */
  edited(): void;
  announced(message: string): void;
  /** A run has ended, some time after it was asked for. */
  runEnded(message: string): void;
  /** The place where `id` is edited should show. */
  revealed(id: string): void;
  /** The problems need the user's eyes. */
  problems(): void;
  /** The parameters of the selected element are asked for. */
  inspected(): void;
  /** A change was not made because another tab edits the study. */
  refused(): void;
}
