/** Texts of what an import report says of single elements; findings that stand alone have theirs with files and diagrams. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const value = (i: Issue, name: string): string => String(i.values?.[name] ?? '');

export const importIssues: IssueTexts = {
  'id-replaced': (i) =>
    msg(str`The id “${value(i, 'id')}” is “${value(i, 'replacement')}” while you work; saving writes it as it was.`),
  'id-doubled': (i) =>
    msg(
      str`Another element has the id “${value(i, 'id')}” too; this one is “${value(i, 'replacement')}”. References mean the first.`,
    ),
  'content-kept': (i) =>
    msg(
      str`${value(i, 'content')} (line ${value(i, 'line')}) is not BPMN 2.0 where it stands. It is not shown, and saved as it was.`,
    ),
  'attribute-unknown': (i) =>
    msg(str`BPMN 2.0 has no attribute “${value(i, 'attribute')}” here. It has no effect, and is saved as it was.`),
  'element-laid-out': () => msg('It was not in the drawing and was put beside what it belongs to.'),
  'remarks-kept': (i) => msg(str`${value(i, 'count')} comments and processing instructions are saved at their places.`),
};
