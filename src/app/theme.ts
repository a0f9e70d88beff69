/** Light or dark chrome: follows the system until the user chooses; the canvas stays paper. */
import { prefer, preference } from './preferences.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** The remembered choice; `system` when there is none. */
export const theme = (): Theme => THEMES.find((t) => t === preference('theme')) ?? 'system';

/** Chooses, remembers and applies a theme. */
export function setTheme(choice: Theme): void {
  prefer('theme', choice === 'system' ? undefined : choice);
  applyTheme();
}

/** Applies the theme now and whenever the system changes its mind. */
export function startTheme(): void {
  systemIsDark.addEventListener('change', applyTheme);
  applyTheme();
}

/** Applies the remembered choice. */
export function applyTheme(): void {
  const dark = theme() === 'dark' || (theme() === 'system' && systemIsDark.matches);
  document.documentElement.classList.toggle('wa-dark', dark);
  document.documentElement.classList.toggle('wa-light', !dark);
}
