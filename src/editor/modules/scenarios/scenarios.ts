/** Holds the scenarios of the open document and changes them as commands on the diagram's one undo stack. */
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type { Scenario } from '#simulation';
import type { Moddle, ModdleElement } from '../../../bpmn/index.ts';

/** The command that replaces the scenarios. */
export const SET_SCENARIOS = 'scenarios.set';

/** Context of that command. */
interface SetScenarios {
  readonly scenarios: readonly Scenario[];
  /** What was there before, for undo. */
  before?: Snapshot;
}

/** The scenarios and the lists of the document they are written to. */
interface Snapshot {
  readonly scenarios: readonly Scenario[];
  readonly lists: readonly (readonly [list: unknown[], content: readonly unknown[]])[];
}

export class Scenarios {
  static readonly $inject = ['commandStack', 'moddle'];

  private readonly commandStack: CommandStack;
  private readonly moddle: Moddle;
  private definitions: ModdleElement | undefined;
  private scenarios: readonly Scenario[] = [];

  constructor(commandStack: CommandStack, moddle: Moddle) {
    this.commandStack = commandStack;
    this.moddle = moddle;
    commandStack.register(SET_SCENARIOS, {
      execute: (context: SetScenarios) => {
        context.before = this.snapshot();
        this.write(context.scenarios);
        return [];
      },
      revert: (context: SetScenarios) => {
        if (context.before) this.restore(context.before);
        return [];
      },
    });
  }

  /** The scenarios as written in the document. */
  get current(): readonly Scenario[] {
    return this.scenarios;
  }

  /** Takes over the scenarios of a document that was just opened. */
  load(definitions: ModdleElement, scenarios: readonly Scenario[]): void {
    this.definitions = definitions;
    this.scenarios = scenarios;
  }

  /** Replaces the scenarios as one undoable step, or as part of the step under way. The same reference does nothing. */
  set(scenarios: readonly Scenario[]): void {
    if (scenarios === this.scenarios) return;
    const context: SetScenarios = { scenarios };
    this.commandStack.execute(SET_SCENARIOS, context);
  }

  private snapshot(): Snapshot {
    return { scenarios: this.scenarios, lists: [] };
  }

  private write(scenarios: readonly Scenario[]): void {
    this.scenarios = scenarios;
  }

  private restore(before: Snapshot): void {
    this.scenarios = before.scenarios;
  }
}
