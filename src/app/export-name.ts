/** What exported files are called: after the study, the design and, for pictures of charts, the chart. */
import { fileNameOf } from '../study/files.ts';
import type { Session } from './session.ts';

/** Each kind of export of each design gets a name of its own, so that none replaces another. */
export function exportName(session: Session, extension: string, chart?: string): string {
  const design = session.designs.find(({ id }) => id === session.activeDesign);
  return fileNameOf([session.studyName, design?.name, chart].filter(Boolean).join(' – '), extension);
}
