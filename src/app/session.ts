/**
 * What every view knows of the open study: one session per window, provided by the app shell through `sessionContext`.
 * Views read properties, call methods and redraw on `onChange`; they never talk to each other.
 */
import { createContext } from '@lit/context';
import type { Issue, ProcessModel, RunResult, Scenario } from '#simulation';
import type { DesignEditor, HeatMap } from '../editor/design-editor.ts';

/** A design as the tabs show it. */
export interface DesignTab {
  readonly id: string;
  readonly name: string;
  /** What was said about parameters of other tools that came with it or later. */
  readonly notes?: readonly Issue[];
}

/** The state of the run of the active design and scenario. */
export type RunState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly done: number;
      readonly planned: number;
      /** Milliseconds of real time left, once it can be told. */
      readonly timeLeft?: number;
      /** What is known so far. */
      readonly result?: RunResult;
    }
  /** `stale`: the design or its parameters changed since; the figures are greyed. */
  | { readonly status: 'complete' | 'partial'; readonly result: RunResult; readonly stale: boolean }
  | { readonly status: 'failed'; readonly message: string };

export interface Session {
  readonly studyName: string;
  readonly designs: readonly DesignTab[];
  readonly activeDesign: string;
  selectDesign(id: string): Promise<void>;

  /** The editor of the active design. */
  readonly editor: DesignEditor;
  /** `editor.model`, for convenience. */
  readonly model: ProcessModel;
  /** Scenarios of the active design as written. */
  readonly scenarios: readonly Scenario[];
  readonly activeScenario: string;
  selectScenario(id: string): void;
  /** The active scenario with inheritance resolved and gaps filled by marked guesses: what a run would use. */
  readonly scenario: Scenario;
  /** One undoable step on the active scenario as written (an inheriting one receives only what changes). */
  editScenario(label: string, change: (scenario: Scenario) => Scenario): void;

  /** Findings on file, model and scenario, errors first. */
  readonly issues: readonly Issue[];

  readonly run: RunState;
  /** Starts a run of the active scenario unless an error blocks it; then the problems are shown. */
  startRun(): void;
  cancelRun(): void;

  /** Shows figures on the diagram (or none). */
  showHeatMap(values: ReadonlyMap<string, HeatMap> | undefined): void;
  /** Selects an element or opens the place where a pool, calendar or SLA is edited. */
  reveal(id: string): void;
  /** One quiet line in the status bar, also announced to screen readers. */
  announce(message: string): void;

  onChange(listener: () => void): () => void;
}

export const sessionContext = createContext<Session | undefined>(Symbol('session'));
