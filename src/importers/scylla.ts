/** Scylla: two configurations beside the process, or both inside it. */
import { configurationsIn, readScylla } from '../dialects/scylla/read.ts';
import { BSIM, SCYLLA_FORMAT } from '../dialects/scylla/vocabulary.ts';
import type { Content } from './content.ts';
import type { Importer } from './importer.ts';

const isConfiguration = ({ root }: Content): boolean =>
  root?.namespace === BSIM && /^(definitions|globalConfiguration|simulationConfiguration)$/.test(root.localName);

export const scylla: Importer = {
  id: 'scylla',
  format: SCYLLA_FORMAT,
  recognises: isConfiguration,
  parametersOf: (contents) => ({
    format: SCYLLA_FORMAT,
    files: contents.map(({ file }) => file.name),
    read: ({ directory }) => {
      const configurations = contents.flatMap((content) => {
        const tree = content.tree();
        return tree ? configurationsIn(tree) : [];
      });
      return [readScylla(configurations, directory)];
    },
  }),
  parametersInside(content) {
    if (!content.text.includes(BSIM)) return undefined;
    const tree = content.tree();
    const configurations = tree ? configurationsIn(tree) : [];
    if (configurations.length === 0) return undefined;
    return {
      format: SCYLLA_FORMAT,
      files: [content.file.name],
      read: ({ directory }) => [readScylla(configurations, directory)],
    };
  },
};
