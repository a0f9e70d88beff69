/** Asks where designs go that are opened beside an open study. */
import { msg, str } from '@lit/localize';
import { askChoice } from './ask.ts';

/** Where `count` designs that were just opened belong; nothing when the user thinks better of it. */
export function askWhere(count: number): Promise<'here' | 'new' | undefined> {
  return askChoice(
    count === 1 ? msg('Open this design where?') : msg(str`Open ${count} designs where?`),
    msg('Add to the open study to compare with its designs, or begin a new study. The open study is kept either way.'),
    [
      { value: 'new', label: msg('New study') },
      { value: 'here', label: msg('Add to this study'), variant: 'brand' },
    ],
  );
}
