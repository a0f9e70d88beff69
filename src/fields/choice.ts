/** A labelled menu of a few fixed answers. */
import '@awesome.me/webawesome/dist/components/option/option.js';
import WaSelect from '@awesome.me/webawesome/dist/components/select/select.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

export interface Choice<K extends string> {
  readonly value: K;
  readonly label: string;
}

export interface ChoiceOptions<K extends string> {
  readonly label: string;
  readonly value: K | undefined;
  readonly choices: readonly Choice<K>[];
  readonly chosen: (value: K) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Hides the label from sight only. */
  readonly labelHidden?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** Renders the menu; `chosen` hears only a new answer. */
export function choice<K extends string>(options: ChoiceOptions<K>): TemplateResult {
  const changed = (event: Event): void => {
    event.stopPropagation();
    const answer = event.target instanceof WaSelect ? event.target.value : undefined;
    const picked = options.choices.find((c) => c.value === answer);
    if (picked && picked.value !== options.value) options.chosen(picked.value);
  };
  const menu = html`<wa-select
    size="s"
    class=${options.labelHidden ? 'bare' : ''}
    label=${options.label}
    placeholder=${options.placeholder ?? ''}
    hint=${options.hint ?? ''}
    data-test=${options.testId ?? nothing}
    ?disabled=${options.disabled ?? false}
    .value=${options.value ?? ''}
    @change=${changed}
    @input=${(event: Event) => event.stopPropagation()}
  >
    ${options.choices.map((c) => html`<wa-option value=${c.value}>${c.label}</wa-option>`)}
  </wa-select>`;
  // A closed menu keeps the words of its answer, so other words need another menu.
  return html`${keyed(options.choices.map((c) => c.label).join('\n'), menu)}`;
}
