/** Studies in the memory of this window, where the browser keeps nothing: everything works, and is gone with the window. */
import type { FilePlace } from './files.ts';
import { describedAs, newestFirst, pointOf, thinned, type RestorePoint, type VersionDetails } from './history.ts';
import { sketch } from './sketch.ts';
import type { Original, RecentStudy, StudyStore } from './study-store.ts';
import type { Study } from './study.ts';

interface Kept extends RestorePoint {
  readonly study: Study;
}

export class MemoryStudyStore implements StudyStore {
  readonly lasting = false;
  private readonly states = new Map<string, readonly Kept[]>();
  /** The last one saved of each study. */
  private readonly current = new Map<string, Kept>();
  private readonly files = new Map<string, FilePlace>();
  private readonly originals = new Map<string, Original>();
  private lastNumber = 0;

  save(study: Study): Promise<Date> {
    const kept = this.put(study, new Date(), undefined);
    this.current.set(study.id, kept);
    return Promise.resolve(kept.savedAt);
  }

  load(id: string): Promise<Study | undefined> {
    return Promise.resolve(this.current.get(id)?.study);
  }

  recent(): Promise<readonly RecentStudy[]> {
    return Promise.resolve(
      [...this.current.values()].sort(newestFirst).map(({ study, savedAt, designs }) => ({
        id: study.id,
        name: study.name,
        savedAt,
        designs,
        ...(study.fileName ? { fileName: study.fileName } : {}),
        sketch: sketch(study.designs[0]?.xml ?? ''),
      })),
    );
  }

  remove(id: string): Promise<void> {
    this.states.delete(id);
    this.current.delete(id);
    this.files.delete(id);
    return Promise.resolve();
  }

  history(id: string): Promise<readonly RestorePoint[]> {
    const points = this.states.get(id) ?? [];
    return Promise.resolve([...points].sort(newestFirst).map((point) => pointOf(point)));
  }

  restore(number: number): Promise<Study | undefined> {
    return Promise.resolve(this.all().find((kept) => kept.number === number)?.study);
  }

  keepVersion(study: Study, details: VersionDetails, at = new Date()): Promise<RestorePoint> {
    return Promise.resolve(this.put(study, at, details));
  }

  describeVersion(number: number, details: VersionDetails | undefined): Promise<void> {
    for (const [id, all] of this.states)
      this.states.set(
        id,
        all.map((kept) => (kept.number === number ? { ...describedAs(kept, details), study: kept.study } : kept)),
      );
    return Promise.resolve();
  }

  rememberFile(id: string, place: FilePlace): Promise<void> {
    this.files.set(id, place);
    return Promise.resolve();
  }

  fileOf(id: string): Promise<FilePlace | undefined> {
    return Promise.resolve(this.files.get(id));
  }

  keepOriginal(original: Original): Promise<void> {
    this.originals.set(original.design, original);
    return Promise.resolve();
  }

  originalOf(design: string): Promise<Original | undefined> {
    return Promise.resolve(this.originals.get(design));
  }

  private put(study: Study, savedAt: Date, version: VersionDetails | undefined): Kept {
    this.lastNumber = Math.max(Date.now(), this.lastNumber + 1);
    const kept: Kept = {
      number: this.lastNumber,
      savedAt,
      designs: study.designs.length,
      ...(version ? { version } : {}),
      study,
    };
    const states = [...(this.states.get(study.id) ?? []), kept];
    const gone = thinned(states, savedAt);
    this.states.set(
      study.id,
      states.filter(({ number }) => !gone.includes(number)),
    );
    return kept;
  }

  private all(): readonly Kept[] {
    return [...this.states.values()].flat();
  }
}
