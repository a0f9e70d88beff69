/** Why a study could not be kept, beside the errors of the browser itself. */

/** The browser keeps nothing. */
export class NoStorageError extends Error {}
/** Another tab has written the study since this one read it. */
export class OtherTabError extends Error {}
/** A newer version of the app has changed the storage; this one may read it but not write. */
export class NewerStorageError extends Error {}

/**
 * `unavailable`: no storage in this browser. `full`: its quota is used up. `elsewhere`: another tab writes this study. `newer`: a
 * newer version of the app owns the storage.
 */
export type UnsavedReason = 'unavailable' | 'full' | 'elsewhere' | 'newer' | 'failed';

/** What to tell the user of an error that a save met. */
export function reasonOf(error: unknown): UnsavedReason {
  if (error instanceof NoStorageError) return 'unavailable';
  if (error instanceof OtherTabError) return 'elsewhere';
  if (error instanceof NewerStorageError) return 'newer';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'full';
  return 'failed';
}
