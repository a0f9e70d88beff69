/** Studies in IndexedDB: each save writes a new state beside the earlier ones and reads it back; older states become restore points. */
import { sha256 } from '#simulation';
import { Database, type Pointer, type State } from './database.ts';
import type { FilePlace } from './files.ts';
import { newestFirst, type RestorePoint, type VersionDetails } from './history.ts';
import { IdbHistory } from './idb-history.ts';
import { sketch } from './sketch.ts';
import { OtherTabError } from './storage-errors.ts';
import { isStudy } from './study-schema.ts';
import { RECENT_STUDIES, type Original, type RecentStudy, type StudyStore } from './study-store.ts';
import type { Study } from './study.ts';

/** States kept whole beside the current one, against a record that cannot be read back. */
const WHOLE_STATES = 3;

/** Opens the store; rejects when this browser has none or does not answer. */
export async function openIdbStore(name = 'preflight'): Promise<StudyStore> {
  return new IdbStudyStore(await Database.open(name));
}

class IdbStudyStore implements StudyStore {
  readonly lasting = true;
  private readonly points: IdbHistory;
  private lastNumber = 0;
  /** Newest state that this window has read or written, by study. */
  private readonly seen = new Map<string, number>();
  private leaving = false;
  private pruning: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {
    this.points = new IdbHistory(database);
    const left = ({ type }: Event): void => {
      this.leaving = type === 'pagehide' || document.visibilityState === 'hidden';
    };
    window.addEventListener('pagehide', left, { capture: true });
    window.addEventListener('pageshow', left);
    document.addEventListener('visibilitychange', left, { capture: true });
  }

  async save(study: Study): Promise<Date> {
    const savedAt = new Date();
    const number = this.nextNumber(this.seen.get(study.id) ?? 0);
    const state: State = { number, studyId: study.id, savedAt, study, sha256: printOf(study) };
    await this.database.write((connection) => {
      // One transaction, asked for without a pause and committed at once: it still succeeds while the page is being left. Only
      // a page that stays can wait for a look at what another tab may have written.
      const saving = connection.transaction(['states', 'studies'], 'readwrite', { durability: 'strict' });
      const studies = saving.objectStore('studies');
      const put = (): Promise<unknown> => {
        const puts = [saving.objectStore('states').add(state), studies.put(pointerTo(state))];
        saving.commit();
        return Promise.all([...puts, saving.done]);
      };
      if (this.leaving) return put();
      return studies.get(study.id).then((current) => {
        if (!this.isOvertaken(study.id, current)) return put();
        saving.done.catch(() => undefined); // aborted here
        saving.abort();
        throw new OtherTabError();
      });
    });
    this.seen.set(study.id, number);
    await this.verify(state);
    this.pruning = this.pruning.then(() => this.prune(study.id)).catch(() => undefined); // the next save tries again
    return savedAt;
  }

  async load(id: string): Promise<Study | undefined> {
    const db = await this.database.reading();
    const pointer = await db.get('studies', id);
    const states = await db.getAllFromIndex('states', 'study', id);
    const newest = states.sort((a, b) => b.number - a.number);
    const candidates = [...newest.filter((s) => s.number === pointer?.state), ...newest];
    if (pointer) this.seen.set(id, pointer.state);
    const state = candidates.find(isIntact);
    if (state || !pointer) return state?.study;
    const [point] = await this.points.list(id);
    return point && this.points.read(point.number);
  }

