/** Restore points and versions in IndexedDB, packed to a tenth of their size. */
import { sha256 } from '#simulation';
import { deflate, inflate } from './compress.ts';
import type { Database, PackedPoint, State } from './database.ts';
import { describedAs, newestFirst, pointOf, thinned, type RestorePoint, type VersionDetails } from './history.ts';
import { isStudy } from './study-schema.ts';
import type { Study } from './study.ts';

/** More than any study that can be opened. */
const MAX_BYTES = 200 * 1024 * 1024;

export class IdbHistory {
  constructor(private readonly database: Database) {}

  async list(study: string): Promise<readonly RestorePoint[]> {
    const points = await (await this.database.reading()).getAllFromIndex('points', 'study', study);
    return points.map((point) => pointOf(point)).sort(newestFirst);
  }

  /** The study as it was; nothing when it is damaged. */
  async read(number: number): Promise<Study | undefined> {
    const point = await (await this.database.reading()).get('points', number);
    if (!point || sha256(point.packed) !== point.sha256) return undefined;
    const study: unknown = JSON.parse(await inflate(point.packed, MAX_BYTES));
    return isStudy(study) ? study : undefined;
  }

  async put(state: State, version: VersionDetails | undefined): Promise<RestorePoint> {
    const point = await packed(state, version);
    await this.database.write((connection) => connection.put('points', point));
    return pointOf(point);
  }

  /** Makes a restore point of a state, in its place, unless it is one already. */
  async move(state: State): Promise<void> {
    const point = await packed(state, undefined);
    await this.database.write(async (connection) => {
      const moving = connection.transaction(['states', 'points'], 'readwrite');
      const points = moving.objectStore('points');
      if (!(await points.getKey(state.number))) await points.put(point);
      await moving.objectStore('states').delete(state.number);
      await moving.done;
    });
  }

  async describe(number: number, version: VersionDetails | undefined): Promise<void> {
    await this.database.write(async (connection) => {
      const changing = connection.transaction('points', 'readwrite');
      const point = await changing.store.get(number);
      if (point) {
        const { packed, sha256, studyId } = point;
        await changing.store.put({ ...describedAs(point, version), studyId, packed, sha256 });
      }
      await changing.done;
    });
  }

  /** Gives up the points that are too many. */
  async thin(study: string): Promise<void> {
    const gone = thinned(await this.list(study), new Date());
    if (gone.length === 0) return;
    await this.database.write(async (connection) => {
      const thinning = connection.transaction('points', 'readwrite');
      await Promise.all([...gone.map((number) => thinning.store.delete(number)), thinning.done]);
    });
  }
}

async function packed(state: State, version: VersionDetails | undefined): Promise<PackedPoint> {
  const bytes = await deflate(JSON.stringify(state.study));
  return {
    number: state.number,
    studyId: state.studyId,
    savedAt: state.savedAt,
    designs: state.study.designs.length,
    packed: bytes,
    sha256: sha256(bytes),
    ...(version ? { version } : {}),
  };
}
