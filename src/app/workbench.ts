/** The app around sessions: which study is open, where it is kept, and what the status line says. One per window. */
import { createContext } from '@lit/context';
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { SaveState } from '../study/autosave.ts';
import type { FilePlace, OpenedFile, SavedFile } from '../study/files.ts';
import type { Original, RecentStudy, StudyStore } from '../study/study-store.ts';
import { withDesign, type Study } from '../study/study.ts';
import { OfflineCopy } from '../offline/offline-copy.ts';
import type { Attached } from './attach-parameters.ts';
import { refusedByFrame } from './framing.ts';
import { exportSaid, reportOf, type ExportReport, type FileReport } from './import-reports.ts';
import { remember, remembered } from './open-study.ts';
import type { SessionEvents } from './session-environment.ts';
import type { Shell } from './shell.ts';
import { StudyKeeper } from './study-keeper.ts';
import { StudySession } from './study-session.ts';

export interface StatusMessage {
  readonly text: string;
  /** `alert` interrupts a screen reader. */
  readonly urgency: 'quiet' | 'alert';
  /** Command that tells more. */
  readonly command?: string;
}

const SILENCE: StatusMessage = { text: '', urgency: 'quiet' };

export class Workbench {
  /** The open study; none on the start page. */
  session: StudySession | undefined;
  /** A study is being opened. */
  opening = false;
  message = SILENCE;
  /** Where Ctrl+S writes; absent until the user saved or opened a file the browser lets us write. */
  file: FilePlace | undefined;
  /** The active design as its file was opened, byte for byte. */
  original: Original | undefined;
  /** The event log that was last opened. */
  log: OpenedFile | undefined;
  /** What was last handed to another tool. */
  exported: ExportReport | undefined;
  /** Where the open study is kept, and by whom. */
  readonly keeper = new StudyKeeper(() => {
    if (!this.keeper.readOnly && this.message === this.refusal) this.message = SILENCE; // it can be edited now
    this.changed();
  });
  /** The copy of the app that works offline. */
  readonly offline = new OfflineCopy(() => {
    this.changed();
  });
  /** What the files of designs said, by design. */
  private fileIssues = new Map<string, readonly Issue[]>();
  /** The last message that another tab edits the study. */
  private refusal: StatusMessage | undefined;
  private readonly listeners = new Set<() => void>();
  /** The end of what was asked for in turn so far. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly shell: Shell) {}

  /** Opens the storage and, after a reload or a crash of the tab, the study that was open. */
  async start(): Promise<void> {
    void this.offline.start();
    const store = await this.keeper.ready();
    const last = remembered();
    const study = last ? await store.load(last) : undefined;
    if (study) {
      await this.open(study);
      this.file = await store.fileOf(study.id);
    }
    this.changed();
  }

  /** Undefined while it opens. */
  get store(): StudyStore | undefined {
    return this.keeper.store;
  }

  get save(): SaveState {
    return this.keeper.save;
  }

  recent(): Promise<readonly RecentStudy[]> {
    return this.store?.recent() ?? Promise.resolve([]);
  }

  async openRecent(id: string): Promise<void> {
    const study = await this.store?.load(id);
    if (!study) {
      this.say(msg('This study can no longer be read.'), 'alert');
      return;
    }
    await this.open(study);
    this.file = await this.store?.fileOf(id);
    this.changed();
  }

  async forget(id: string): Promise<void> {
    const refused = refusedByFrame();
    if (refused) {
      this.say(refused, 'alert');
      return;
    }
    await this.store?.remove(id);
    this.changed();
  }

  /** Whether there is anything to report on how the active design came in. */
  get wasImported(): boolean {
    return this.original !== undefined || this.notes.length > 0;
  }

  /** How the active design came in. */
  importReport(): Promise<FileReport> {
    return reportOf(this.original, this.notes, this.shell.prepare);
  }

  /** Offers the cases of an event log as the arrivals of the open process. */
  takeLog(log: OpenedFile): void {
    this.log = log;
    this.shell.openDialog('event-log');
    this.changed();
  }

  /** Says what was handed to another tool, and keeps the report until the next. */
  exportedAs(report: ExportReport): void {
    this.exported = report;
    this.tell(exportSaid(report));
  }

  /** Opens a study that is kept once it is changed. */
  openUntouched(study: Study): Promise<void> {
    return this.open(study, undefined, undefined, true);
  }

  /** Keeps with the design that shows what was said about parameters of other tools. */
  note(issues: readonly Issue[]): void {
    const { session } = this;
    if (!session || issues.length === 0) return;
    const id = session.activeDesign;
    const notes = [...this.notes, ...issues];
    session.edit((study) => withDesign(study, id, { notes }));
  }

