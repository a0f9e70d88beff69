/** Module: a command stack that can be locked. */
import type { ModuleDeclaration } from 'didi';
import { ReadOnlyCommandStack } from './read-only.ts';

export const readOnlyModule: ModuleDeclaration = {
  commandStack: ['type', ReadOnlyCommandStack],
};
