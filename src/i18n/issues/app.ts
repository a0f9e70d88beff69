/** Texts of findings of the app itself: study files. */
import { msg, str } from '@lit/localize';
import type { Issue } from '#simulation';
import type { IssueTexts } from '../issue-texts.ts';

const file = (issue: Issue): string | number => issue.values?.['file'] ?? '';

export const appIssues: IssueTexts = {
  'study-too-large': (i) =>
    msg(str`“${file(i)}” is larger than Preflight opens. Save its designs as separate .bpmn files and open those.`),
  'study-broken': (i) =>
    msg(str`“${file(i)}” is damaged and cannot be unpacked. Ask for it again or open an earlier copy.`),
  'study-newer': (i) =>
    msg(
      str`“${file(i)}” was saved by a later version of Preflight. Update this page by reloading it, then open the file.`,
    ),
  'study-not-ours': (i) =>
    msg(str`“${file(i)}” is an archive but not a Preflight study. Unpack it and open the .bpmn files inside.`),
  'study-design-missing': (i) =>
    msg(str`The design “${i.elementName ?? ''}” of “${file(i)}” is missing or unreadable and was left out.`),
  'study-version-missing': (i) =>
    msg(str`Version “${i.elementName ?? ''}” of “${file(i)}” cannot be read and was left out.`),
  'study-without-designs': (i) => msg(str`“${file(i)}” holds no design that can be read. Open an earlier copy.`),
};
