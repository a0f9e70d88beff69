/** Holds the scenarios of the open document and changes them as commands on the diagram's one undo stack. */
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type { Issue, Scenario } from '#simulation';
import { readScenarios, writeScenarios, type Moddle, type ModdleElement } from '../../../bpmn/index.ts';
import { BpsimSnapshot } from './bpsim-snapshot.ts';

/** The command that replaces the scenarios. */
export const SET_SCENARIOS = 'scenarios.set';

/** Context of that command. */
interface SetScenarios {
  readonly scenarios: readonly Scenario[];
  /** What was there before, for undo. */
  before?: readonly Scenario[];
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
  private scenarios: readonly Scenario[] = [];

  constructor(
    private readonly commandStack: CommandStack,
    private readonly moddle: Moddle,
  ) {
    commandStack.register(SET_SCENARIOS, {
      execute: (context: SetScenarios) => {
        context.before = this.scenarios;
        this.scenarios = context.scenarios;
        return [];
      },
      revert: ({ before }: SetScenarios) => {
        if (before) this.scenarios = before;
        return [];
      },
    });
  }

  /** The scenarios as written (inheriting ones state only what differs). */
  get current(): readonly Scenario[] {
    return this.scenarios;
  }

  /** Takes over a document that was just opened. Returns what of its parameters takes no part. */
  load(definitions: ModdleElement): readonly Issue[] {
    const { scenarios, issues } = readScenarios(definitions);
    this.source = { definitions, scenarios, snapshot: new BpsimSnapshot(definitions) };
    this.scenarios = scenarios;
    return issues;
  }

  /** Replaces the scenarios as one undoable step, or as part of the step under way. The same reference does nothing. */
  set(scenarios: readonly Scenario[]): void {
    if (scenarios === this.scenarios) return;
    const context: SetScenarios = { scenarios };
    this.commandStack.execute(SET_SCENARIOS, context);
  }

  /** Brings the document's tree up to date, before it is saved. */
  write(): void {
    if (!this.source) return;
    const { definitions, scenarios, snapshot } = this.source;
    snapshot.restore();
    if (this.scenarios !== scenarios) writeScenarios(definitions, this.moddle, this.scenarios);
  }
}
