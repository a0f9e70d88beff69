/** Module: the order of the document through undo and redo. */
import type { ModuleDeclaration } from 'didi';
import { DocumentOrder } from './document-order.ts';

export const documentOrderModule: ModuleDeclaration = {
  __init__: ['documentOrder'],
  documentOrder: ['type', DocumentOrder],
};
