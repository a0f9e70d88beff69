/** Keeps the open study safe while the user works: a save soon after each change, at once when the page is left. */

/** Where the work stands. */
export type SaveState =
  /** Nothing has been kept yet and nothing needs to be. */
  | { readonly status: 'fresh' }
  | { readonly status: 'pending' }
  | { readonly status: 'saved'; readonly at: Date }
  /** Work goes on, but only this window has it. */
  | { readonly status: 'unsaved'; readonly reason: UnsavedReason };

/** `unavailable`: no storage in this browser. `full`: its quota is used up. `elsewhere`: another tab writes this study. */
export type UnsavedReason = 'unavailable' | 'full' | 'elsewhere' | 'failed';

export interface Autosave {
  readonly state: SaveState;
  /** Tells that something changed. */
  touch(): void;
  /** Saves now what is pending; resolves when written or given up. */
  flush(): Promise<void>;
  dispose(): void;
}

/** Pause after the last change before a save, in ms; the promise is one second at most. */
const QUIET_MS = 250;

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
    writing = writing.then(write); // one save at a time, in order
    return writing;
  };
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onPageHide = (): void => void flush();
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', onPageHide);

  return {
    get state() {
      return state;
    },
    touch() {
      changes++;
      if (state.status !== 'unsaved') enter({ status: 'pending' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), QUIET_MS);
    },
    flush,
    dispose() {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onPageHide);
    },
  };
}

/** Thrown by a save when the browser keeps nothing. */
export class NoStorageError extends Error {}
/** Thrown by a save when another tab holds the study. */
export class OtherTabError extends Error {}

function reasonOf(error: unknown): UnsavedReason {
  if (error instanceof NoStorageError) return 'unavailable';
  if (error instanceof OtherTabError) return 'elsewhere';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full';
  return 'failed';
}
