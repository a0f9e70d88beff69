/** Real files of other tools, which are not part of the project: tests that need them skip, and say so, where they are absent. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = process.env.PREFLIGHT_CORPUS ?? path.resolve('../shared/corpus');

/** Whether the folder (of the corpus) is there; says so when it is not. */
export function hasCorpus(folder: string): boolean {
  const there = existsSync(path.join(root, folder));
  if (!there) console.warn(`skipped: no corpus folder ${path.join(root, folder)}`);
  return there;
}

/** Path of a file of the corpus. */
export const corpusPath = (...parts: readonly string[]): string => path.join(root, ...parts);

/** Bytes of a file of the corpus. */
export const corpusFile = (...parts: readonly string[]): Uint8Array => readFileSync(corpusPath(...parts));

/** Paths below a folder whose names match, relative to the corpus. */
export const corpusFiles = (folder: string, name: RegExp): readonly string[] =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => name.test(file))
        .map((file) => path.join(folder, file))
        .sort()
    : [];
