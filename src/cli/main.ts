/** The command line: the same engine from a terminal. `run.mjs` builds and starts it. */
import { availableParallelism } from 'node:os';
import { nodeWorker } from '../runs/node-worker.ts';
import { compareFiles } from './compare.ts';
import { convertFiles } from './convert.ts';
import { readConvertOptions } from './convert-options.ts';
import { help } from './help.ts';
import { issueLine } from './issue-line.ts';
import { speak } from './locale.ts';
import { asksForHelp, languageOf, readOptions } from './options.ts';
import { simulateFile, type Surroundings } from './simulate.ts';
import { staffFile } from './staff.ts';
import { sweepFile } from './sweep.ts';
import { UnusableInput } from './unusable-input.ts';

/** Exit code for input that cannot be used. */
const UNUSABLE = 2;

type Command = (args: readonly string[], cores: number, surroundings: Surroundings) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  simulate: (args, cores, surroundings) => simulateFile(readOptions(args, cores), surroundings),
  compare: compareFiles,
  sweep: sweepFile,
  staff: staffFile,
  convert: (args, _cores, surroundings) => convertFiles(readConvertOptions(args), surroundings),
};

/** What a command is started in: a folder that relative paths start from, streams, and what tells of Ctrl+C. */
export type Terminal = Pick<Surroundings, 'folder' | 'stdout' | 'stderr' | 'onInterrupt'>;

/** Runs the command with the given arguments; answers the exit code. */
export async function main(command: string, args: readonly string[], terminal: Terminal): Promise<number> {
  const run = COMMANDS[command];
  if (!run) throw new Error(`no command <${command}>`);
  const locale = languageOf(args);
  await speak(locale);
  if (asksForHelp(args)) {
    terminal.stdout.write(help(command));
    return 0;
  }
  try {
    return await run(args, availableParallelism(), {
      ...terminal,
      locale,
      createWorker: nodeWorker(new URL('./worker.js', import.meta.url)),
    });
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    terminal.stderr.write(`${issueLine(error.issue, error.more)}\n`);
    return UNUSABLE;
  }
}
