/** Keeps the open study: when it is written, by which tab, and what becomes of it when another tab writes it. One per window. */
import { msg } from '@lit/localize';
import { startAutosave, type Autosave, type SaveState } from '../study/autosave.ts';
import { askToPersist, openStudyStore, type Persistence } from '../study/storage.ts';
import { NoStorageError, OtherTabError } from '../study/storage-errors.ts';
import { lockStudy, type StudyLock } from '../study/study-lock.ts';
import type { StudyStore } from '../study/study-store.ts';
import type { Study } from '../study/study.ts';

/** The study that is kept, as far as this file knows it. */
export interface KeptStudy {
  readonly studyId: string;
  snapshot(): Promise<Study>;
  /** Shows a state that another tab wrote. */
  follow(study: Study): Promise<void>;
  setReadOnly(readOnly: boolean): void;
}

export class StudyKeeper {
  /** Undefined while it opens. */
  store: StudyStore | undefined;
  save: SaveState = { status: 'fresh' };
  /** What the browser promises; known after the first real save. */
  persistence: Persistence = 'unknown';
  private readonly opening: Promise<StudyStore>;
  private study: KeptStudy | undefined;
  private autosave: Autosave | undefined;
  private lock: StudyLock | undefined;
  /** One state of another tab after the other. */
  private following = Promise.resolve();

  /** `changed` is called whenever the user should see something else. */
  constructor(private readonly changed: () => void) {
    this.opening = openStudyStore().then((store) => {
      this.store = store;
      if (!store.lasting) this.enter({ status: 'unsaved', reason: 'unavailable' });
      this.changed();
      return store;
    });
  }

  /** The storage, once it is known what the browser keeps. */
  ready(): Promise<StudyStore> {
    return this.opening;
  }

  /** Whether another tab writes the open study. */
  get readOnly(): boolean {
    return this.lock !== undefined && !this.lock.held;
  }

  /** Whether there is work that only this window has. */
  get hasUnsavedWork(): boolean {
    return this.autosave?.state.status === 'pending' || (this.autosave?.state.status === 'unsaved' && !this.readOnly);
  }

  /** Begins to keep a study. `untouched`: there is nothing to keep before the first change. */
  async begin(study: KeptStudy, untouched = false): Promise<void> {
    this.study = study;
    this.autosave = startAutosave(
      () => this.keep(study),
      (state) => {
        this.enter(state);
      },
    );
    this.lock = await lockStudy(study.studyId, {
      handingOver: () => this.flush(),
      lost: () => void this.lost(study),
      granted: () => void this.granted(study),
      saved: () => void this.catchUp(study),
    });
    if (this.study !== study) return; // closed meanwhile
    // Another tab may have written since the study was read; but what this one's user did while the lock came is newer.
    if (this.readOnly || this.autosave.state.status !== 'pending') await this.catchUp(study);
    this.showWho(study);
    if (!untouched) this.touch();
  }

  /** Something changed that is to be kept. */
  touch(): void {
    if (!this.readOnly) this.autosave?.touch();
  }

  /** Waits until what is pending is written. */
  flush(): Promise<void> {
    return this.autosave?.flush() ?? Promise.resolve();
  }

  /** Gets the study from the tab that writes it. */
  async takeOver(): Promise<void> {
    const { study, lock } = this;
    if (!study || !lock) return;
    await lock.takeOver();
    await this.granted(study);
  }

  /** Keeps what is pending and lets go of the study. */
  async end(): Promise<void> {
    await this.flush();
    this.autosave?.dispose();
    this.lock?.release();
    this.autosave = undefined;
    this.lock = undefined;
    this.study = undefined;
    if (this.store?.lasting) this.save = { status: 'fresh' };
  }

  private async keep(study: KeptStudy): Promise<Date> {
    const now = await study.snapshot();
    const store = this.store ?? (await this.opening); // a file may be dropped while it opens
    if (this.readOnly) throw new OtherTabError();
    const at = await store.save(now);
    if (!store.lasting) throw new NoStorageError();
    this.lock?.announceSave();
    if (this.persistence === 'unknown') this.persistence = await askToPersist();
    return at;
  }

  /** Another tab took the study, perhaps while this one could not answer: what only this one has is kept as a version. */
  private async lost(study: KeptStudy): Promise<void> {
    if (this.study !== study) return;
    const details = {
      name: msg('Not handed over'),
      note: msg('What this tab had when another one took over.'),
      reviewer: '',
    };
    if (this.autosave?.state.status === 'pending') await this.store?.keepVersion(await study.snapshot(), details);
    this.showWho(study);
  }

  private async granted(study: KeptStudy): Promise<void> {
    if (this.study !== study) return;
    await this.catchUp(study);
    this.showWho(study);
    this.touch();
    await this.flush();
  }

  private catchUp(study: KeptStudy): Promise<void> {
    this.following = this.following.then(async () => {
      const newest = this.study === study ? await this.store?.load(study.studyId) : undefined;
      if (newest && this.study === study) await study.follow(newest);
    });
    return this.following;
  }

  private showWho(study: KeptStudy): void {
    study.setReadOnly(this.readOnly);
    if (this.readOnly) this.enter({ status: 'unsaved', reason: 'elsewhere' });
    else this.changed();
  }

  private enter(state: SaveState): void {
    this.save = state;
    this.changed();
  }
}
