/** The comparison of two designs (and the ranking of more). */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TabDefinition } from '../tabs.ts';
import './compare-view.ts';

export const compareTab: TabDefinition = {
  id: 'compare',
  label: () => msg('Compare'),
  variants: 2,
  render: ({ desks, createViewer }) =>
    html`<pf-compare .desk=${desks.comparison} .bridge=${desks.bridge} .createViewer=${createViewer}></pf-compare>`,
};
