/** The open study: its designs, the editor of each, the active scenario, findings and runs. Implements what views rely on. */
import { msg } from '@lit/localize';
import type { Issue, ProcessModel, Scenario } from '#simulation';
import type { DesignEditor, HeatMap } from '../editor/design-editor.ts';
import { createDesign, freeName, type Design, type Study } from '../study/study.ts';
import { addScenario, deleteScenario, type NewScenario } from './scenario-edits.ts';
import type { DesignTab, RunState, Session } from './session.ts';

/** What a session needs from its surroundings. */
export interface SessionEnvironment {
  /** Element the editors draw into; one child per design. */
  readonly canvas: HTMLElement;
  createEditor(container: HTMLElement): DesignEditor;
}

/** What the session tells the app beyond `onChange`. */
export interface SessionEvents {
  /** Something that is saved with the study changed. */
  edited(): void;
  announced(message: string): void;
  /** The place where `id` is edited should show. */
  revealed(id: string): void;
  /** The problems need the user's eyes. */
  problems(): void;
}

/** A design whose diagram has been drawn. */
interface OpenDesign {
  readonly editor: DesignEditor;
  readonly container: HTMLElement;
  readonly importIssues: readonly Issue[];
}

const IDLE: RunState = { status: 'idle' };

export class StudySession implements Session {
  private readonly opened = new Map<string, OpenDesign>();
  private readonly runs = new Map<string, RunState>();
  private readonly listeners = new Set<() => void>();
  private notifying = false;

  private constructor(
    private current: Study,
    private readonly environment: SessionEnvironment,
    private readonly events: SessionEvents,
  ) {}

  /** Opens a study and draws its active design. */
  static async open(study: Study, environment: SessionEnvironment, events: SessionEvents): Promise<StudySession> {
    const session = new StudySession(study, environment, events);
    await session.draw(study.activeDesign);
    return session;
  }

  get studyId(): string {
    return this.current.id;
  }

  get fileName(): string | undefined {
    return this.current.fileName;
  }

  get studyName(): string {
    return this.current.name;
  }

  get designs(): readonly DesignTab[] {
    return this.current.designs;
  }

  get activeDesign(): string {
    return this.current.activeDesign;
  }

  get editor(): DesignEditor {
    return this.active.editor;
  }

  get model(): ProcessModel {
    return this.editor.model;
  }

  get scenarios(): readonly Scenario[] {
    return this.editor.scenarios;
  }

  get activeScenario(): string {
    return this.design(this.activeDesign).activeScenario ?? this.scenarios[0]?.id ?? '';
  }

  get scenario(): Scenario {
    return this.scenarios.find((s) => s.id === this.activeScenario) ?? { id: 'scenario', name: '' };
  }

  get issues(): readonly Issue[] {
    return this.active.importIssues;
  }

  get run(): RunState {
    return this.runs.get(this.activeDesign) ?? IDLE;
  }

  async selectDesign(id: string): Promise<void> {
    if (id === this.activeDesign) return;
    await this.draw(id);
    this.update({ activeDesign: id });
  }

  selectScenario(id: string): void {
    this.updateDesign(this.activeDesign, { activeScenario: id });
  }

  editScenario(label: string, change: (scenario: Scenario) => Scenario): void {
    this.editor.edit(label, (all) => all.map((s) => (s.id === this.activeScenario ? change(s) : s)));
  }

  startRun(): void {
    this.events.problems();
  }

  cancelRun(): void {
    this.changed();
  }

  showHeatMap(values: ReadonlyMap<string, HeatMap> | undefined): void {
    this.editor.showHeatMap(values);
  }

  reveal(id: string): void {
    this.events.revealed(id);
  }

