/** The open study: its designs, the editor of each, the active scenario, findings and runs. Implements what views rely on. */
import { msg } from '@lit/localize';
import { blocks, resolveScenario, sha256, type Issue, type ProcessModel, type Scenario } from '#simulation';
import type { DesignEditor, HeatMap } from '../editor/design-editor.ts';
import { createDesign, freeName, type Design, type Study } from '../study/study.ts';
import { addScenario, deleteScenario, type NewScenario } from './scenario-edits.ts';
import { issueText } from '../i18n/issues.ts';
import { RunController, type RunOutcome } from '../runs/run-controller.ts';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { RunRecords } from './run-records.ts';
import type { DesignTab, RunState, Session } from './session.ts';
import { findings, settleScenario, type SettledScenario } from './settled-scenario.ts';

/** What a session needs from its surroundings. */
export interface SessionEnvironment {
  /** Element the editors draw into; one child per design. */
  readonly canvas: HTMLElement;
  createEditor(container: HTMLElement): DesignEditor;
  /** Where replications are computed; outlives the session, so that threads stay warm. */
  readonly backend: SimulationBackend;
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
  /** The parameters of the selected element are asked for. */
  inspected(): void;
}

/** A design whose diagram has been drawn. */
interface OpenDesign {
  readonly editor: DesignEditor;
  readonly container: HTMLElement;
  readonly importIssues: readonly Issue[];
}

/** Pause after the last change before findings are looked for again, in ms. */
const FINDINGS_PAUSE = 120;

export class StudySession implements Session {
  private readonly opened = new Map<string, OpenDesign>();
  private readonly runs: RunRecords;
  private readonly listeners = new Set<() => void>();
  private notifying = false;
  private settled: (SettledScenario & { readonly of: readonly unknown[] }) | undefined;
  private found: readonly Issue[] = [];
  private looking: ReturnType<typeof setTimeout> | undefined;
  private switches = 0;

  private constructor(
    private current: Study,
    private readonly environment: SessionEnvironment,
    private readonly events: SessionEvents,
    /** What the files of designs said when they were read, by design. */
    private readonly fileIssues: ReadonlyMap<string, readonly Issue[]>,
  ) {
    this.runs = new RunRecords(new RunController(environment.backend), issueText, () => {
      this.changed();
    });
  }

  /** Opens a study and draws its active design. Rejects with the text of the finding when it cannot be opened. */
  static async open(
    study: Study,
    environment: SessionEnvironment,
    events: SessionEvents,
    fileIssues: ReadonlyMap<string, readonly Issue[]> = new Map(),
  ): Promise<StudySession> {
    const session = new StudySession(study, environment, events, fileIssues);
    await session.draw(study.activeDesign);
    session.lookForFindings();
    return session;
  }

  get studyId(): string {
    return this.current.id;
  }

  get fileName(): string | undefined {
    return this.current.fileName;
  }

  /** The study says more than the file it was saved to. */
  get fileOutdated(): boolean {
    return this.current.fileOutdated ?? false;
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
    const chosen = this.design(this.activeDesign).activeScenario;
    const known = this.scenarios.find((s) => s.id === chosen) ?? this.scenarios[0];
    return known?.id ?? this.scenario.id;
  }

  get scenario(): Scenario {
    return this.settle().scenario;
  }

  get issues(): readonly Issue[] {
    return this.found;
  }

  get run(): RunState {
    return this.runs.state(this.runKey);
  }

  /** The scenario the shown figures belong to, as it was run. */
  get ranScenario(): Scenario | undefined {
    return this.runs.scenario(this.runKey);
  }

  async selectDesign(id: string): Promise<void> {
    if (id === this.activeDesign) return;
    const turn = ++this.switches;
    const open = this.opened.get(id) ?? (await this.openDesign(id));
    if (turn !== this.switches) {
      open.container.hidden = open.container !== this.active.container; // another tab was chosen meanwhile
      return;
    }
    this.showOnly(open);
    this.update({ activeDesign: id }, false);
    this.lookForFindings();
  }

  selectScenario(id: string): void {
    if (id === this.activeScenario) return;
    this.updateDesign(this.activeDesign, { activeScenario: id }, false);
    this.lookForFindings();
  }

  editScenario(label: string, change: (scenario: Scenario) => Scenario): void {
    const { activeScenario, scenario } = this;
    this.editor.edit(label, (all) => {
      if (all.length === 0) return [change(scenario)]; // the proposal is written down with its first edit
      const next = all.map((s) => (s.id === activeScenario ? change(s) : s));
      return next.every((s, i) => s === all[i]) ? all : next;
    });
  }

  startRun(): void {
    if (this.run.status === 'running') return;
    this.lookForFindings();
    if (blocks(this.found)) {
      this.announce(msg('The simulation cannot run yet: solve the problems marked as errors first.'));
      this.events.problems();
      return;
    }
    void this.simulate();
  }

  cancelRun(): void {
    this.runs.cancel();
  }

  showHeatMap(values: ReadonlyMap<string, HeatMap> | undefined): void {
    this.editor.showHeatMap(values);
  }

  reveal(id: string): void {
    const { nodes, flows, messageFlows, participants, processes } = this.model;
    const lanes = processes.flatMap((process) => process.lanes);
    const drawn = [nodes, flows, messageFlows, participants, lanes].some((all) => all.some((e) => e.id === id));
    if (drawn) this.editor.select(id);
    else this.events.revealed(id);
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
    const proposal = this.scenario;
    const from = this.scenarios.find((s) => s.id === this.activeScenario) ?? proposal;
    this.editor.edit(msg('Add a scenario'), (all) =>
      addScenario(all.length === 0 ? [proposal] : all, name, kind, from),
    );
    const added = this.scenarios.findLast((s) => !before.has(s.id));
    if (added) this.selectScenario(added.id);
  }

