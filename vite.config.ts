import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { hotPath } from './test/config/hot-path/plugin.ts';

/** Builds `sw.js` and tells it every file of the site and a name that changes when one of them does. */
const precache: Plugin = {
  name: 'precache',
  apply: 'build',
  enforce: 'post',
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'src/offline/service-worker.ts', fileName: 'sw.js' });
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const { ['sw.js']: worker, ...site } = bundle;
      if (worker?.type !== 'chunk') this.error('no sw.js in the bundle');
      const built = Object.values(site).map(
        (file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const,
      );
      const served = readdirSync('public').map((name) => [name, readFileSync(`public/${name}`)] as const);
      const hash = createHash('sha256').update(worker.code);
      for (const [name, content] of [...built, ...served]) hash.update(name).update(content);
      const names = [...built, ...served].map(([name]) => (name === 'index.html' ? './' : name)).sort();
      const list = JSON.stringify({ version: hash.digest('hex').slice(0, 12), files: names });
      worker.code = worker.code.replace('__PRECACHE__', () => list);
    },
  },
};

export default defineConfig({
  base: './', // static files from any sub-path
  plugins: [precache],
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'bpmn',
              test: /node_modules[\\/](bpmn-|diagram-js|moddle|didi|min-d|tiny-svg|saxen|path-intersection|ids|object-refs|component-event|clsx|htm|preact|@bpmn-io)/,
            },
            { name: 'ui', test: /node_modules[\\/](@awesome\.me|@floating-ui|composed-offset|@ctrl)/ },
            { name: 'lit', test: /node_modules[\\/](@lit|lit|lit-html|lit-element)[\\/]/ },
          ],
        },
      },
    },
  },
  // The engine's tables are constants: written as `var` they would be looked up anew at every access, three times slower.
  worker: { format: 'es', plugins: () => [hotPath()], rolldownOptions: { output: { topLevelVar: false } } },
  // What only the worker imports must be known early, or the dev server reloads the page at the first run.
  optimizeDeps: { entries: ['index.html', 'simulation/worker.ts'] },
});
