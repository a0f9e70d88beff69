/** Small choices remembered on this device (language, theme, panel sizes); silently forgotten where storage is refused. */

/** Reads a remembered choice, or nothing. */
export function preference(key: string): string | undefined {
  try {
    return localStorage.getItem(`preflight.${key}`) ?? undefined;
  } catch {
    return undefined; // storage may be switched off altogether; then the defaults hold
  }
}

/** Remembers a choice; `undefined` forgets it. */
export function prefer(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`preflight.${key}`);
    else localStorage.setItem(`preflight.${key}`, value);
  } catch {
    // nothing is lost but the convenience
  }
}
