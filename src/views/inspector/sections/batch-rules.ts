/** The rules by which a batch is complete: one of them is enough, and all that a rule says must hold. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { BatchRule, Span } from '#simulation';
import '../../../fields/day-picker.ts';
import '../../../fields/duration-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import '../../../fields/time-of-day-field.ts';
import { omit } from '../edits/omit.ts';

export function renderBatchRules(
  rules: readonly BatchRule[],
  set: (next: readonly BatchRule[]) => void,
): TemplateResult {
  return html`${rules.map((rule, index) =>
      renderRule(
        rule,
        index,
        (next) => set(rules.map((old, i) => (i === index ? next : old))),
        rules.length > 1 ? () => set(rules.filter((_, i) => i !== index)) : undefined,
      ),
    )}
    <div>
      <button class="plain" type="button" @click=${() => set([...rules, { oldest: { value: 1, unit: 'day' } }])}>
        <wa-icon name="plus"></wa-icon>${msg('Or when …')}
      </button>
    </div>`;
}

function renderRule(
  rule: BatchRule,
  index: number,
  change: (next: BatchRule) => void,
  remove: (() => void) | undefined,
): TemplateResult {
  const put = <K extends keyof BatchRule>(name: K, value: BatchRule[K]): void => {
    const rest = omit(rule, name);
    change(value === undefined ? rest : { ...rest, [name]: value });
  };
  return html`<div class="tight" role="group" aria-label=${msg(str`A batch is complete when ${index + 1}`)}>
    <span class="hint"
      >${index === 0 ? msg('A batch is complete when all of this holds:') : msg('Or when all of this holds:')}</span
    >
    <pf-number-field
      label=${msg('Cases that wait, at least')}
      unit=${msg('cases')}
      whole
      min="1"
      .value=${rule.size}
      @change=${(event: FieldChange<number | undefined>) => put('size', event.detail)}
    ></pf-number-field>
    <div class="row">
      <pf-duration-field
        label=${msg('The oldest has waited')}
        .value=${rule.oldest}
        @change=${(event: FieldChange<Span | undefined>) => put('oldest', event.detail)}
      ></pf-duration-field>
      <pf-duration-field
        label=${msg('Nobody has come for')}
        .value=${rule.quiet}
        @change=${(event: FieldChange<Span | undefined>) => put('quiet', event.detail)}
      ></pf-duration-field>
    </div>
    <pf-day-picker
      label=${msg('On these days (none = every day)')}
      optional
      .value=${rule.days ?? []}
      @change=${(event: FieldChange<readonly number[]>) =>
        put('days', event.detail.length > 0 ? event.detail : undefined)}
    ></pf-day-picker>
    <div class="row">
      <pf-time-of-day-field
        label=${msg('At')}
        .value=${rule.from}
        @change=${(event: FieldChange<number | undefined>) => put('from', event.detail)}
      ></pf-time-of-day-field>
      <pf-time-of-day-field
        label=${msg('Until')}
        .value=${rule.to}
        @change=${(event: FieldChange<number | undefined>) => put('to', event.detail)}
      ></pf-time-of-day-field>
    </div>
    <span class="hint">${msg('Without an end: at this moment only.')}</span>
    ${
      remove
        ? html`<div class="end">
            <button class="plain danger" type="button" @click=${remove}>
              <wa-icon name="trash"></wa-icon>${msg('Remove')}
            </button>
          </div>`
        : ''
    }
  </div>`;
}
