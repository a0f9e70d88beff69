/** Builds the engine once per test run: tests then simulate at the speed of the product, not of a module transformer. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { hotPath } from '../config/hot-path/plugin.ts';

/** One folder per run, so that runs side by side do not disturb each other. */
const folder = path.resolve(`node_modules/.cache/test-engine-${process.pid}`);
export const ENGINE_BUNDLE = path.join(folder, 'engine.mjs');

export default async function setup(): Promise<() => void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [hotPath()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      sourcemap: 'inline',
      copyPublicDir: false,
      rolldownOptions: {
        input: { engine: 'simulation/index.ts' },
        output: { format: 'es', topLevelVar: false, entryFileNames: '[name].mjs' },
      },
    },
  });
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
