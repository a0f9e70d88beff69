/** Asks before something is removed that others use. */
import { msg, str } from '@lit/localize';
import { askChoice } from '../../../app/ask.ts';

/** At most this many names are read out; more would hide the question. */
const NAMED = 5;

/** Whether to remove it: at once when nothing uses it, else as the user answers. */
export async function askBeforeRemoving(name: string, uses: readonly string[], consequence: string): Promise<boolean> {
  if (uses.length === 0) return true;
  const shown = uses.slice(0, NAMED).join(', ');
  const more = uses.length - NAMED;
  const list = more > 0 ? msg(str`${shown} and ${more} more`) : shown;
  const answer = await askChoice(msg(str`Remove “${name}”?`), msg(str`It is used by ${list}. ${consequence}`), [
    { value: 'remove', label: msg('Remove'), variant: 'danger' },
  ]);
  return answer === 'remove';
}
