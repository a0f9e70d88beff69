/** Cases that are worked on together: when a batch is complete, how it is done, what becomes of those left over. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Batching } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import type { Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { omit } from '../edits/omit.ts';
import { parametersOf } from '../figure.ts';
import { understands } from '../understands.ts';
import { renderBatchRules } from './batch-rules.ts';

export const batchSection: Section = {
  id: 'batch',
  title: () => msg('Batches'),
  applies: (target) => understands(target, 'batch'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no batches at <${target.kind}>`);
    const { id } = target.node;
    const { batch } = parametersOf(context, id);
    const set = (next: Batching | undefined): void =>
      context.edit(msg(str`Set batches of ${nameOf(context.model, context.scenario, id)}`), (s) =>
        setParameter(s, id, 'batch', next),
      );
    return html`<details ?open=${batch !== undefined}>
      <summary><h3>${batchSection.title()}</h3></summary>
      <div class="stack">${renderType(batch, set)} ${batch ? renderBatch(batch, set) : nothing}</div>
    </details>`;
  },
};

type SetBatch = (next: Batching | undefined) => void;

function renderType(batch: Batching | undefined, set: SetBatch): TemplateResult {
  return choice<Batching['type'] | 'none'>({
    label: msg('Cases are worked on'),
    value: batch?.type ?? 'none',
    choices: [
      { value: 'none', label: msg('each for itself') },
      { value: 'parallel', label: msg('together, at one time') },
      { value: 'sequential', label: msg('one after another, by the same people') },
    ],
    hint:
      batch?.type === 'parallel' ? msg('One work time for the whole batch; its cost is divided among the cases.') : '',
    chosen: (type) => set(type === 'none' ? undefined : batch ? { ...batch, type } : { type, fires: [{ size: 5 }] }),
  });
}

function renderBatch(batch: Batching, set: SetBatch): TemplateResult {
  const setDurations = (durations: Durations): void =>
    set(durations.length > 0 ? { ...batch, durations } : omit(batch, 'durations'));
  return html`
    ${renderBatchRules(batch.fires, (fires) => set({ ...batch, fires }))}
    <pf-number-field
      label=${msg('Most cases in a batch')}
      unit=${msg('cases')}
      whole
      min="1"
      hint=${msg('Empty = all that wait.')}
      .value=${batch.most}
      @change=${(event: FieldChange<number | undefined>) => set(event.detail === undefined ? omit(batch, 'most') : { ...batch, most: event.detail })}
    ></pf-number-field>
    ${renderDurations(batch.durations ?? [], setDurations)}
    ${choice<'flush' | 'wait'>({
      label: msg('What is left over when nothing more can come'),
      value: batch.leftovers ?? 'flush',
      choices: [
        { value: 'flush', label: msg('is done all the same') },
        { value: 'wait', label: msg('stays open') },
      ],
      chosen: (leftovers) => set({ ...batch, leftovers }),
    })}
  `;
}

type Durations = NonNullable<Batching['durations']>;

function renderDurations(rows: Durations, set: (next: Durations) => void): TemplateResult {
  const replace = (index: number, part: Partial<Durations[number]>): void =>
    set(rows.map((old, i) => (i === index ? { ...old, ...part } : old)));
  return html`${rows.map(
      (row, index) =>
        html`<div class="row" role="group" aria-label=${msg(str`Work time by size ${index + 1}`)}>
          <pf-number-field
            label=${msg('From')}
            unit=${msg('cases')}
            required
            whole
            min="1"
            .value=${row.size}
            @change=${(event: FieldChange<number>) => replace(index, { size: event.detail })}
          ></pf-number-field>
          <pf-number-field
            label=${msg('Takes')}
            unit=${msg('times as long')}
            required
            min="0.01"
            max="100"
            .value=${row.factor}
            @change=${(event: FieldChange<number>) => replace(index, { factor: event.detail })}
          ></pf-number-field>
          <button
            class="icon-button fixed beside"
            type="button"
            aria-label=${msg(str`Remove work time by size ${index + 1}`)}
            @click=${() => set(rows.filter((_, i) => i !== index))}
          >
            <wa-icon name="trash"></wa-icon>
          </button>
        </div>`,
    )}
    <div>
      <button
        class="plain"
        type="button"
        @click=${() => set([...rows, { size: (rows.at(-1)?.size ?? 1) + 1, factor: rows.at(-1)?.factor ?? 1 }])}
      >
        <wa-icon name="plus"></wa-icon>${msg('Other work time for large batches')}
      </button>
    </div>`;
}
