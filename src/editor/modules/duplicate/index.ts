/** Module: copies that need no mouse. */
import type { ModuleDeclaration } from 'didi';
import { Duplicate } from './duplicate.ts';

export const duplicateModule: ModuleDeclaration = {
  __init__: ['duplicate'],
  duplicate: ['type', Duplicate],
};
