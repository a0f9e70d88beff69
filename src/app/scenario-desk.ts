/** The scenarios of the design that shows: which is active, what a run of it would use, and edits as undoable steps. */
import { msg } from '@lit/localize';
import { resolveScenario, type Scenario } from '#simulation';
import type { DesignEditor } from '../editor/design-editor.ts';
import { addScenario, deleteScenario, type NewScenario } from './scenario-edits.ts';
import { settleScenario, type SettledScenario } from './settled-scenario.ts';

/** The design that shows. */
export interface ShownDesign {
  readonly editor: DesignEditor;
  /** Scenario the user chose. */
  readonly chosen: string | undefined;
  /** Name of its file. */
  readonly file: string;
}

export class ScenarioDesk {
  private last: (SettledScenario & { readonly of: readonly unknown[] }) | undefined;

  constructor(private readonly shown: () => ShownDesign) {}

  /** As written. */
  get all(): readonly Scenario[] {
    return this.shown().editor.scenarios;
  }

  /** The chosen scenario, else the first, else the proposal's. */
  get activeId(): string {
    return this.written?.id ?? this.settled.scenario.id;
  }

  /** The active scenario settled, worked out once per change. */
  get settled(): SettledScenario {
    const { editor, file } = this.shown();
    const { model, scenarios } = editor;
    const id = this.written?.id ?? '';
    const of = [model, scenarios, id];
    if (!this.last?.of.every((part, i) => part === of[i]))
      this.last = { ...settleScenario(model, scenarios, id, file), of };
    return this.last;
  }

  /** Settles anew next time: a proposal speaks the language of the page. */
  forget(): void {
    this.last = undefined;
  }

  /** Changes the active scenario as written. */
  edit(label: string, change: (scenario: Scenario) => Scenario): void {
    const { activeId, settled } = this;
    this.shown().editor.edit(label, (all) => {
      if (all.length === 0) return [change(settled.scenario)]; // the proposal is written down with its first edit
      const next = all.map((s) => (s.id === activeId ? change(s) : s));
      return next.every((s, i) => s === all[i]) ? all : next;
    });
  }

  /** Adds a scenario, from the active one where the kind says so; answers its id. */
  add(name: string, kind: NewScenario): string | undefined {
    const before = new Set(this.all.map((s) => s.id));
    const proposal = this.settled.scenario;
    const from = this.written ?? proposal;
    this.shown().editor.edit(msg('Add a scenario'), (all) =>
      addScenario(all.length === 0 ? [proposal] : all, name, kind, from),
    );
    return this.all.findLast((s) => !before.has(s.id))?.id;
  }

  /** Deletes a scenario; those that inherit from it keep what they took. */
  delete(id: string): void {
    this.shown().editor.edit(msg('Delete the scenario'), (all) =>
      deleteScenario(all, id, (heir) => resolveScenario(all, heir.id).scenario),
    );
  }

  private get written(): Scenario | undefined {
    const { editor, chosen } = this.shown();
    return editor.scenarios.find((s) => s.id === chosen) ?? editor.scenarios[0];
  }
}
