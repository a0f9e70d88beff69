/** From files on disk to one process with its scenarios. Throws `UnusableInput` for everything that is wrong with them. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { issue, type Issue } from '#simulation';
import type { SourceFile } from '../importers/content.ts';
import { openFiles, type OpenedDesign } from '../importers/open-files.ts';
import { UnusableInput } from './unusable-input.ts';

export interface DesignOnDisk {
  readonly design: OpenedDesign;
  /** Of the file that holds the process. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens a process and the files with parameters for it, in any order; paths are relative to `folder`. */
export async function openDesign(paths: readonly string[], folder: string): Promise<DesignOnDisk> {
  const files = paths.map((path): SourceFile => ({
    name: basename(path),
    bytes: readBytes(resolve(folder, path), path),
  }));
  const { designs, parameters, refused } = await openFiles(files);
  const [wrong] = refused;
  if (wrong) throw unusable(wrong.issues);
  const [design, ...more] = designs;
  const [homeless] = parameters;
  if (!design && homeless) {
    const values = { file: homeless.files.join(', '), format: homeless.format };
    throw new UnusableInput(issue('error', 'parameters-without-process', undefined, values));
  }
  if (!design) throw new UnusableInput(issue('error', 'file-without-diagram', undefined, { file: paths.join(', ') }));
  if (more.length > 0)
    throw new UnusableInput(issue('error', 'more-than-one-process', undefined, { files: paths.join(', ') }));
  return { design, name: design.file.name, bytes: design.file.bytes };
}

/** The first error, and how many more there are. */
export function unusable(issues: readonly Issue[]): UnusableInput {
  const errors = issues.filter((i) => i.severity === 'error');
  const [first] = errors;
  if (!first) throw new Error('no error among <' + issues.map((i) => i.code).join(', ') + '>');
  return new UnusableInput(first, errors.length - 1);
}

function readBytes(path: string, given: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const code =
      reason === 'ENOENT' || reason === 'ENOTDIR'
        ? 'file-not-found'
        : reason === 'EISDIR'
          ? 'file-is-folder'
          : 'file-unreadable';
    throw new UnusableInput(issue('error', code, undefined, { file: given, reason }));
  }
}
