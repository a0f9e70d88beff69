/** QBP: the simulation block of BIMP and Apromore inside a BPMN document. */
import { elementsIn } from '../dialects/xml.ts';
import { readQbp } from '../dialects/qbp/read.ts';
import { QBP, QBP_FORMAT } from '../dialects/qbp/vocabulary.ts';
import type { Importer } from './importer.ts';

export const qbp: Importer = {
  id: 'qbp',
  format: QBP_FORMAT,
  recognises: () => false,
  parametersInside(content) {
    if (!content.text.includes(QBP)) return undefined;
    const root = content.tree();
    if (!root) return undefined;
    // BIMP takes the first it finds, wherever it is.
    const [info] = elementsIn(root, (e) => e.namespace === QBP && e.name === 'processSimulationInfo');
    if (!info || info.children.length === 0) return undefined;
    return {
      format: QBP_FORMAT,
      files: [content.file.name],
      read: ({ directory }) => [readQbp(info, directory)],
    };
  },
};
