/** All families, in the order of the page. */
import { absences } from './absences.ts';
import { batches } from './batches.ts';
import type { FigureFamily } from './family.ts';
import { givingUp } from './giving-up.ts';
import { interruptions } from './interruptions.ts';
import { persons } from './persons.ts';
import { setUps } from './set-ups.ts';

export const families: readonly FigureFamily[] = [batches, interruptions, givingUp, setUps, absences, persons];

export type { FamilyFigure, FamilyId, FigureFamily, Subject } from './family.ts';
