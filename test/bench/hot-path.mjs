// @ts-check
/**
 * Counts how often each function of the engine runs per task on the models of the bench and writes those of the hot path to
 * `test/config/hot-path/functions.json`, by file.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, `dist-cli-bench-${process.pid}`);
/** Calls per task from which on, in any of the models, a function is hot. */
const HOT = 0.3;

process.on('exit', () => rmSync(BUILT, { recursive: true, force: true }));
await build({
  root: ROOT,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '#simulation': join(ROOT, 'simulation/index.ts') } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    outDir: BUILT,
    // Every file its own module, so that calls are counted by file.
    rolldownOptions: {
      input: { bench: 'test/bench/hot-path.ts' },
      output: { format: 'es', preserveModules: true, preserveModulesRoot: ROOT, entryFileNames: '[name].js' },
    },
  },
});
process.chdir(ROOT);
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
const { runs } = await import(pathToFileURL(join(BUILT, 'bench.js')).href);

/** @type {Map<string, Set<string>>} */
const hot = new Map();
await session.post('Profiler.takePreciseCoverage');
for (const run of runs) {
  const tasks = run();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  for (const { url, functions } of result) {
    const file = /\/simulation\/(.*)\.js$/.exec(url)?.[1];
    if (!url.includes(BUILT) || !file) continue;
    const source = readFileSync(join(ROOT, 'simulation', `${file}.ts`), 'utf8');
    for (const { functionName, ranges } of functions) {
      const calls = ranges[0]?.count ?? 0;
      const isOfTopLevel = new RegExp(`^(export )?(function|const) ${functionName}\\b`, 'm').test(source);
      if (calls < HOT * tasks || functionName === '' || !isOfTopLevel) continue;
      const names = hot.get(`${file}.ts`) ?? new Set();
      hot.set(`${file}.ts`, names.add(functionName));
    }
  }
}
session.disconnect();
const sorted = [...hot].sort().map(([file, names]) => [file, [...names].sort()]);
writeFileSync(
  join(ROOT, 'test/config/hot-path/functions.json'),
  `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`,
);
