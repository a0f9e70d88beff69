/** The open study: its designs, the editor of each, the active scenario, findings and runs. Implements what views rely on. */
import { msg } from '@lit/localize';
import { blocks, sha256, type Issue, type ProcessModel, type Scenario } from '#simulation';
import type { DesignEditor, HeatMap } from '../editor/design-editor.ts';
import { issueText } from '../i18n/issues.ts';
import { RunController } from '../runs/run-controller.ts';
import { designOf, documentName, newDesign, type Study } from '../study/study.ts';
import { ChangeNotice } from './change-notice.ts';
import { FindingsWatch } from './findings-watch.ts';
import { isInModel } from './in-model.ts';
import { listenToEditor } from './listen-to-editor.ts';
import { OpenDesigns, type OpenDesign } from './open-designs.ts';
import { ReplayDesk } from './replay-desk.ts';
import { RunRecords, runText } from './run-records.ts';
import { ScenarioDesk } from './scenario-desk.ts';
import type { NewScenario } from './scenario-edits.ts';
import type { SessionEnvironment, SessionEvents } from './session-environment.ts';
import { StudyRecord } from './study-record.ts';
import type { DesignTab, RunState, Session } from './session.ts';
import { findings } from './settled-scenario.ts';

export class StudySession implements Session {
  private readonly record: StudyRecord;
  private readonly opened: OpenDesigns;
  private readonly runs: RunRecords;
  private readonly desk = new ScenarioDesk(() => ({
    editor: this.editor,
    chosen: this.record.activeDesign.activeScenario,
    file: documentName(this.record.study),
  }));
  private readonly notice = new ChangeNotice();
  private readonly watch = new FindingsWatch(() => this.lookForFindings());
  readonly replays: ReplayDesk;
  private switches = 0;

  private constructor(
    study: Study,
    environment: SessionEnvironment,
    private readonly events: SessionEvents,
    fileIssues: ReadonlyMap<string, readonly Issue[]>,
  ) {
    this.record = new StudyRecord(study, {
      changed: () => {
        events.edited();
        this.notice.changed();
      },
      refused: () => {
        events.refused();
      },
    });
    this.opened = new OpenDesigns(environment, fileIssues, (editor) => {
      editor.readOnly = this.record.readOnly;
      listenToEditor(editor, events, () => this.notice.changed());
      editor.on('changed', () => {
        this.record.update({});
        this.watch.soon();
      });
    });
    this.replays = new ReplayDesk(this.record, this.opened, environment.backend);
    this.runs = new RunRecords(new RunController(environment.backend), issueText, () => {
      this.notice.changed();
    });
  }

  /**
   * Opens a study and draws its active design. Rejects with the text of the finding when it cannot be opened. `fileIssues`: what
   * the files of designs said when they were read, by design.
   */
  static async open(
    study: Study,
    environment: SessionEnvironment,
    events: SessionEvents,
    fileIssues: ReadonlyMap<string, readonly Issue[]> = new Map(),
  ): Promise<StudySession> {
    const session = new StudySession(study, environment, events, fileIssues);
    session.opened.show(await session.opened.draw(designOf(study, study.activeDesign)));
    session.watch.now();
    return session;
  }

  get studyId(): string {
    return this.record.study.id;
  }

  get fileName(): string | undefined {
    return this.record.study.fileName;
  }

  /** How the study stands to that file: as it was opened from it, as it was saved to it, or changed since. */
  get fileState(): 'opened' | 'saved' | 'outdated' {
    const { fileOutdated } = this.record.study;
    return fileOutdated === undefined ? 'opened' : fileOutdated ? 'outdated' : 'saved';
  }

  get studyName(): string {
    return this.record.study.name;
  }

  get designs(): readonly DesignTab[] {
    return this.record.study.designs;
  }

  get activeDesign(): string {
    return this.record.study.activeDesign;
  }

  get editor(): DesignEditor {
    return this.active.editor;
  }

  get model(): ProcessModel {
    return this.editor.model;
  }

  get scenarios(): readonly Scenario[] {
    return this.desk.all;
  }

  get activeScenario(): string {
    return this.desk.activeId;
  }

  get scenario(): Scenario {
    return this.desk.settled.scenario;
  }

  get issues(): readonly Issue[] {
    return this.watch.issues;
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
    const open = await this.opened.draw(designOf(this.record.study, id));
    if (turn !== this.switches) {
      open.container.hidden = open.container !== this.active.container; // another tab was chosen meanwhile
      return;
    }
    this.opened.show(open);
    this.record.update({ activeDesign: id }, false);
    this.watch.now();
  }

  selectScenario(id: string): void {
    if (id === this.activeScenario) return;
    this.record.updateDesign(this.activeDesign, { activeScenario: id }, false);
    this.watch.now();
  }

  editScenario(label: string, change: (scenario: Scenario) => Scenario): void {
    this.desk.edit(label, change);
  }

