import { defineConfig } from 'vite';

export default defineConfig({
  base: './', // static files from any sub-path
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
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false } } },
  // What only the worker imports must be known early, or the dev server reloads the page at the first run.
  optimizeDeps: { entries: ['index.html', 'simulation/worker.ts'] },
});
