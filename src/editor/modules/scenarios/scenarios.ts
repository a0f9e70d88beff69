/** Holds the scenarios of the open document and changes them as commands on the diagram's one undo stack. */
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type { Issue, Scenario } from '#simulation';
import {
  insertResults,
  readScenarios,
  writeScenarios,
  type Moddle,
  type ModdleElement,
  type Results,
} from '../../../bpmn/index.ts';
import { BpsimSnapshot } from './bpsim-snapshot.ts';

/** The command that replaces the scenarios. */
export const SET_SCENARIOS = 'scenarios.set';

/** What can be changed of a document. */
interface Content {
  readonly scenarios: readonly Scenario[];
  /** Results of other simulators that were added since it was opened. */
  readonly results: readonly Results[];
}

/** Context of that command. */
interface SetScenarios {
  readonly content: Content;
  /** What was there before, for undo. */
  before?: Content;
}

/** An open document, and what it held when it was opened. */
interface Source {
  readonly definitions: ModdleElement;
  readonly scenarios: readonly Scenario[];
  readonly snapshot: BpsimSnapshot;
}

export class Scenarios {
  static readonly $inject = ['commandStack', 'moddle'];

  private source: Source | undefined;
  private content: Content = { scenarios: [], results: [] };

  constructor(
    private readonly commandStack: CommandStack,
    private readonly moddle: Moddle,
  ) {
    commandStack.register(SET_SCENARIOS, {
      execute: (context: SetScenarios) => {
        context.before = this.content;
        this.content = context.content;
        return [];
      },
      revert: ({ before }: SetScenarios) => {
        if (before) this.content = before;
        return [];
      },
    });
  }

  /** The scenarios as written (inheriting ones state only what differs). */
  get current(): readonly Scenario[] {
    return this.content.scenarios;
  }

  /** Takes over a document that was just opened. Returns what of its parameters takes no part. */
  load(definitions: ModdleElement): readonly Issue[] {
    const { scenarios, issues } = readScenarios(definitions);
    this.source = { definitions, scenarios, snapshot: new BpsimSnapshot(definitions) };
    this.content = { scenarios, results: [] };
    return issues;
  }

  /** Replaces the scenarios and adds results as one undoable step, or as part of the step under way. Nothing new does nothing. */
  set(scenarios: readonly Scenario[], results: readonly Results[] = []): void {
    if (scenarios === this.current && results.length === 0) return;
    const context: SetScenarios = { content: { scenarios, results: [...this.content.results, ...results] } };
    this.commandStack.execute(SET_SCENARIOS, context);
  }

  /** Brings the document's tree up to date, before it is saved. */
  write(): void {
    if (!this.source) return;
    const { definitions, scenarios, snapshot } = this.source;
    snapshot.restore();
    if (this.current !== scenarios) writeScenarios(definitions, this.moddle, this.current);
    for (const results of this.content.results)
      if (this.current.some(({ id }) => id === results.of)) insertResults(definitions, this.moddle, results);
  }
}
