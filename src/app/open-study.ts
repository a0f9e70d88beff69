/** Which study this tab has open: survives reloads and crashes of the tab, not a new tab. */

const OPEN_STUDY = 'preflight.open';

/** Its id; nothing when none was open. */
export function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(OPEN_STUDY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Takes note of the study that is open now. */
export function remember(id: string | undefined): void {
  try {
    if (id) sessionStorage.setItem(OPEN_STUDY, id);
    else sessionStorage.removeItem(OPEN_STUDY);
  } catch {
    // without storage a reload leads to the start page
  }
}
