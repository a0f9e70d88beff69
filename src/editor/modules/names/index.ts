/** Module: names of canvas and tools. */
import type { ModuleDeclaration } from 'didi';
import { Names } from './names.ts';

export const namesModule: ModuleDeclaration = {
  __init__: ['names'],
  names: ['type', Names],
};
