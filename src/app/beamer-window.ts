/** Starts the page as the window on a beamer: no study of its own, only what the editor’s window tells it. */
import { startLocale } from '../i18n/locale.ts';
import '../views/present/beamer-view.ts';
import { preferenceKey } from './preferences.ts';
import { applyTheme } from './theme.ts';

export function startBeamer(channel: string): void {
  document.body.replaceChildren(Object.assign(document.createElement('pf-beamer'), { channel }));
  // What is chosen in the editor's window holds here too.
  window.addEventListener('storage', ({ key }) => {
    if (key === preferenceKey('theme')) applyTheme();
    if (key === preferenceKey('locale')) void startLocale();
  });
  // Another window of the editor projects here now.
  window.addEventListener('hashchange', () => {
    location.reload();
  });
}
