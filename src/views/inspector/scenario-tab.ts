/** `<pf-scenario-tab>`: what holds for the whole scenario: its run, pools, calendars, promises and case attributes. */
import { localized } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { SessionController } from '../../app/session-controller.ts';
import { contextOf } from './context.ts';
import { panelStyles } from './panel-styles.ts';
import { aboutSection } from './scenario/about-section.ts';
import { attributesSection } from './scenario/attributes-section.ts';
import { calendarsSection } from './scenario/calendars-section.ts';
import { overridesSection } from './scenario/overrides-section.ts';
import { poolsSection } from './scenario/pools-section.ts';
import { runSection } from './scenario/run-section.ts';
import type { ScenarioSection } from './scenario/section.ts';
import { slasSection } from './scenario/slas-section.ts';
import { EditorDialog } from './editor-dialog.ts';
import { SlaEditor } from './sla-editor.ts';

const SECTIONS: readonly ScenarioSection[] = [
  aboutSection,
  overridesSection,
  runSection,
  poolsSection,
  calendarsSection,
  slasSection,
  attributesSection,
];

@localized()
@customElement('pf-scenario-tab')
export class ScenarioTab extends LitElement {
  static override readonly styles = panelStyles;

  private readonly controller = new SessionController(this);

  override render(): TemplateResult {
    const { session } = this.controller;
    if (!session) return html``;
    const context = contextOf(session);
    return html`${keyed(
      `${session.activeDesign} ${session.activeScenario}`,
      html`${SECTIONS.filter((section) => section.applies?.(context) ?? true).map(
        (section) =>
          html`<details class="group" data-section=${section.id} ?open=${section.open ?? false}>
            <summary>${section.title()}<span class="count">${section.summary(context)}</span></summary>
            <div class="stack">${section.render(context)}</div>
          </details>`,
      )}`,
    )}`;
  }

  /** Opens the place where a pool, calendar or SLA is edited. */
  reveal(id: string): void {
    const place = this.renderRoot.querySelector<HTMLElement>(`[data-id='${CSS.escape(id)}']`);
    if (!place) return;
    for (let around: Element | null = place; around; around = around.parentElement)
      if (around instanceof HTMLDetailsElement) around.open = true;
    if (place instanceof SlaEditor) place.reveal();
    else if (place instanceof EditorDialog) place.open = true;
    else {
      place.scrollIntoView({ block: 'nearest' });
      place.querySelector('pf-text-field')?.focus();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-scenario-tab': ScenarioTab;
  }
}
