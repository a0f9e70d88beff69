// @ts-check
/** Builds the benchmark as the command line is built and runs it in a process of its own, so that the memory and threads of the build tools disturb nothing. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, so that packages are found; git ignores it by its name.
const BUILT = join(ROOT, `dist-cli-bench-${process.pid}`);

process.on('exit', () => rmSync(BUILT, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
await build({
  root: ROOT,
  configFile: join(ROOT, 'test/config/vite.cli.config.ts'),
  logLevel: 'error',
  build: { outDir: BUILT, rolldownOptions: { input: { bench: 'test/bench/main.ts', worker: 'simulation/worker.ts' } } },
});
const { status } = spawnSync(process.execPath, [join(BUILT, 'bench.js'), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