  startRun(): void {
    if (this.run.status === 'running') return;
    this.watch.now();
    if (blocks(this.issues)) {
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
    // Designs in the background lose theirs: the legend speaks of the one in front.
    for (const [id, editor] of this.opened.editors()) editor.showHeatMap(id === this.activeDesign ? values : undefined);
  }

  reveal(id: string): void {
    if (isInModel(this.model, id)) this.editor.select(id);
    else this.events.revealed(id);
  }

  announce(message: string): void {
    this.events.announced(message);
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  /** Changes what the study says beside its documents: its name, the order of designs, twins. */
  edit(change: (study: Study) => Partial<Study>): void {
    this.record.update(change(this.record.study));
  }

  /** Adds a design as the last tab and shows it. */
  async addDesign(name: string, xml: string): Promise<void> {
    const design = newDesign(this.record.study, name, xml);
    this.record.update({ designs: [...this.record.study.designs, design] });
    await this.selectDesign(design.id);
  }

  /** Adds a copy of the active design and shows it. */
  async duplicateDesign(name: string): Promise<void> {
    await this.addDesign(name, await this.editor.toXml());
  }

  /** Adds a scenario to the active design, from the active one where the kind says so, and selects it. */
  addScenario(name: string, kind: NewScenario): void {
    const added = this.desk.add(name, kind);
    if (added !== undefined) this.selectScenario(added);
  }

  /** Deletes a scenario of the active design; the first one left is selected if it was active. */
  deleteScenario(id: string): void {
    const next = this.scenarios.find((s) => s.id !== id);
    if (!next) return;
    if (id === this.activeScenario) this.selectScenario(next.id);
    this.desk.delete(id);
  }

  renameDesign(id: string, name: string): void {
    this.record.updateDesign(id, { name });
  }

  /** Deletes a design; the last one stays. */
  async deleteDesign(id: string): Promise<void> {
    const rest = this.record.study.designs.filter((d) => d.id !== id);
    const next = rest[Math.max(0, this.record.study.designs.findIndex((d) => d.id === id) - 1)];
    if (!next) return;
    if (id === this.activeDesign) await this.selectDesign(next.id);
    this.opened.close(id);
    this.runs.forget(`${id}/`);
    this.record.update({ designs: rest });
  }

  /** The study as it stands now, with the documents as the editors hold them. */
  async snapshot(): Promise<Study> {
    this.record.edited = false;
    const documents = new Map<string, string>();
    for (const [id, editor] of this.opened.editors()) documents.set(id, await editor.toXml());
    return this.record.take(documents);
  }

  /** Shows the study as another tab has kept it; the design and the part of it that this one looks at stay. */
  async follow(study: Study): Promise<void> {
    const before = this.record.follow(study);
    await this.opened.follow(this.record.edited ? [] : before.designs, study.designs);
    this.record.edited = false;
    this.opened.show(await this.opened.draw(this.record.activeDesign));
    this.watch.now();
  }

  /** Refuses every change while another tab edits the study. */
  setReadOnly(readOnly: boolean): void {
    this.record.readOnly = readOnly;
    for (const [, editor] of this.opened.editors()) editor.readOnly = readOnly;
    this.notice.changed();
  }

  /** Remembers the file the study was saved to. */
  savedTo(fileName: string): void {
    this.record.update({ fileName, fileOutdated: false }, false);
  }

  /** Shows the canvas in this language. */
  setLocale(locale: string): void {
    for (const [, editor] of this.opened.editors()) editor.setLocale(locale);
    this.desk.forget();
    this.watch.now();
  }

  /** Ends what is under way and releases the editors. */
  dispose(): void {
    this.watch.stop();
    this.runs.cancel();
    this.opened.closeAll();
    this.notice.clear();
  }

  private get active(): OpenDesign {
    return this.opened.get(this.activeDesign);
  }

  private get runKey(): string {
    return `${this.activeDesign}/${this.activeScenario}`;
  }

  /** Looks for findings, marks them on the canvas, and tells whether figures are from before a change. */
  private lookForFindings(): readonly Issue[] {
    const { editor, importIssues } = this.active;
    const { settled } = this.desk;
    const found = findings(this.model, settled, [...importIssues, ...editor.modelIssues]);
    editor.showIssues(found);
    this.runs.compare(this.runKey, this.model, settled.scenario);
    this.notice.changed();
    return found;
  }

  private async simulate(): Promise<void> {
    const key = this.runKey;
    const { model, scenario, issues } = this;
    const xml = await this.editor.toXml();
    const file = { name: documentName(this.record.study), sha256: sha256(new TextEncoder().encode(xml)) };
    this.announce('');
    const status = await this.runs.start(key, { model, scenario, issues, file });
    if (status === 'blocked') this.events.problems();
    this.events.runEnded(runText(status));
    if (this.opened.size > 0) this.watch.soon();
  }
}
