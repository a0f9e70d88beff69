/** The cheapest staffing that keeps the promises. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TabDefinition } from '../tabs.ts';
import './staffing-view.ts';

export const staffingTab: TabDefinition = {
  id: 'staffing',
  label: () => msg('Staffing'),
  variants: 1,
  render: ({ desks }) => html`<pf-staffing .desk=${desks.staffing} .desks=${desks}></pf-staffing>`,
};
