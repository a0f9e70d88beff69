/** What a command is: one record feeds the menu, the keyboard and the list of shortcuts. */
import { msg, str } from '@lit/localize';
import type { Workbench } from '../workbench.ts';

export type CommandGroup = 'file' | 'edit' | 'view' | 'run' | 'export' | 'help';

export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  /** What it does, in the language of the page. */
  readonly label: () => string;
  readonly icon?: string;
  /** Such as `Ctrl+Shift+S`; Ctrl means ⌘ on a Mac. The first is shown in menus. */
  readonly shortcuts?: readonly string[];
  /** Whether the shortcut also works while a text is being typed; default only for those with Ctrl or Alt. */
  readonly whileTyping?: boolean;
  /** Also where a focused control takes the key for itself, as tabs take Enter with any modifier. */
  readonly everywhere?: boolean;
  /** Handled by the canvas itself when it has the focus; here only listed. */
  readonly byCanvas?: boolean;
  /** Whether it makes sense now; default always. */
  readonly when?: (workbench: Workbench) => boolean;
  run(workbench: Workbench): void | Promise<void>;
}

/** Whether the command can run now. */
export const available = (command: Command, workbench: Workbench): boolean => command.when?.(workbench) ?? true;

/** Whether a study is open; what most commands need. */
export const withStudy = (workbench: Workbench): boolean => workbench.session !== undefined;

/** Runs a command that makes sense now; what goes wrong is said in the status line. */
export async function perform(command: Command, workbench: Workbench): Promise<void> {
  if (!available(command, workbench)) return;
  try {
    await command.run(workbench);
  } catch (error) {
    workbench.say(msg(str`“${command.label()}” did not work: ${String(error)}`), 'alert');
  }
}