  /** Deletes a scenario of the active design; the first one left is selected if it was active. */
  deleteScenario(id: string): void {
    const next = this.scenarios.find((s) => s.id !== id);
    if (!next) return;
    if (id === this.activeScenario) this.selectScenario(next.id);
    this.editor.edit(msg('Delete the scenario'), (all) =>
      deleteScenario(all, id, (heir) => resolveScenario(all, heir.id).scenario),
    );
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
    this.runs.forget(`${id}/`);
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
    this.update({ fileName, fileOutdated: false }, false);
  }

  /** Shows the canvas in this language. */
  setLocale(locale: string): void {
    for (const { editor } of this.opened.values()) editor.setLocale(locale);
    this.settled = undefined; // a proposal speaks the language of the page
    this.lookForFindings();
  }

  /** Ends what is under way and releases the editors. */
  dispose(): void {
    clearTimeout(this.looking);
    this.runs.cancel();
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

  private get runKey(): string {
    return `${this.activeDesign}/${this.activeScenario}`;
  }

  /** The active scenario settled, worked out once per change. */
  private settle(): SettledScenario {
    const { model, scenarios } = this;
    const chosen = this.design(this.activeDesign).activeScenario;
    const id = scenarios.find((s) => s.id === chosen)?.id ?? scenarios[0]?.id ?? '';
    const of = [model, scenarios, id];
    if (!this.settled?.of.every((part, i) => part === of[i]))
      this.settled = { ...settleScenario(model, scenarios, id, this.fileOfDesign), of };
    return this.settled;
  }

  /** Looks for findings now, marks them on the canvas, and tells whether figures are from before a change. */
  private lookForFindings(): void {
    clearTimeout(this.looking);
    const { editor, importIssues } = this.active;
    const settled = this.settle();
    this.found = findings(this.model, settled, [...importIssues, ...editor.modelIssues]);
    editor.showIssues(this.found);
    this.runs.compare(this.runKey, this.model, settled.scenario);
    this.changed();
  }

  private lookSoon(): void {
    clearTimeout(this.looking);
    this.looking = setTimeout(() => {
      this.lookForFindings();
    }, FINDINGS_PAUSE);
  }

  private async simulate(): Promise<void> {
    const key = this.runKey;
    const { model, scenario, issues } = this;
    const xml = await this.editor.toXml();
    const file = { name: this.fileOfDesign, sha256: sha256(new TextEncoder().encode(xml)) };
    const status = await this.runs.start(key, { model, scenario, issues, file });
    if (status === 'blocked') this.events.problems();
    this.announce(runText(status));
    if (this.opened.size > 0) this.lookSoon();
  }

  /** What the results call the file: that of a study of one design, else a name made of both. */
  private get fileOfDesign(): string {
    const { fileName, name, designs } = this.current;
    if (fileName?.endsWith('.bpmn')) return fileName;
    return designs.length === 1 ? `${name}.bpmn` : `${name} – ${this.design(this.activeDesign).name}.bpmn`;
  }

  private design(id: string): Design {
    const design = this.current.designs.find((d) => d.id === id);
    if (!design) throw new Error(`no design <${id}>`);
    return design;
  }

  private async draw(id: string): Promise<void> {
    this.showOnly(this.opened.get(id) ?? (await this.openDesign(id)));
  }

  private showOnly(open: OpenDesign): void {
    for (const { container } of this.opened.values()) container.hidden = container !== open.container;
  }

  private async openDesign(id: string): Promise<OpenDesign> {
    const container = document.createElement('div');
    container.className = 'pf-design';
    this.environment.canvas.append(container);
    const editor = this.environment.createEditor(container);
    const drawn = await editor.open(this.design(id).xml);
    const error = drawn.find((i) => i.severity === 'error');
    if (error) {
      editor.destroy();
      container.remove();
      throw new Error(issueText(error));
    }
    const open = { editor, container, importIssues: [...(this.fileIssues.get(id) ?? []), ...drawn] };
    this.opened.set(id, open);
    editor.on('changed', () => {
      this.update({});
      this.lookSoon();
    });
    editor.on('selected', () => {
      this.changed();
    });
    editor.on('inspect', () => {
      this.events.inspected();
    });
    return open;
  }

  private close(id: string): void {
    this.opened.get(id)?.editor.destroy();
    this.opened.get(id)?.container.remove();
    this.opened.delete(id);
  }

  /** Changes what is saved; `outdates` the file on disk unless only the view of the study changed. */
  private update(change: Partial<Study>, outdates = true): void {
    const outdated = outdates && this.current.fileName !== undefined ? { fileOutdated: true } : {};
    this.current = { ...this.current, ...outdated, ...change };
    this.events.edited();
    this.changed();
  }

  private updateDesign(id: string, change: Partial<Design>, outdates = true): void {
    this.update({ designs: withDesign(this.current, id, change).designs }, outdates);
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

function runText(status: RunOutcome['status']): string {
  switch (status) {
    case 'complete':
      return msg('The run is complete.');
    case 'partial':
      return msg('The run was cancelled; the figures are of the replications done until then.');
    case 'cancelled':
      return msg('The run was cancelled.');
    case 'blocked':
      return msg('The simulation cannot run yet: solve the problems marked as errors first.');
    case 'failed':
      return msg('The run failed. The results say why.');
  }
}
