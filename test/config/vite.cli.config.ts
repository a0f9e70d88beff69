import { defineConfig } from 'vite';
import { hotPath } from './hot-path/plugin.ts';

/** The command line and the same worker the page uses, built for Node. */
export default defineConfig({
  plugins: [hotPath()],
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist-cli',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: { cli: 'src/cli/main.ts', worker: 'simulation/worker.ts' },
      // Constants must stay `const`: see vite.config.ts.
      output: { format: 'es', topLevelVar: false, entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: true, external: ['web-worker'] },
});
