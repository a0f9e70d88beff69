/** The sweep: how a figure follows one or two parameters. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { TabDefinition } from '../tabs.ts';
import './sweep-view.ts';

export const sweepTab: TabDefinition = {
  id: 'sweep',
  label: () => msg('Sweep'),
  variants: 1,
  render: ({ desks }) => html`<pf-sweep .desk=${desks.sweep} .desks=${desks}></pf-sweep>`,
};
