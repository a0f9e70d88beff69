/** Small choices remembered on this device (language, theme, panel sizes); silently forgotten where storage is refused. */

/** Where a choice is kept in the storage of the browser. */
export const preferenceKey = (key: string): string => `preflight.${key}`;

/** Reads a remembered choice, or nothing. */
export function preference(key: string): string | undefined {
  try {
    return localStorage.getItem(preferenceKey(key)) ?? undefined;
  } catch {
    return undefined; // storage may be switched off altogether; then the defaults hold
  }
}

/** Remembers a choice; `undefined` forgets it. */
export function prefer(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(preferenceKey(key));
    else localStorage.setItem(preferenceKey(key), value);
  } catch {
    // nothing is lost but the convenience
  }
}
