/** Keyboard shortcuts as text: matched against key events and shown in the way of the user's system. */

const MAC = /mac|iphone|ipad/i.test(navigator.userAgent);

/**
 * Whether the event is the shortcut. Letters and digits go by what the key types, so that every keyboard layout finds them, or
 * by its place where the layout types no Latin letter. `?` needs no Shift in the text, wherever the layout puts it.
 */
export function matches(shortcut: string, event: KeyboardEvent): boolean {
  if (event.isComposing) return false; // an input method is at work
  const parts = shortcut.split('+');
  const key = parts[parts.length - 1] ?? '';
  const ctrl = MAC ? event.metaKey : event.ctrlKey;
  if (parts.includes('Ctrl') !== ctrl || parts.includes('Alt') !== event.altKey) return false;
  if (isSign(key)) return event.key === key;
  return parts.includes('Shift') === event.shiftKey && sameKey(key, event);
}

/** The shortcut as the user's keyboard prints it: `Ctrl+S`, `⌘S`. */
export function shortcutLabel(shortcut: string): string {
  if (!MAC) return shortcut;
  return shortcut.replace('Ctrl+', '⌘').replace('Shift+', '⇧').replace('Alt+', '⌥');
}

/** The shortcut for `aria-keyshortcuts`. */
export const ariaShortcut = (shortcut: string): string =>
  MAC ? shortcut.replace('Ctrl', 'Meta') : shortcut.replace('Ctrl', 'Control');

const isSign = (key: string): boolean => key.length === 1 && !/[a-z0-9]/i.test(key);

function sameKey(key: string, event: KeyboardEvent): boolean {
  if (key.length > 1) return event.key === (key === 'Esc' ? 'Escape' : key);
  if (/\d/.test(key)) return event.code === `Digit${key}` || event.key === key;
  const typesLatin = /^[a-z]$/i.test(event.key);
  return typesLatin ? event.key.toLowerCase() === key.toLowerCase() : event.code === `Key${key.toUpperCase()}`;
}
