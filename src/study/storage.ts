/** Where this window keeps studies: the browser's storage, or its own memory when the browser keeps nothing. */
import { openIdbStore } from './idb-store.ts';
import { MemoryStudyStore } from './memory-store.ts';
import type { StudyStore } from './study-store.ts';

/** Opens the best store there is; never rejects. `lasting` says whether studies outlive the window. */
export async function openStudyStore(): Promise<StudyStore> {
  try {
    return await openIdbStore();
  } catch {
    return new MemoryStudyStore();
  }
}

/** What the browser promises about what it keeps. */
export type Persistence =
  /** It is deleted only by the user. */
  | 'persistent'
  /** The browser may clear it when space gets short, or after some weeks without a visit. */
  | 'best-effort'
  /** It does not say. */
  | 'unknown';

/** Asks the browser to keep what we store until the user deletes it; some browsers ask the user in turn. */
export async function askToPersist(): Promise<Persistence> {
  if (!('storage' in navigator) || !('persist' in navigator.storage)) return 'unknown';
  try {
    return (await navigator.storage.persist()) ? 'persistent' : 'best-effort';
  } catch {
    return 'unknown';
  }
}
