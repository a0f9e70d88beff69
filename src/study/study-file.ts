/** The `.preflight` file: a zip of a study's .bpmn documents, its versions, and a `study.json` that names and orders them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { issue, type Issue } from '#simulation';
import { isRefusal, prepareDocument } from '../bpmn/index.ts';
import type { Prepare } from '../opening/preparer.ts';
import { MAX_FILE_BYTES } from './files.ts';
import type { VersionDetails } from './history.ts';
import { ManifestSchema, type Manifest } from './study-schema.ts';
import { showable, type StoryStep } from './story.ts';
import { createDesign, createStudy, type Design, type Study } from './study.ts';

/** The version this code writes; files of later versions are refused rather than half understood. */
export const STUDY_FILE_VERSION = 1;

const MANIFEST = 'study.json';
const DOCUMENT = /^designs\/[^/\\]{1,120}\.bpmn$/;
const VERSION = /^versions\/\d{1,3}\.preflight$/;
/** Everything unpacked, in bytes. */
const MAX_UNPACKED = 60 * 1024 * 1024;
const MAX_ENTRIES = 200;

/** A named version as it lies in a study file: `bytes` is a study file of its own. */
export interface PackedVersion extends VersionDetails {
  readonly at: Date;
  readonly bytes: Uint8Array;
}

/** Packs a study with its versions, oldest first. The same study gives the same bytes. */
export function packStudy(study: Study, versions: readonly PackedVersion[] = []): Uint8Array {
  const files = study.designs.map((_, i) => `designs/${i + 1}.bpmn`);
  const manifest: Manifest = {
    format: 'preflight-study',
    version: STUDY_FILE_VERSION,
    name: study.name,
    activeDesign: Math.max(
      0,
      study.designs.findIndex((d) => d.id === study.activeDesign),
    ),
    designs: study.designs.map((design, i) => ({
      name: design.name,
      file: files[i] ?? '',
      id: design.id,
      ...(design.activeScenario ? { activeScenario: design.activeScenario } : {}),
      ...(design.notes ? { notes: [...design.notes] } : {}),
    })),
    ...packTwins(study),
    ...(study.story ? { story: storyInFile(showable(study.story, study.designs), study.designs) } : {}),
    ...(versions.length > 0
      ? {
          versions: versions.map(({ name, note, reviewer, at }, i) => ({
            name,
            note,
            reviewer,
            at: at.toISOString(),
            file: versionFile(i),
          })),
        }
      : {}),
  };
  const entries = new Map<string, Uint8Array>([[MANIFEST, strToU8(JSON.stringify(manifest, null, 2))]]);
  study.designs.forEach((design, i) => entries.set(files[i] ?? '', strToU8(design.xml)));
  versions.forEach(({ bytes }, i) => entries.set(versionFile(i), bytes));
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}

const versionFile = (i: number): string => `versions/${i + 1}.preflight`;

/** Ids of designs are made anew when a file is opened, so decisions go by the place of designs. */
function packTwins({ designs, twins = [] }: Study): Pick<Manifest, 'twins'> {
  const placeOf = (id: string): number => designs.findIndex((design) => design.id === id);
  const packed = twins
    .map(({ from, to, decisions }) => ({ from: placeOf(from), to: placeOf(to), decisions }))
    .filter(({ from, to }) => from >= 0 && to >= 0);
  return packed.length > 0 ? { twins: packed } : {};
}

/** What a `.preflight` file holds; without `study` the last issue says why not. */
export interface UnpackedStudy {
  readonly study?: Study;
  /** Its versions, oldest first, still packed. */
  readonly versions?: readonly PackedVersion[];
  readonly issues: readonly Issue[];
}

/** Whether the bytes begin like a zip. */
export const looksZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** What the study files of one archive share. */
export interface Unpacking {
  /** Ids that designs got in place of those in the file, by these: a design stays the same in all versions. */
  readonly ids: Map<string, string>;
  /** Bytes that may still be unpacked. */
  readonly room: { bytes: number };
}

export const newUnpacking = (): Unpacking => ({ ids: new Map(), room: { bytes: MAX_UNPACKED } });

