/** Studies kept in this browser (IndexedDB): each save writes a new state beside the earlier ones and reads it back. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FilePlace } from './files.ts';
import { sketch, type Sketch } from './sketch.ts';
import type { Study } from './study.ts';
import { isStudy } from './study-schema.ts';

/** What the start page shows of a study. */
export interface RecentStudy {
  readonly id: string;
  readonly name: string;
  readonly savedAt: Date;
  readonly designs: number;
  readonly fileName?: string;
  readonly sketch: Sketch;
}

export interface StudyStore {
  /** Keeps the study; resolves when it is safely written. Rejects with the browser's error (quota, closed …). */
  save(study: Study): Promise<Date>;
  /** The newest readable state of a study, or nothing. */
  load(id: string): Promise<Study | undefined>;
  /** The studies of this device, newest first, 20 at most. */
  recent(): Promise<readonly RecentStudy[]>;
  /** Forgets a study with all its states. */
  remove(id: string): Promise<void>;
  /** Keeps the file a study is saved to, so that saving again needs no question; nothing where browsers have no handles. */
  rememberFile(id: string, place: FilePlace): Promise<void>;
  fileOf(id: string): Promise<FilePlace | undefined>;
  /** Keeps a document as it came from disk, byte for byte. */
  keepOriginal(original: Original): Promise<void>;
  originalOf(design: string): Promise<Original | undefined>;
}

/** A file as it was opened, before any repair. */
export interface Original {
  readonly design: string;
  readonly study: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Earlier states kept beside the current one, against a record that cannot be read back. */
const KEPT_STATES = 3;
const RECENT = 20;
/** Some browsers never answer the first open of a session (WebKit 226547). */
const OPEN_TIMEOUT_MS = 3000;

interface Schema extends DBSchema {
  states: { key: number; value: State; indexes: { study: string } };
  studies: { key: string; value: Pointer };
  files: { key: string; value: FilePlace };
  originals: { key: string; value: Original; indexes: { study: string } };
}

interface State {
  readonly number: number;
  readonly studyId: string;
  readonly savedAt: Date;
  readonly study: Study;
}

interface Pointer extends RecentStudy {
  /** Number of the current state. */
  readonly state: number;
}

/** Opens the store; rejects when this browser has none or does not answer. */
export async function openStudyStore(name = 'preflight'): Promise<StudyStore> {
  const opening = openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('states', { keyPath: 'number' }).createIndex('study', 'studyId');
      db.createObjectStore('studies', { keyPath: 'id' });
      db.createObjectStore('files');
      db.createObjectStore('originals', { keyPath: 'design' }).createIndex('study', 'study');
    },
    // A newer version of the app in another tab must be able to upgrade.
    blocking: (_version, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error('IndexedDB does not answer'));
    }, OPEN_TIMEOUT_MS);
  });
  return new IdbStudyStore(await Promise.race([opening, late]));
}

class IdbStudyStore implements StudyStore {
  private lastNumber = 0;

  constructor(private readonly db: IDBPDatabase<Schema>) {}

  async save(study: Study): Promise<Date> {
    const savedAt = new Date();
    const number = this.nextNumber();
    const active = study.designs.find((d) => d.id === study.activeDesign) ?? study.designs[0];
    // One transaction, asked for without a pause and committed at once: it still succeeds while the page is being left.
    const saving = this.db.transaction(['states', 'studies'], 'readwrite', { durability: 'strict' });
    const written = Promise.all([
      saving.objectStore('states').put({ number, studyId: study.id, savedAt, study }),
      saving.objectStore('studies').put({
        id: study.id,
        name: study.name,
        savedAt,
        designs: study.designs.length,
        ...(study.fileName ? { fileName: study.fileName } : {}),
        sketch: sketch(active?.xml ?? ''),
        state: number,
      }),
      saving.done,
    ]);
    saving.commit();
    await written;
    await this.verify(number, study);
    await this.prune(study.id);
    return savedAt;
  }

  /** Reads a state back before anybody relies on it. */
  private async verify(number: number, study: Study): Promise<void> {
    const state = await this.db.get('states', number);
    const intact = study.designs.every((design, i) => state?.study.designs[i]?.xml === design.xml);
    if (!intact) throw new Error(`state <${number}> was not written as given`);
  }

  private async prune(id: string): Promise<void> {
    const pruning = this.db.transaction('states', 'readwrite');
    const numbers = await pruning.store.index('study').getAllKeys(id);
    for (const old of numbers.slice(0, -KEPT_STATES)) await pruning.store.delete(old);
    await pruning.done;
  }

  /** States are numbered by the clock, but never backwards within a window. */
  private nextNumber(): number {
    this.lastNumber = Math.max(Date.now(), this.lastNumber + 1);
    return this.lastNumber;
  }

  async load(id: string): Promise<Study | undefined> {
    const pointer = await this.db.get('studies', id);
    const states = await this.db.getAllFromIndex('states', 'study', id);
    const newest = states.sort((a, b) => b.number - a.number);
    const candidates = [...newest.filter((s) => s.number === pointer?.state), ...newest];
    return candidates.map((s) => s.study).find(isStudy);
  }

  async recent(): Promise<readonly RecentStudy[]> {
    const all = await this.db.getAll('studies');
    return all.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime()).slice(0, RECENT);
  }

  async remove(id: string): Promise<void> {
    const removing = this.db.transaction(['states', 'studies', 'files', 'originals'], 'readwrite');
    await removing.objectStore('studies').delete(id);
    await removing.objectStore('files').delete(id);
    const states = removing.objectStore('states');
    for (const key of await states.index('study').getAllKeys(id)) await states.delete(key);
    const originals = removing.objectStore('originals');
    for (const key of await originals.index('study').getAllKeys(id)) await originals.delete(key);
    await removing.done;
  }

  async rememberFile(id: string, place: FilePlace): Promise<void> {
    await this.db.put('files', place, id);
  }

  fileOf(id: string): Promise<FilePlace | undefined> {
    return this.db.get('files', id);
  }

  async keepOriginal(original: Original): Promise<void> {
    await this.db.put('originals', original);
  }

  originalOf(design: string): Promise<Original | undefined> {
    return this.db.get('originals', design);
  }
}
