/** Prosimos: a JSON file beside the process. */
import { isProsimos, PROSIMOS_FORMAT, readProsimos } from '../dialects/prosimos/read.ts';
import type { Importer } from './importer.ts';

export const prosimos: Importer = {
  id: 'prosimos',
  format: PROSIMOS_FORMAT,
  recognises: ({ json }) => isProsimos(json),
  parametersOf: (contents) => ({
    format: PROSIMOS_FORMAT,
    files: contents.map(({ file }) => file.name),
    read: ({ directory }) => contents.map(({ json }) => readProsimos(json, directory)),
  }),
};
