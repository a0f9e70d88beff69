/** Module: walking the diagram with the keyboard. */
import type { ModuleDeclaration } from 'didi';
import { FlowNavigation } from './flow-navigation.ts';

export const flowNavigationModule: ModuleDeclaration = {
  __init__: ['flowNavigation'],
  flowNavigation: ['type', FlowNavigation],
};
