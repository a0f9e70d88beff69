/** The command that hands parameters to other simulators: load, write, and say what was lost on the way. */
import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { issue } from '#simulation';
import { foreignBlocks } from '../bpmn/index.ts';
import { dialectWriters, type WrittenFile } from '../dialects/index.ts';
import type { ConvertOptions } from './convert-options.ts';
import { issueLine } from './issue-line.ts';
import { loadStudy } from './load-study.ts';
import { UnusableInput } from './unusable-input.ts';

export interface ConvertSurroundings {
  /** Folder that relative paths start from. */
  readonly folder: string;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Writes the files, names them on standard output, and reports on standard error; answers the exit code. Throws `UnusableInput`. */
export async function convertFiles(
  { files, to, out, scenario }: ConvertOptions,
  { folder, stdout, stderr }: ConvertSurroundings,
): Promise<number> {
  const writer = dialectWriters.find(({ id }) => id === to);
  if (!writer) throw new Error(`no format <${to}>`);
  const [file = '', ...beside] = files;
  const choice = { file, beside, ...(scenario === undefined ? {} : { scenario }), overrides: {} };
  const { study, xml, issues } = await loadStudy(choice, folder);
  const written = await writer.write({ xml, ...study });
  const paths = written.files.map((found) => ({ found, path: pathOf(out, found) }));
  for (const { path } of paths) refuseInput(path, files, folder);
  for (const { found, path } of paths) writeDialect(path, found, folder);
  for (const found of [...issues, ...written.issues]) stderr.write(`${issueLine(found)}\n`);
  stdout.write(paths.map(({ path }) => `${path}\n`).join(''));
  return 0;
}

/** The main file bears the name that was given; companions are called after it. */
const pathOf = (out: string, { suffix }: WrittenFile): string =>
  suffix.startsWith('.') ? out : `${out.slice(0, out.length - extname(basename(out)).length)}${suffix}`;

/** Nobody means to lose what was read. Throws `UnusableInput`. */
export function refuseInput(path: string, inputs: readonly string[], folder: string): void {
  const full = resolve(folder, path);
  const read = inputs.map((input) => realpathSync(resolve(folder, input)));
  if (existsSync(full) && read.includes(realpathSync(full)))
    throw new UnusableInput(issue('error', 'convert-onto-itself', undefined, { file: path }));
}

/** Writes one file of a dialect; `path` as the user named it. Throws `UnusableInput`. */
export function writeDialect(path: string, found: WrittenFile, folder: string): void {
  writeText(resolve(folder, path), path, textFor(path, found));
}

/** BPSim may also stand alone, in a file of its own kind. */
function textFor(path: string, { text }: WrittenFile): string {
  if (!/\.bpsim$/i.test(path)) return text;
  const blocks = foreignBlocks(text, (namespace, name) => name === 'BPSimData' && namespace.includes('bpsim.org'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${blocks[0]?.xml ?? ''}\n`;
}

function writeText(path: string, given: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UnusableInput(issue('error', 'convert-unwritable', undefined, { file: given, reason }));
  }
}
