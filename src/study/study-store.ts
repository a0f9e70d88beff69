/** What keeps studies between visits. In IndexedDB where the browser lets us, else in the memory of this window. */
import type { FilePlace } from './files.ts';
import type { RestorePoint, VersionDetails } from './history.ts';
import type { Sketch } from './sketch.ts';
import type { Study } from './study.ts';

/** What the start page shows of a study. */
export interface RecentStudy {
  readonly id: string;
  readonly name: string;
  readonly savedAt: Date;
  readonly designs: number;
  readonly fileName?: string;
  readonly sketch: Sketch;
}

/** A file as it was opened, before any repair. */
export interface Original {
  readonly design: string;
  readonly study: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A named version with all it holds, as it goes into files. */
export interface Version extends VersionDetails {
  readonly at: Date;
  readonly study: Study;
}

/** How many studies the start page lists. */
export const RECENT_STUDIES = 20;

export interface StudyStore {
  /** Whether what is kept outlives this window. */
  readonly lasting: boolean;
  /** Keeps the study; resolves when it is safely written. Rejects with the browser's error, or one of `storage-errors.ts`. */
  save(study: Study): Promise<Date>;
  /** The newest readable state of a study, or nothing. */
  load(id: string): Promise<Study | undefined>;
  /** The studies of this device, newest first, 20 at most. */
  recent(): Promise<readonly RecentStudy[]>;
  /** Forgets a study with all its states. */
  remove(id: string): Promise<void>;

  /** The states one can go back to, versions among them, newest first. */
  history(id: string): Promise<readonly RestorePoint[]>;
  /** The study as it was; nothing when it cannot be read. */
  restore(number: number): Promise<Study | undefined>;
  /** Keeps a state as a version; `at` is when it was made, now by default. */
  keepVersion(study: Study, details: VersionDetails, at?: Date): Promise<RestorePoint>;
  /** Says something else of a state: makes it a version, or an unnamed restore point without `details`. */
  describeVersion(number: number, details: VersionDetails | undefined): Promise<void>;

  /** Keeps the file a study is saved to, so that saving again needs no question; nothing where browsers have no handles. */
  rememberFile(id: string, place: FilePlace): Promise<void>;
  fileOf(id: string): Promise<FilePlace | undefined>;
  /** Keeps a document as it came from disk, byte for byte. */
  keepOriginal(original: Original): Promise<void>;
  originalOf(design: string): Promise<Original | undefined>;
}

/** The versions of a study, oldest first, as they go into a file. */
export async function versionsOf(store: StudyStore, id: string): Promise<readonly Version[]> {
  const versions: Version[] = [];
  for (const { number, savedAt, version } of await store.history(id)) {
    const study = version && (await store.restore(number));
    if (study) versions.unshift({ ...version, at: savedAt, study });
  }
  return versions;
}
