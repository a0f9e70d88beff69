/** Names steps that are in the process but not in the drawing, as commands on the same undo stack. */
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import { contained, idOf, text, type ModdleElement } from '../../../bpmn/moddle.ts';

const RENAME = 'undrawn.rename';

/** Context of that command. */
interface Rename {
  readonly element: ModdleElement;
  readonly name: string;
  before?: string | undefined;
}

export class UndrawnNames {
  static readonly $inject = ['bpmnjs', 'commandStack'];

  constructor(
    private readonly document: { getDefinitions(): ModdleElement },
    private readonly commandStack: CommandStack,
  ) {
    commandStack.register(RENAME, {
      execute: (context: Rename) => {
        context.before = text(context.element, 'name');
        context.element.set('name', context.name);
        return [];
      },
      revert: ({ element, before }: Rename) => {
        element.set('name', before);
        return [];
      },
    });
  }

  rename(id: string, name: string): void {
    for (const element of contained(this.document.getDefinitions())) {
      if (idOf(element) !== id) continue;
      const context: Rename = { element, name };
      this.commandStack.execute(RENAME, context);
      return;
    }
    throw new Error(`no element <${id}>`);
  }
}
