/** `<pf-element-tab>`: everything about the selected element; with nothing selected, what to do next. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { SessionController } from '../../app/session-controller.ts';
import type { FieldChange } from '../../fields/field-element.ts';
import { provenanceName } from '../../i18n/provenance-names.ts';
import '../../fields/text-field.ts';
import { contextOf, targetOf, type InspectorContext, type Target } from './context.ts';
import { nameOf, typeName } from '../../i18n/element-names.ts';
import { openFigures, type OpenFigure } from './open-figures.ts';
import { panelStyles } from './panel-styles.ts';
import { sectionsOf } from './sections-of.ts';
import { isUnsupported } from './understands.ts';

@localized()
@customElement('pf-element-tab')
export class ElementTab extends LitElement {
  static override readonly styles = [
    ...panelStyles,
    css`
      .to-do button {
        display: flex;
        width: 100%;
        margin: 0;
        min-height: var(--wa-space-xl);
        padding: var(--wa-space-2xs) var(--wa-space-xs);
        font-size: var(--wa-font-size-s);
        color: inherit;
      }
      .to-do .what {
        display: grid;
        min-width: 0;
      }
    `,
  ];

  private readonly controller = new SessionController(this);

  override render(): TemplateResult {
    const { session } = this.controller;
    if (!session) return html``;
    const context = contextOf(session);
    const id = session.editor.selected;
    // Fields belong to one element: what was being typed must not move on to the next one.
    return html`${keyed(
      `${session.activeDesign} ${id ?? ''}`,
      id === undefined ? renderNothingSelected(context) : renderSelected(targetOf(context.model, id), id, context),
    )}`;
  }
}

function renderSelected(target: Target, id: string, context: InspectorContext): TemplateResult {
  const sections = sectionsOf(target, context);
  return html`
    <section aria-label=${msg('Name')}>
      <pf-text-field
        label=${kindOf(target)}
        .value=${nameIn(target)}
        placeholder=${msg('Without a name')}
        ?disabled=${target.kind === 'other'}
        @change=${(event: FieldChange<string | undefined>) => context.session.editor.rename(id, event.detail ?? '')}
      ></pf-text-field>
    </section>
    ${
      target.kind === 'other'
        ? html`<section>
            <p class="quiet">${msg('For readers of the diagram only. It takes no part in a simulation.')}</p>
          </section>`
        : nothing
    }
    ${
      isUnsupported(target)
        ? html`<section>
            <p class="caution">
              ${msg(str`This kind of element (${kindOf(target)}) cannot be simulated yet. A run stops before it starts; replace it by what it stands for.`)}
            </p>
          </section>`
        : nothing
    }
    ${sections.map(
      (section) =>
        html`<section data-section=${section.id} aria-label=${section.title()}>
          ${section.render(target, context)}
        </section>`,
    )}
    ${
      sections.length === 0 && target.kind === 'node' && !isUnsupported(target)
        ? html`<section><p class="quiet">${msg('Takes no time and needs no figures.')}</p></section>`
        : nothing
    }
  `;
}

function kindOf(target: Target): string {
  switch (target.kind) {
    case 'node':
      return typeName(target.node);
    case 'flow':
      return msg('Sequence flow');
    case 'message-flow':
      return msg('Message flow');
    case 'participant':
      return target.participant.process === undefined ? msg('Pool: partner, not modelled') : msg('Participant');
    case 'lane':
      return msg('Lane');
    case 'other':
      return msg('Note or data');
  }
}

function nameIn(target: Target): string | undefined {
  switch (target.kind) {
    case 'node':
      return target.node.name;
    case 'flow':
    case 'message-flow':
      return target.flow.name;
    case 'participant':
      return target.participant.name;
    case 'lane':
      return target.lane.name;
    case 'other':
      return undefined;
  }
}

function renderNothingSelected(context: InspectorContext): TemplateResult {
  const open = openFigures(context.model, context.scenario);
  if (context.model.nodes.length === 0)
    return html`<section>
      <p class="quiet">${msg('Draw the process: drag a start event and tasks from the palette, or open a file.')}</p>
    </section>`;
  return html`<section aria-label=${msg('What to do')}>
      <p class="quiet">${msg('Select a step in the diagram to say who does it and how long it takes.')}</p>
    </section>
    <section aria-label=${msg('Open figures')} class="to-do">
      <div class="heading">
        <h3>${open.length > 0 ? msg('Figures to settle') : msg('All figures are stated')}</h3>
        ${open.length > 0 ? html`<span class="count">${open.length}</span>` : nothing}
      </div>
      ${
        open.length > 0
          ? html`<ul>
              ${open.map((figure) => renderOpen(figure, context))}
            </ul>`
          : html`<p class="quiet">${msg('No figure is missing or marked as a guess.')}</p>`
      }
    </section>`;
}

function renderOpen({ id, figure, state }: OpenFigure, context: InspectorContext): TemplateResult {
  return html`<li>
    <button class="plain" type="button" @click=${() => context.session.editor.select(id)}>
      <span class="what">
        <span>${nameOf(context.model, context.scenario, id)}</span>
        <span class="small quiet">${figureName(figure)}</span>
      </span>
      <span class="mark ${state}">${state === 'missing' ? msg('missing') : provenanceName('guess')}</span>
    </button>
  </li>`;
}

function figureName(figure: OpenFigure['figure']): string {
  switch (figure) {
    case 'work':
      return msg('Work time');
    case 'arrivals':
      return msg('Arrivals');
    case 'shares':
      return msg('Shares of the branches');
    case 'delay':
      return msg('Time until it happens');
    case 'latency':
      return msg('Answer time');
    case 'people':
      return msg('Who does it');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-element-tab': ElementTab;
  }
}
