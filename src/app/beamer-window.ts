/** Starts the page as the window on a beamer: no study of its own, only what the editor’s window tells it. */
import '../views/present/beamer-view.ts';

export function startBeamer(channel: string): void {
  document.body.replaceChildren(Object.assign(document.createElement('pf-beamer'), { channel }));
  // Another window of the editor projects here now.
  window.addEventListener('hashchange', () => {
    location.reload();
  });
}
