/** One promise: what it is on, the limit, the clock, the target, and for which cases. Opens in place. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  behaviorOf,
  type Formula,
  type Milestone,
  type ProcessModel,
  type Scenario,
  type Sla,
  type SlaScope,
} from '#simulation';
import { choice } from '../../fields/choice.ts';
import { FieldElement, type FieldChange } from '../../fields/field-element.ts';
import '../../fields/formula-field.ts';
import '../../fields/limit-field.ts';
import type { TimeLimit } from '../../fields/limit-field.ts';
import '../../fields/number-field.ts';
import { writeNumber } from '../../fields/numbers.ts';
import '../../fields/text-field.ts';
import { formatSpan } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { nameOf } from '../../i18n/element-names.ts';
import { panelStyles } from './panel-styles.ts';
import { omit } from './edits/omit.ts';

@localized()
@customElement('pf-sla-editor')
export class SlaEditor extends FieldElement<Sla> {
  static override readonly styles = panelStyles;

  @property({ attribute: false }) value: Sla | undefined;
  @property({ attribute: false }) model: ProcessModel | undefined;
  @property({ attribute: false }) scenario: Scenario | undefined;
  /** Inherited ones are removed where they come from. */
  @property({ type: Boolean }) removable = false;

  override render(): TemplateResult {
    const { value: sla, model, scenario } = this;
    if (!sla || !model || !scenario) return html``;
    return html`<details class="item">
      <summary>
        <span class="says"><span>${sla.name}</span><span class="hint figure">${says(sla)}</span></span>
      </summary>
      <div class="stack">
        <pf-text-field
          label=${msg('Name')}
          required
          .value=${sla.name}
          @change=${(event: FieldChange<string>) => this.commit({ ...sla, name: event.detail })}
        ></pf-text-field>
        ${this.renderScope(sla, model, scenario)}
        <pf-limit-field
          label=${msg('Within')}
          .calendars=${scenario.calendars ?? []}
          .value=${limitOf(sla)}
          @change=${(event: FieldChange<TimeLimit>) => this.commit(withLimit(sla, event.detail))}
        ></pf-limit-field>
        <pf-percent-field
          label=${msg('Target share')}
          required
          .value=${sla.target}
          @change=${(event: FieldChange<number>) => this.commit({ ...sla, target: event.detail })}
        ></pf-percent-field>
        <pf-formula-field
          label=${msg('Only cases with')}
          hint=${msg('Empty = all cases.')}
          .caseAttributes=${scenario.attributes ?? []}
          .value=${sla.when}
          @change=${(event: FieldChange<Formula | undefined>) => this.commit(withCondition(sla, event.detail))}
        ></pf-formula-field>
        ${
          this.removable
            ? html`<div class="end">
                <button
                  class="plain danger"
                  type="button"
                  @click=${() => this.dispatchEvent(new CustomEvent('remove'))}
                >
                  <wa-icon name="trash"></wa-icon>${msg(str`Remove ${sla.name}`)}
                </button>
              </div>`
            : html`<p class="hint">${msg('Inherited: remove it in the scenario it comes from.')}</p>`
        }
      </div>
    </details>`;
  }

  private renderScope(sla: Sla, model: ProcessModel, scenario: Scenario): TemplateResult {
    const activities = model.nodes.filter((node) => behaviorOf(node)?.roles.includes('activity'));
    const toChoice = ({ id }: { id: string }): { value: string; label: string } => ({
      value: id,
      label: nameOf(model, scenario, id),
    });
    const set = (on: SlaScope): void => this.commit({ ...sla, on });
    const { on } = sla;
    return html`
      ${choice<SlaScope['type']>({
        label: msg('Measured on'),
        value: on.type,
        choices: [
          { value: 'case', label: msg('the whole case') },
          { value: 'activity', label: msg('one step') },
          { value: 'segment', label: msg('from one point to another') },
        ],
        chosen: (type) => set(scopeOf(type, on, model)),
      })}
      ${
        on.type === 'activity'
          ? choice({
              label: msg('Step'),
              value: on.element,
              choices: activities.map(toChoice),
              chosen: (element) => set({ type: 'activity', element }),
            })
          : nothing
      }
      ${
        on.type === 'segment'
          ? html`
              ${this.renderMilestone(msg('From'), on.from, model, scenario, (from) => set({ ...on, from }))}
              ${this.renderMilestone(msg('To'), on.to, model, scenario, (to) => set({ ...on, to }))}
            `
          : nothing
      }
    `;
  }

  private renderMilestone(
    label: string,
    milestone: Milestone,
    model: ProcessModel,
    scenario: Scenario,
    set: (milestone: Milestone) => void,
  ): TemplateResult {
    return html`<div class="row" role="group" aria-label=${label}>
      ${choice({
        label,
        value: milestone.element,
        choices: model.nodes.map(({ id }) => ({ value: id, label: nameOf(model, scenario, id) })),
        chosen: (element) => set({ ...milestone, element }),
      })}
      ${choice<Milestone['at']>({
        label: msg('Moment'),
        value: milestone.at,
        choices: [
          { value: 'entered', label: msg('reached') },
          { value: 'left', label: msg('done') },
        ],
        chosen: (at) => set({ ...milestone, at }),
      })}
    </div>`;
  }

  /** Opens the editor and puts the cursor into it. */
  reveal(): void {
    const details = this.renderRoot.querySelector('details');
    if (details) details.open = true;
    this.renderRoot.querySelector('pf-text-field')?.focus();
    this.scrollIntoView({ block: 'nearest' });
  }
}

/** `95 % within 5 working days, working time`. */
export function says(sla: Sla): string {
  const share = writeNumber(sla.target * 100);
  const limit = formatSpan(sla.limit, locale(), 'long');
  return sla.clock === 'business'
    ? msg(str`${share} % within ${limit} of working time`)
    : msg(str`${share} % within ${limit}`);
}

function limitOf({ limit, clock, calendar }: Sla): TimeLimit {
  return calendar === undefined ? { limit, clock } : { limit, clock, calendar };
}

function withLimit(sla: Sla, limit: TimeLimit): Sla {
  return { ...omit(sla, 'calendar'), ...limit };
}

function withCondition(sla: Sla, when: Formula | undefined): Sla {
  return when === undefined ? omit(sla, 'when') : { ...sla, when };
}

/** A scope to begin with, keeping the step where there is one. */
function scopeOf(type: SlaScope['type'], old: SlaScope, model: ProcessModel): SlaScope {
  const activity = model.nodes.find((node) => behaviorOf(node)?.roles.includes('activity'))?.id ?? '';
  const element = old.type === 'activity' ? old.element : old.type === 'segment' ? old.from.element : activity;
  switch (type) {
    case 'case':
      return { type };
    case 'activity':
      return { type, element };
    case 'segment':
      return { type, from: { element, at: 'entered' }, to: { element, at: 'left' } };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-sla-editor': SlaEditor;
  }
}
