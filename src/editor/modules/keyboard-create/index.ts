/** Module: menus of all elements to create or append, usable without a mouse. */
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import type { ModuleDeclaration } from 'didi';
import { KeyboardCreate } from './keyboard-create.ts';

export const keyboardCreateModule: ModuleDeclaration = {
  __depends__: [CreateAppendAnythingModule],
  __init__: ['keyboardCreate'],
  keyboardCreate: ['type', KeyboardCreate],
};
