// @ts-check
/** Builds and runs a proof, a long experiment too slow for every test run: `node test/proof/run.mjs interval-coverage [arguments]`. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const name = process.argv[2] ?? 'interval-coverage';
const folder = path.resolve(`node_modules/.cache/proof-${process.pid}`);
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node20',
    outDir: folder,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: { [name]: `test/proof/${name}.ts` },
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
await import(pathToFileURL(path.join(folder, `${name}.mjs`)).href);
