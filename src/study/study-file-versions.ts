/** The named versions in a `.preflight` file: each is a study file of its own inside it, which unpacks and opens alone as well. */
import { issue, type Issue } from '#simulation';
import type { Prepare } from '../opening/preparer.ts';
import { packStudy, unpackStudy, type PackedVersion } from './study-file.ts';
import type { Version } from './study-store.ts';

/** Packed, all versions together: a file with more could not be opened again. */
const MOST_BYTES = 12 * 1024 * 1024;
const MOST_VERSIONS = 100;
/** Unpacked, all versions together. */
const MOST_UNPACKED = 150 * 1024 * 1024;

/** Packs versions, oldest first, into `room` bytes. Those that find no room are left out, the oldest before others. */
export function packVersions(versions: readonly Version[], room = MOST_BYTES): readonly PackedVersion[] {
  const packed: PackedVersion[] = [];
  let bytes = 0;
  for (const { study, ...details } of versions.slice(-MOST_VERSIONS).reverse()) {
    const version = { ...details, bytes: packStudy(study) };
    bytes += version.bytes.length;
    if (bytes > room) break;
    packed.unshift(version);
  }
  return packed;
}

/** Unpacks the versions of a file; one that cannot be read is left out with a finding. `ids`: those its designs were given. */
export async function unpackVersions(
  versions: readonly PackedVersion[],
  fileName: string,
  prepare: Prepare,
  ids: Map<string, string>,
): Promise<{ readonly versions: readonly Version[]; readonly issues: readonly Issue[] }> {
  const unpacked: Version[] = [];
  const issues: Issue[] = [];
  const room = { bytes: MOST_UNPACKED };
  for (const { bytes, ...details } of versions) {
    const { study } = await unpackStudy(bytes, fileName, prepare, { ids, room });
    if (study) unpacked.push({ ...details, study });
    else issues.push(issue('warning', 'study-version-missing', { id: details.name }, { file: fileName }));
  }
  return { versions: unpacked, issues };
}
