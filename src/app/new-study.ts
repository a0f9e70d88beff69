/** What to begin with: a blank design in the words of the page's language. */
import { msg } from '@lit/localize';
import { newDiagram } from '../editor/new-diagram.ts';
import { createDesign, createStudy, type Study } from '../study/study.ts';

/** A study with one blank design. */
export const newStudy = (): Study => createStudy(msg('New study'), [createDesign(msg('As-is'), blankXml())]);

/** A blank document. */
export const blankXml = (): string =>
  newDiagram({
    process: msg('Process'),
    start: msg('Case arrives'),
    task: msg('First step'),
    end: msg('Case closed'),
  });
