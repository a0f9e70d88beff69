/** Which element of the later design is which of the earlier one: suggested, and decided in a list or by pointing at both. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { Variant } from '../../../app/experiments/variants.ts';
import type { ElementPair, PairDecisions, PairOrigin } from '../../../experiments/index.ts';
import { nameOf } from '../../../i18n/element-names.ts';

interface Twins {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface CorrespondenceContext {
  readonly from: Variant;
  readonly to: Variant;
  readonly pairs: readonly ElementPair[];
  readonly decisions: PairDecisions;
  /** What is pointed at on the diagrams. */
  readonly selected: Twins;
  /** `null`: has no twin; undefined: take the suggestion again. */
  decide(element: string, twin: string | null | undefined): void;
  show(ids: Twins): void;
}

const NONE = ' none';

export function correspondenceEditor(context: CorrespondenceContext): TemplateResult {
  const { from, to, pairs, decisions } = context;
  const twins = new Map(pairs.map((pair) => [pair.to, pair]));
  const name = (variant: Variant, id: string): string => nameOf(variant.model, variant.scenario, id);
  return html`<p class="pf-x-hint">
      ${msg('Elements that are the same share their luck and are compared with each other. Choose here, or drag an element of the first list onto its twin.')}
    </p>
    ${unpaired(context, name)}
    <table class="pf-twins">
      <thead>
        <tr>
          <th scope="col">${to.design.name}</th>
          <th scope="col">${from.design.name}</th>
          <th scope="col"><span class="wa-visually-hidden">${msg('Why')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${to.model.nodes.map(({ id }) => {
          const pair = twins.get(id);
          const decided = Object.hasOwn(decisions, id);
          return html`<tr
            @dragover=${(event: DragEvent) => event.preventDefault()}
            @drop=${(event: DragEvent) => {
              event.preventDefault();
              const dragged = event.dataTransfer?.getData('text/plain');
              if (dragged && from.model.nodes.some((node) => node.id === dragged)) context.decide(id, dragged);
            }}
          >
            <th scope="row">
              <button type="button" class="pf-x-line" @click=${() => context.show({ to: id, from: pair?.from })}>
                ${name(to, id)}
              </button>
            </th>
            <td>
              <select
                aria-label=${msg(str`Twin of ${name(to, id)}`)}
                .value=${pair?.from ?? NONE}
                @change=${(event: Event & { currentTarget: HTMLSelectElement }) =>
                  context.decide(id, event.currentTarget.value === NONE ? null : event.currentTarget.value)}
              >
                <option value=${NONE} ?selected=${!pair}>${msg('none')}</option>
                ${from.model.nodes.map(
                  (node) =>
                    html`<option value=${node.id} ?selected=${node.id === pair?.from}>${name(from, node.id)}</option>`,
                )}
              </select>
            </td>
            <td>
              ${
                decided
                  ? html`<button
                      type="button"
                      class="pf-x-icon"
                      title=${msg('Use the suggestion again')}
                      aria-label=${msg(str`Use the suggestion for ${name(to, id)} again`)}
                      @click=${() => context.decide(id, undefined)}
                    >
                      <wa-icon name="undo"></wa-icon>
                    </button>`
                  : html`<span class="pf-x-quiet">${pair ? originName(pair.origin) : nothing}</span>`
              }
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

/** Elements of the earlier design that are nobody's twin, ready to be dragged. */
function unpaired(
  { from, pairs, show }: CorrespondenceContext,
  name: (variant: Variant, id: string) => string,
): TemplateResult {
  const taken = new Set(pairs.map((pair) => pair.from));
  const free = from.model.nodes.filter(({ id }) => !taken.has(id));
  if (free.length === 0) return html``;
  return html`<div class="pf-twins-free">
    <span class="pf-x-quiet">${msg(str`Only in ${from.design.name}:`)}</span>
    ${free.map(
      ({ id }) =>
        html`<button
          type="button"
          draggable="true"
          @dragstart=${(event: DragEvent) => event.dataTransfer?.setData('text/plain', id)}
          @click=${() => show({ from: id })}
        >
          ${name(from, id)}
        </button>`,
    )}
  </div>`;
}

function originName(origin: PairOrigin): string {
  switch (origin) {
    case 'chosen':
      return msg('chosen');
    case 'id':
      return msg('same id');
    case 'name':
      return msg('by name');
    case 'position':
      return msg('by position');
  }
}
