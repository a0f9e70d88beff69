/** Module: names of steps that are not drawn. */
import type { ModuleDeclaration } from 'didi';
import { UndrawnNames } from './undrawn-names.ts';

export const undrawnNamesModule: ModuleDeclaration = {
  __init__: ['undrawnNames'],
  undrawnNames: ['type', UndrawnNames],
};
