/** Module: how elements differ from their twins in another design. */
import type { ModuleDeclaration } from 'didi';
import { DifferenceMarks } from './difference-marks.ts';

export const differenceMarksModule: ModuleDeclaration = {
  __init__: ['differenceMarks'],
  differenceMarks: ['type', DifferenceMarks],
};