/** Unpacks a study; any input is an answer, nothing throws. */
export async function unpackStudy(
  bytes: Uint8Array,
  fileName: string,
  prepare: Prepare = prepareDocument,
  { ids, room }: Unpacking = newUnpacking(),
): Promise<UnpackedStudy> {
  const refuse = (code: string, values = {}): UnpackedStudy => ({
    issues: [issue('error', code, undefined, { file: fileName, ...values })],
  });
  if (bytes.length > MAX_FILE_BYTES) return refuse('study-too-large');
  const entries = unzip(bytes, room);
  if (entries === 'broken') return refuse('study-broken');
  if (entries === 'too-large') return refuse('study-too-large');
  const manifest = readManifest(entries.get(MANIFEST));
  if (manifest === 'newer') return refuse('study-newer');
  if (!manifest) return refuse('study-not-ours');

  const issues: Issue[] = [];
  const designs: Design[] = [];
  const byPlace = new Map<number, string>();
  let active: Design | undefined;
  for (const [i, { name, file, id, activeScenario, notes }] of manifest.designs.entries()) {
    const document = entries.get(file);
    const opened = document && (await prepare(document, file));
    if (!opened || isRefusal(opened)) {
      issues.push(issue('warning', 'study-design-missing', { id: name }, { file: fileName }));
      continue;
    }
    issues.push(...opened.reading);
    const created = createDesign(name, opened.text);
    const known = id === undefined || designs.some((other) => other.id === ids.get(id)) ? undefined : ids.get(id);
    if (id !== undefined && known === undefined) ids.set(id, created.id);
    const design = {
      ...created,
      id: known ?? created.id,
      ...(activeScenario ? { activeScenario } : {}),
      ...(notes ? { notes } : {}),
    };
    designs.push(design);
    byPlace.set(i, design.id);
    if (i === manifest.activeDesign) active = design;
  }
  if (designs.length === 0) return { issues: [...issues, ...refuse('study-without-designs').issues] };
  const twins = (manifest.twins ?? []).flatMap(({ from, to, decisions }) => {
    const [a, b] = [byPlace.get(from), byPlace.get(to)];
    return a !== undefined && b !== undefined ? [{ from: a, to: b, decisions }] : [];
  });
  const story = storyInStudy(manifest.story ?? [], byPlace);
  const study = {
    ...createStudy(manifest.name, designs, fileName),
    ...(twins.length > 0 ? { twins } : {}),
    ...(story.length > 0 ? { story } : {}),
  };
  const versions = (manifest.versions ?? []).flatMap(({ at, file, ...details }) => {
    const packed = entries.get(file);
    return packed ? [{ ...details, at: new Date(at), bytes: packed }] : [];
  });
  return { study: active ? { ...study, activeDesign: active.id } : study, versions, issues };
}

/** In a file designs are known by their number. */
const storyInFile = (story: readonly StoryStep[], designs: readonly Design[]): NonNullable<Manifest['story']> =>
  story.map((step) => ({
    ...step,
    designs: step.designs.map((id) => designs.findIndex((design) => design.id === id)),
  }));

/** Steps that show a design which is missing are left out. */
const storyInStudy = (
  story: NonNullable<Manifest['story']>,
  designs: ReadonlyMap<number, string>,
): readonly StoryStep[] =>
  story.flatMap((step) => {
    const ids = step.designs.map((number) => designs.get(number));
    return ids.every((id) => id !== undefined) ? [{ ...step, designs: ids }] : [];
  });

/** Only entries with names of our own are unpacked, so a name can neither escape nor pollute anything. */
function unzip(bytes: Uint8Array, room: Unpacking['room']): ReadonlyMap<string, Uint8Array> | 'broken' | 'too-large' {
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== MANIFEST && !DOCUMENT.test(name) && !VERSION.test(name)) return false;
        room.bytes -= originalSize;
        count++;
        if (room.bytes < 0 || count > MAX_ENTRIES) throw new RangeError('too large');
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch {
    return room.bytes < 0 || count > MAX_ENTRIES ? 'too-large' : 'broken';
  }
}

function readManifest(bytes: Uint8Array | undefined): Manifest | 'newer' | undefined {
  if (!bytes) return undefined;
  try {
    const parsed = v.safeParse(ManifestSchema, JSON.parse(strFromU8(bytes)));
    if (isNewer(parsed.output)) return 'newer';
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // not JSON
  }
}

/** Later versions may not fit our schema, so they are told apart before it is applied. */
const isNewer = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  'format' in data &&
  data.format === 'preflight-study' &&
  'version' in data &&
  typeof data.version === 'number' &&
  data.version > STUDY_FILE_VERSION;
