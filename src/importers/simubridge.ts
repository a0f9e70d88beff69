/** SimuBridge: one JSON file with diagrams and parameters. */
import { diagramsIn, isSimuBridge, readSimuBridge, SIMUBRIDGE_FORMAT } from '../dialects/simubridge/read.ts';
import type { Importer } from './importer.ts';

export const simubridge: Importer = {
  id: 'simubridge',
  format: SIMUBRIDGE_FORMAT,
  recognises: ({ json }) => isSimuBridge(json),
  diagramsOf: ({ json, file }) =>
    diagramsIn(json).map((diagram) => ({
      name: diagram.name,
      xml: diagram.xml,
      parameters: {
        format: SIMUBRIDGE_FORMAT,
        files: [file.name],
        read: ({ directory }) => [readSimuBridge(json, diagram, directory)],
      },
    })),
};
