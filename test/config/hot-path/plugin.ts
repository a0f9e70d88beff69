import type { Plugin } from 'vite';
import functions from './functions.json' with { type: 'json' };
import { inlineCalls } from './inline.ts';

/**
 * Builds the small functions of the kernel's hot path into each other, in every bundle that holds the kernel: those of
 * `functions.json`, by file of `simulation/`, which `test/bench/hot-path.mjs` measures.
 */
export function hotPath(): Plugin {
  return {
    name: 'hot-path',
    renderChunk(code, { modules }) {
      const codeOf = (file: string) =>
        Object.entries(modules).find(([id]) => id.endsWith(`/simulation/${file}`))?.[1].code;
      // What only borrows from the engine has parts of the kernel, too.
      if (!codeOf('kernel/engine.ts')) return null;
      const places = Object.entries(functions).map(([file, names]) => {
        const own = codeOf(file);
        const start = own ? code.indexOf(own) : -1;
        if (!own || start === -1) return this.error(`simulation/${file} is not in the bundle with the kernel`);
        return { file, left: new Set(names), start, end: start + own.length };
      });
      const inlined = inlineCalls(code, (name, position) => {
        const place = places.find(({ start, end }) => position >= start && position < end);
        // The bundler tells functions of one name apart by a number.
        return place?.left.delete(name.replace(/\$\d+$/, '')) ?? false;
      });
      for (const { file, left } of places)
        for (const name of left)
          this.error(`no function <${name}> in simulation/${file}: see test/config/hot-path/functions.json`);
      // Lines of the sources are scattered: better no map than one that points to wrong places.
      return { code: inlined, map: { mappings: '' } };
    },
  };
}
