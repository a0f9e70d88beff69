/** Texts of findings about the drawing of a process. */
import { msg, str } from '@lit/localize';
import type { IssueTexts } from '../issue-texts.ts';

export const diagramIssues: IssueTexts = {
  'color-removed': (i) =>
    msg(
      str`“${i.elementName ?? ''}” had a color that is not a plain color (${i.values?.['color'] ?? ''}). It is drawn in the default color.`,
    ),
  'shape-moved': (i) =>
    msg(
      str`“${i.elementName ?? ''}” had a position or size that cannot be drawn. It stands beside the diagram or at its corner now; move it where it belongs.`,
    ),
  'process-added': () => msg('The file holds no process, so an empty one was added. Draw its steps here.'),
  'diagram-laid-out': (i) =>
    msg(
      str`The file holds no drawing, so one was made (${i.values?.['count'] ?? 0} shapes and lines). Move what you like; saving keeps it.`,
    ),
  'elements-laid-out': (i) =>
    msg(
      str`${i.values?.['count'] ?? 0} shapes and lines were missing in the drawing and were put beside what they belong to. Move them where you like.`,
    ),
  'too-many-to-draw': (i) =>
    msg(
      str`The diagram has ${i.values?.['count'] ?? 0} shapes and lines, more than the ${i.values?.['limit'] ?? 0} that can be drawn. It is kept and can be simulated, not edited.`,
    ),
  'no-diagram': (i) =>
    msg(
      str`The file describes a process of ${i.values?.['count'] ?? 0} steps but holds no drawing of it. It can be simulated, not edited; to see it, save it with its diagram in the tool it comes from.`,
    ),
  'shapes-missing': (i) =>
    msg(
      str`${i.values?.['count'] ?? 0} steps of the process are not in the drawing, the first is “${i.elementName ?? ''}”. They are simulated all the same.`,
    ),
  'diagram-not-drawn': (i) =>
    msg(
      str`The diagram cannot be drawn (${i.values?.['reason'] ?? ''}). The process can still be simulated; to see it, repair the diagram in the tool it comes from.`,
    ),
};