  async recent(): Promise<readonly RecentStudy[]> {
    const all = await (await this.database.reading()).getAll('studies');
    return all.sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime()).slice(0, RECENT_STUDIES);
  }

  async remove(id: string): Promise<void> {
    await this.pruning;
    await this.database.write(async (connection) => {
      const removing = connection.transaction(['states', 'studies', 'files', 'originals', 'points'], 'readwrite');
      await removing.objectStore('studies').delete(id);
      await removing.objectStore('files').delete(id);
      for (const name of ['states', 'originals', 'points'] as const) {
        const store = removing.objectStore(name);
        for (const key of await store.index('study').getAllKeys(id)) await store.delete(key);
      }
      await removing.done;
    });
    this.seen.delete(id);
  }

  async history(id: string): Promise<readonly RestorePoint[]> {
    await this.pruning;
    const states = await (await this.database.reading()).getAllFromIndex('states', 'study', id);
    const whole = states.filter(isIntact).map(({ number, savedAt, study }) => ({
      number,
      savedAt,
      designs: study.designs.length,
    }));
    const packed = await this.points.list(id);
    const twice = new Set(packed.map((point) => point.number)); // a state with a name stands in both places for a while
    return [...whole.filter((state) => !twice.has(state.number)), ...packed].sort(newestFirst);
  }

  async restore(number: number): Promise<Study | undefined> {
    await this.pruning;
    const state = await (await this.database.reading()).get('states', number);
    return state && isIntact(state) ? state.study : this.points.read(number);
  }

  async keepVersion(study: Study, details: VersionDetails, at = new Date()): Promise<RestorePoint> {
    const number = this.nextNumber(0);
    return this.points.put({ number, studyId: study.id, savedAt: at, study }, details);
  }

  async describeVersion(number: number, details: VersionDetails | undefined): Promise<void> {
    await this.pruning;
    const state = await (await this.database.reading()).get('states', number);
    if (state && isIntact(state)) await this.points.put(state, details);
    else await this.points.describe(number, details);
  }

  async rememberFile(id: string, place: FilePlace): Promise<void> {
    await this.database.write((connection) => connection.put('files', place, id));
  }

  async fileOf(id: string): Promise<FilePlace | undefined> {
    return (await this.database.reading()).get('files', id);
  }

  async keepOriginal(original: Original): Promise<void> {
    await this.database.write((connection) => connection.put('originals', original));
  }

  async originalOf(design: string): Promise<Original | undefined> {
    return (await this.database.reading()).get('originals', design);
  }

  private isOvertaken(id: string, current: Pointer | undefined): boolean {
    return current !== undefined && current.state > (this.seen.get(id) ?? 0);
  }

  /** Reads a state back before anybody relies on it. */
  private async verify({ number, sha256 }: State): Promise<void> {
    const written = await (await this.database.reading()).get('states', number);
    if (!written || printOf(written.study) !== sha256) throw new Error(`state <${number}> was not written as given`);
  }

  /** Makes restore points of all but the last states. */
  private async prune(id: string): Promise<void> {
    const db = this.database.writing();
    const numbers = await db.getAllKeysFromIndex('states', 'study', id);
    for (const number of numbers.sort((a, b) => a - b).slice(0, -WHOLE_STATES)) {
      const state = await db.get('states', number);
      if (state && isIntact(state)) await this.points.move(state);
      else await db.delete('states', number);
    }
    await this.points.thin(id);
  }

  /**
   * States are numbered by the clock, but never backwards: not within a window, not when the clock was set back. The fraction
   * keeps windows apart that save different studies in the same millisecond.
   */
  private nextNumber(after: number): number {
    this.lastNumber = Math.floor(Math.max(Date.now(), this.lastNumber + 1, after + 1)) + Math.random();
    return this.lastNumber;
  }
}

function pointerTo({ number, savedAt, study }: State): Pointer {
  const active = study.designs.find((d) => d.id === study.activeDesign) ?? study.designs[0];
  return {
    id: study.id,
    name: study.name,
    savedAt,
    designs: study.designs.length,
    ...(study.fileName ? { fileName: study.fileName } : {}),
    sketch: sketch(active?.xml ?? ''),
    state: number,
  };
}

/** Of the documents of a study. */
const printOf = (study: Study): string =>
  sha256(new TextEncoder().encode(study.designs.map((design) => design.xml).join('\0')));

/** Whether a state can be relied on: a study, and its documents as they were written. */
const isIntact = ({ study, sha256 }: State): boolean =>
  isStudy(study) && (sha256 === undefined || printOf(study) === sha256);
