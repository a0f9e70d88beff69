/** Every command of the app, in the order menus and the list of shortcuts show them. */
import type { Command } from './command.ts';
import { dialectCommands } from './dialect-commands.ts';
import { editCommands } from './edit-commands.ts';
import { exportCommands } from './export-commands.ts';
import { fileCommands } from './file-commands.ts';
import { helpCommands } from './help-commands.ts';
import { runCommands } from './run-commands.ts';
import { viewCommands } from './view-commands.ts';

export const commands: readonly Command[] = [
  ...fileCommands,
  ...exportCommands,
  ...dialectCommands,
  ...runCommands,
  ...editCommands,
  ...viewCommands,
  ...helpCommands,
];

/** The command with this id. */
export function command(id: string): Command {
  const found = commands.find((c) => c.id === id);
  if (!found) throw new Error(`no command <${id}>`);
  return found;
}
