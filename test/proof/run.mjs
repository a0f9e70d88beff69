// @ts-check
/** Builds a proof as the command line is built, and runs it: an experiment too slow for every test run, `node test/proof/run.mjs soak 10`. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const name = process.argv[2] ?? 'interval-coverage';
const folder = path.resolve(`node_modules/.cache/proof-${process.pid}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  configFile: path.resolve('test/config/vite.cli.config.ts'),
  logLevel: 'warn',
  build: {
    outDir: folder,
    sourcemap: false,
    rolldownOptions: {
      input: { [name]: `test/proof/${name}.ts` },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
await import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
