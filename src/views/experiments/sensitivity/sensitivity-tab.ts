/** What is not known for sure, and what that does. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TabDefinition } from '../tabs.ts';
import './sensitivity-view.ts';

export const sensitivityTab: TabDefinition = {
  id: 'sensitivity',
  label: () => msg('Sensitivity'),
  variants: 1,
  render: ({ desks }) => html`<pf-sensitivity .desk=${desks.sensitivity} .desks=${desks}></pf-sensitivity>`,
};
