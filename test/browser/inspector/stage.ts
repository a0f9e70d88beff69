/** Puts a piece of the page on a stage as wide as the panel, under a session. */
import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { ContextProvider } from '@lit/context';
import { registerIcons } from '../../../src/app/icons.ts';
import { sessionContext, type Session } from '../../../src/app/session.ts';
import '../../../src/app/tokens.css';

registerIcons();

/** A stage in the document, 340 px wide and as high as the panel is on a laptop, provided with `session`. */
export function stage(session?: Session): HTMLElement {
  const element = document.createElement('main');
  element.style.cssText = 'width:340px;height:680px;background:var(--wa-color-surface-default)';
  if (session) new ContextProvider(element, { context: sessionContext, initialValue: session });
  document.body.append(element);
  return element;
}
