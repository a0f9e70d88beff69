// @ts-check
/** Starts the command line. The program is built when its sources are newer than the last build, so a second start is fast. */
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist-cli');
const CONFIG = join(ROOT, 'test/config/vite.cli.config.ts');

const [command, ...args] = process.argv.slice(2);
if (!['simulate', 'compare', 'sweep', 'staff', 'convert'].includes(command ?? ''))
  throw new Error(`no command <${command}>`);
if (!isFresh()) await build();
/** @type {{ main(command: string, args: string[], terminal: import('./main.ts').Terminal): Promise<number> }} */
const { main } = await import(pathToFileURL(join(BUILT, 'cli.js')).href);
const { stdout, stderr } = process;
// A reader that has seen enough (`| head`) closes the pipe.
stdout.on('error', () => process.exit());
process.exitCode = await main(command ?? '', args, {
  folder: userFolder(),
  stdout,
  stderr,
  onInterrupt: (action) => {
    process.once('SIGINT', action);
  },
});

/** npm changes to the project's folder and tells where the user was. */
function userFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === command && folder ? resolve(folder) : process.cwd();
}

function isFresh() {
  const entry = join(BUILT, 'cli.js');
  if (!existsSync(entry) || !existsSync(join(BUILT, 'worker.js'))) return false;
  const built = statSync(entry).mtimeMs;
  const sources = ['src', 'simulation', 'test/config'].flatMap((folder) => [
    join(ROOT, folder),
    ...readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map((e) => join(e.path, e.name)),
  ]);
  // Folders count too: a file that was removed leaves no other trace.
  return [join(ROOT, 'package-lock.json'), ...sources].every((path) => modified(path) <= built);
}

/** @param {string} path */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Builds beside the old program and swaps the two, so that commands started at the same time do not meet half a program. */
async function build() {
  const started = new Date();
  const fresh = `${BUILT}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    const vite = await import('vite');
    await vite.build({ root: ROOT, configFile: CONFIG, logLevel: 'error', build: { outDir: fresh } });
    // Sources changed during the build must count as newer.
    utimesSync(join(fresh, 'cli.js'), started, started);
    try {
      if (existsSync(BUILT)) renameSync(BUILT, old);
      renameSync(fresh, BUILT);
    } catch (error) {
      // Another command was faster; its program is as good as ours.
      if (!existsSync(join(BUILT, 'cli.js'))) throw error;
    }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    process.stderr.write(missing ? 'The packages are not installed. Run: npm ci\n' : `${String(error)}\n`);
    process.exit(1);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