  /** Parameters from further files were added to the design that shows. */
  addedParameters({ issues, message }: Attached): void {
    const design = this.session?.activeDesign ?? '';
    this.note(issues);
    this.fileIssues.set(design, [...(this.fileIssues.get(design) ?? []), ...issues]);
    this.tell(message);
  }

  /** Opens a study in place of the open one, which is saved first. `issues`: what its files said, by design. */
  async open(
    study: Study,
    file?: OpenedFile,
    issues?: ReadonlyMap<string, readonly Issue[]>,
    untouched = false,
  ): Promise<void> {
    this.opening = true;
    await this.closeSession();
    try {
      const environment = await this.shell.showStudy();
      const events: SessionEvents = {
        edited: () => {
          void this.findOriginal();
          this.keeper.touch();
        },
        announced: (text) => {
          this.say(text);
        },
        runEnded: (text) => {
          // What was refused while it ran is still to be read.
          if (this.message.urgency === 'quiet') this.say(text);
        },
        revealed: (id) => {
          this.shell.reveal(id);
        },
        problems: () => {
          this.shell.showProblems();
        },
        inspected: () => {
          this.shell.inspect();
        },
        refused: () => {
          this.say(
            msg('Nothing was changed: another tab edits this study. Choose “Edit here instead” first.'),
            'alert',
          );
          this.refusal = this.message;
          this.shell.showAnew();
        },
      };
      this.fileIssues = new Map(issues);
      const session = await StudySession.open(study, environment, events, this.fileIssues);
      this.session = session;
      this.file = file?.place;
      this.changed();
      session.editor.focus(); // what is seen can be typed at; the storage may take its time
      await this.keeper.begin(session, untouched);
      remember(study.id);
      if (file?.place) await this.store?.rememberFile(study.id, file.place);
      await this.findOriginal();
    } catch (error) {
      this.say(msg(str`“${study.name}” cannot be opened. ${error instanceof Error ? error.message : ''}`), 'alert');
    } finally {
      this.opening = false;
      this.changed();
    }
  }

  /** Saves and leaves the study for the start page. */
  async close(): Promise<void> {
    await this.closeSession();
    remember(undefined);
  }

  /** Changes to the new version of the app, with everything saved. */
  async updateApp(): Promise<void> {
    if (this.session?.run.status === 'running') return;
    await this.keeper.flush();
    if (!this.keeper.hasUnsavedWork) this.offline.update();
  }

  /** The study now lives in this file. */
  async savedTo({ name, place }: SavedFile): Promise<void> {
    this.file = place;
    this.session?.savedTo(name);
    if (place && this.session) await this.store?.rememberFile(this.session.studyId, place);
    this.changed();
  }

  /** Does this when all that was asked for so before is done, so that the message of one is not that of another. */
  inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.turn.then(task);
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** One line in the status bar. */
  say(text: string, urgency: StatusMessage['urgency'] = 'quiet'): void {
    this.tell({ text, urgency });
  }

  /** One line in the status bar that may offer a command. */
  tell(message: StatusMessage): void {
    this.message = message;
    this.changed();
  }

  /** Another page of the study shows. */
  refresh(): void {
    this.changed();
  }

  get panels(): Shell {
    return this.shell;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Keeps the files that designs of the study came from. */
  async keepOriginals(originals: readonly { id: string; file: OpenedFile | undefined }[]): Promise<void> {
    const study = this.session?.studyId;
    for (const { id, file } of originals)
      if (study && file) await this.store?.keepOriginal({ design: id, study, fileName: file.name, bytes: file.bytes });
    await this.findOriginal();
    this.changed();
  }

  private async findOriginal(): Promise<void> {
    const design = this.session?.activeDesign;
    if (design === this.original?.design) return;
    this.original = design === undefined ? undefined : await this.store?.originalOf(design);
  }

  /** What was said about parameters of other tools for the design that shows. */
  private get notes(): readonly Issue[] {
    const { designs, activeDesign } = this.session ?? {};
    return designs?.find(({ id }) => id === activeDesign)?.notes ?? [];
  }

  private async closeSession(): Promise<void> {
    await this.keeper.end();
    const { session } = this;
    this.session = undefined;
    this.file = undefined;
    this.exported = undefined;
    this.log = undefined;
    this.message = SILENCE;
    this.changed();
    // Views of the session redraw in this step; its editors go when none is left.
    await new Promise((done) => setTimeout(done));
    session?.dispose();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

export const workbenchContext = createContext<Workbench>(Symbol('workbench'));
