/** Keeps the open study safe while the user works: a save soon after each change, at once when the page is left. */
import { reasonOf, type UnsavedReason } from './storage-errors.ts';

/** Where the work stands. */
export type SaveState =
  /** Nothing has been kept yet and nothing needs to be. */
  | { readonly status: 'fresh' }
  | { readonly status: 'pending' }
  | { readonly status: 'saved'; readonly at: Date }
  /** Work goes on, but only this window has it. */
  | { readonly status: 'unsaved'; readonly reason: UnsavedReason };

export interface Autosave {
  readonly state: SaveState;
  /** Tells that something changed. */
  touch(): void;
  /** Saves now what is pending; resolves when written or given up. */
  flush(): Promise<void>;
  dispose(): void;
}

/** Pause after the last change before a save, in ms. */
const QUIET_MS = 250;
/** Whoever changes things without a pause is saved this long after the first change, in ms. */
const LATEST_MS = 1000;

/**
 * Starts autosave. `save` writes the study and answers when; it rejects with the browser's error. `onState` hears each change
 * of the state.
 */
export function startAutosave(save: () => Promise<Date>, onState: (state: SaveState) => void): Autosave {
  let state: SaveState = { status: 'fresh' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Changes so far, and how many of them are kept. */
  let changes = 0;
  let kept = 0;
  /** When the oldest change that waits was made. */
  let since: number | undefined;
  let writing = Promise.resolve();

  const enter = (next: SaveState): void => {
    state = next;
    onState(next);
  };
  const write = async (): Promise<void> => {
    if (kept === changes) return;
    const saving = changes;
    try {
      const at = await save();
      kept = saving;
      enter(kept < changes ? { status: 'pending' } : { status: 'saved', at });
    } catch (error) {
      enter({ status: 'unsaved', reason: reasonOf(error) }); // the next change or flush tries again
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    since = undefined;
    writing = writing.then(write); // one save at a time, in order
    return writing;
  };
  /** Without waiting for a save under way: the page may not live to see its end. */
  const leave = (): void => void write();
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', leave);

  return {
    get state() {
      return state;
    },
    touch() {
      changes++;
      since ??= performance.now();
      if (state.status !== 'unsaved') enter({ status: 'pending' });
      clearTimeout(timer);
      const left = since + LATEST_MS - performance.now();
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(QUIET_MS, left)));
    },
    flush,
    dispose() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', leave);
    },
  };
}
