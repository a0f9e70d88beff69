/** The IndexedDB database of studies: its stores, how older ones are brought up to date, and how to reach it. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { FilePlace } from './files.ts';
import type { VersionDetails } from './history.ts';
import { NewerStorageError } from './storage-errors.ts';
import type { Original, RecentStudy } from './study-store.ts';
import type { Study } from './study.ts';

/** Raise it with every change of the stores, write the step into `upgrade`, and keep a database of the version before as a fixture. */
const VERSION = 2;
/** Some browsers never answer the first open of a session (WebKit 226547): how often to look, in ms, and how many times. */
const LOOK_MS = 250;
const LOOKS = 16;

export interface Schema extends DBSchema {
  /** The last few states of each study, whole. */
  states: { key: number; value: State; indexes: { study: string } };
  studies: { key: string; value: Pointer };
  files: { key: string; value: FilePlace };
  originals: { key: string; value: Original; indexes: { study: string } };
  /** Older states and named versions, packed. */
  points: { key: number; value: PackedPoint; indexes: { study: string } };
}

export interface State {
  readonly number: number;
  readonly studyId: string;
  readonly savedAt: Date;
  readonly study: Study;
  /** Of the documents; absent in states of the first version. */
  readonly sha256?: string;
}

export interface Pointer extends RecentStudy {
  /** Number of the current state. */
  readonly state: number;
}

export interface PackedPoint {
  readonly number: number;
  readonly studyId: string;
  readonly savedAt: Date;
  readonly designs: number;
  /** The study as JSON, deflated. */
  readonly packed: Uint8Array;
  /** Of `packed`. */
  readonly sha256: string;
  readonly version?: VersionDetails;
}

export type Connection = IDBPDatabase<Schema>;

export class Database {
  /** A newer version of the app owns the storage. */
  private newer = false;
  private open = true;

  private constructor(
    private readonly name: string,
    private connection: Connection | undefined,
  ) {}

  /** Opens the database, bringing an older one up to date. Rejects when this browser has none or does not answer. */
  static async open(name: string): Promise<Database> {
    const database = new Database(name, undefined);
    await database.connect();
    return database;
  }

  /** For reading; opened anew when the browser closed it. */
  async reading(): Promise<Connection> {
    return this.connection && this.open ? this.connection : this.connect();
  }

  /** For writing, at once. Throws when it is closed or belongs to a newer version of the app. */
  writing(): Connection {
    if (this.newer) throw new NewerStorageError();
    if (!this.connection || !this.open) throw new DOMException('closed', 'InvalidStateError');
    return this.connection;
  }

  /** Writes with `work`; once more with a new connection if the browser had closed the old one. */
  async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await work(this.writing());
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      await this.connect();
      return work(this.writing());
    }
  }

  private async connect(): Promise<Connection> {
    let looks = 0;
    let looking: ReturnType<typeof setInterval> | undefined;
    const never = new Promise<never>((_, reject) => {
      // Looks are counted, not time: where the page comes to look late, the answer comes late as well.
      looking = setInterval(() => {
        if (++looks === LOOKS) reject(new Error('IndexedDB does not answer'));
      }, LOOK_MS);
    });
    try {
      this.connection = await Promise.race([this.openNewest(), never]);
    } finally {
      clearInterval(looking);
    }
    this.open = true;
    return this.connection;
  }

  private async openNewest(): Promise<Connection> {
    const closed = (): void => {
      this.open = false;
    };
    // A newer version of the app in another tab must be able to upgrade.
    const blocking = (_version: number, _blocked: number | null, event: IDBVersionChangeEvent): void => {
      this.newer = true;
      if (event.target instanceof IDBDatabase) event.target.close();
      closed();
    };
    try {
      return await openDB<Schema>(this.name, VERSION, { upgrade, blocking, terminated: closed });
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'VersionError') throw error;
      this.newer = true;
      return openDB<Schema>(this.name, undefined, { blocking, terminated: closed });
    }
  }
}

function upgrade(db: Connection, from: number): void {
  if (from < 1) {
    db.createObjectStore('states', { keyPath: 'number' }).createIndex('study', 'studyId');
    db.createObjectStore('studies', { keyPath: 'id' });
    db.createObjectStore('files');
    db.createObjectStore('originals', { keyPath: 'design' }).createIndex('study', 'study');
  }
  if (from < 2) db.createObjectStore('points', { keyPath: 'number' }).createIndex('study', 'studyId');
}