  announce(message: string): void {
    this.events.announced(message);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  renameStudy(name: string): void {
    this.update({ name });
  }

  /** Adds a design as the last tab and shows it. */
  async addDesign(name: string, xml: string): Promise<void> {
    const design = createDesign(freeName(name, this.names), xml);
    this.update({ designs: [...this.current.designs, design] });
    await this.selectDesign(design.id);
  }

  /** Adds a copy of the active design and shows it. */
  async duplicateDesign(name: string): Promise<void> {
    await this.addDesign(name, await this.editor.toXml());
  }

  /** Adds a scenario to the active design, from the active one where the kind says so, and selects it. */
  addScenario(name: string, kind: NewScenario): void {
    const before = new Set(this.scenarios.map((s) => s.id));
    this.editor.edit(msg('Add a scenario'), (all) => addScenario(all, name, kind, this.scenario));
    const added = this.scenarios.find((s) => !before.has(s.id));
    if (added) this.selectScenario(added.id);
  }

  /** Deletes a scenario of the active design; the first one left is selected if it was active. */
  deleteScenario(id: string): void {
    const next = this.scenarios.find((s) => s.id !== id);
    if (!next) return;
    if (id === this.activeScenario) this.selectScenario(next.id);
    this.editor.edit(msg('Delete the scenario'), (all) => deleteScenario(all, id, (scenario) => scenario));
  }

  renameDesign(id: string, name: string): void {
    this.updateDesign(id, { name });
  }

  /** Moves a tab one place to the left (-1) or right (1). */
  moveDesign(id: string, by: -1 | 1): void {
    const designs = [...this.current.designs];
    const from = designs.findIndex((d) => d.id === id);
    const [design] = designs.splice(from, 1);
    if (design) designs.splice(Math.max(0, from + by), 0, design);
    this.update({ designs });
  }

  /** Deletes a design; the last one stays. */
  async deleteDesign(id: string): Promise<void> {
    const rest = this.current.designs.filter((d) => d.id !== id);
    const next = rest[Math.max(0, this.current.designs.findIndex((d) => d.id === id) - 1)];
    if (!next) return;
    if (id === this.activeDesign) await this.selectDesign(next.id);
    this.close(id);
    this.update({ designs: rest });
  }

  /** The study as it stands now, with the documents as the editors hold them. */
  async snapshot(): Promise<Study> {
    for (const [id, { editor }] of this.opened) {
      const xml = await editor.toXml();
      this.current = withDesign(this.current, id, { xml });
    }
    return this.current;
  }

  /** Remembers the file the study was saved to. */
  savedTo(fileName: string): void {
    this.update({ fileName });
  }

  /** Releases the editors. */
  dispose(): void {
    for (const id of [...this.opened.keys()]) this.close(id);
    this.listeners.clear();
  }

  private get names(): readonly string[] {
    return this.current.designs.map((d) => d.name);
  }

  private get active(): OpenDesign {
    const open = this.opened.get(this.activeDesign);
    if (!open) throw new Error(`design <${this.activeDesign}> is not drawn`);
    return open;
  }

  private design(id: string): Design {
    const design = this.current.designs.find((d) => d.id === id);
    if (!design) throw new Error(`no design <${id}>`);
    return design;
  }

  /** Draws the design if it has not been and shows its canvas instead of the others'. */
  private async draw(id: string): Promise<void> {
    const open = this.opened.get(id) ?? (await this.openDesign(id));
    for (const { container } of this.opened.values()) container.hidden = container !== open.container;
  }

  private async openDesign(id: string): Promise<OpenDesign> {
    const container = document.createElement('div');
    container.className = 'pf-design';
    this.environment.canvas.append(container);
    const editor = this.environment.createEditor(container);
    const importIssues = await editor.open(this.design(id).xml);
    const open = { editor, container, importIssues };
    this.opened.set(id, open);
    editor.on('changed', () => {
      this.events.edited();
      this.changed();
    });
    editor.on('selected', () => {
      this.changed();
    });
    return open;
  }

  private close(id: string): void {
    this.opened.get(id)?.editor.destroy();
    this.opened.get(id)?.container.remove();
    this.opened.delete(id);
  }

  private update(change: Partial<Study>): void {
    this.current = { ...this.current, ...change };
    this.events.edited();
    this.changed();
  }

  private updateDesign(id: string, change: Partial<Design>): void {
    this.update(withDesign(this.current, id, change));
  }

  /** Tells the listeners once, however many changes a step made. */
  private changed(): void {
    if (this.notifying) return;
    this.notifying = true;
    queueMicrotask(() => {
      this.notifying = false;
      for (const listener of [...this.listeners]) listener();
    });
  }
}

const withDesign = (study: Study, id: string, change: Partial<Design>): Study => ({
  ...study,
  designs: study.designs.map((d) => (d.id === id ? { ...d, ...change } : d)),
});
