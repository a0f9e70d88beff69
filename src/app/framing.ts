/**
 * Other sites can show this page inside theirs where a host sends no header against it, and lead clicks to what lies under
 * something else. Framed, the app works, but nothing that deletes, overwrites or takes away is done.
 */
import { msg } from '@lit/localize';

export const isFramed = (): boolean => window.top !== window.self;

/** Why something is not done here, or nothing when it may be done. */
export const refusedByFrame = (): string | undefined =>
  isFramed() ? msg('Not inside another page: open Preflight in a window of its own to do this.') : undefined;
