/** What if: parameters under the hand. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TabDefinition } from '../tabs.ts';
import './what-if-view.ts';

export const whatIfTab: TabDefinition = {
  id: 'what-if',
  label: () => msg('What if'),
  variants: 1,
  render: ({ desks }) => html`<pf-what-if .desk=${desks.whatIf} .desks=${desks}></pf-what-if>`,
};
