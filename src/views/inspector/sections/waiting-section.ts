/** Timers, messages and other things a case waits for: how long, and on which clock. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { toMs, type Clock, type DistributionSpec, type FlowNode } from '#simulation';
import '../../../fields/distribution-field.ts';
import { sayMs } from '../../../fields/duration-text.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import { calendarChoice, clockChoice } from '../../../fields/limit-field.ts';
import { parseSpan } from '../../../format/index.ts';
import type { InspectorContext, Section } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

export const waitingSection: Section = {
  id: 'waiting',
  title: () => msg('Waiting'),
  applies: (target) => understands(target, 'delay'),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`nothing to wait for at <${target.kind}>`);
    const { node } = target;
    const { delay } = parametersOf(context, node.id);
    const label = msg(str`Set waiting at ${nameOf(context.model, context.scenario, node.id)}`);
    const set = (next: DistributionSpec | undefined): void =>
      context.edit(label, (s) => setParameter(s, node.id, 'delay', next));
    const own = timerText(node);
    return html`
      ${figureHeading(context, node.id, 'delay', waitingSection.title())}
      <div class="stack">
        ${renderReason(node, context, delay !== undefined)}
        ${
          delay || own === undefined
            ? html`<pf-distribution-field
                label=${msg('Time until it happens')}
                default-unit="h"
                .value=${delay}
                @change=${(event: FieldChange<DistributionSpec>) => set(event.detail)}
              ></pf-distribution-field>`
            : html`<div>
                <button class="plain" type="button" @click=${() => set(startOf(own))}>
                  <wa-icon name="edit"></wa-icon>${msg('Use another time in this scenario')}
                </button>
              </div>`
        }
        ${
          delay && own !== undefined
            ? html`<div>
                <button class="plain" type="button" @click=${() => set(undefined)}>
                  <wa-icon name="undo"></wa-icon>${msg('Back to the time of the diagram')}
                </button>
              </div>`
            : nothing
        }
        ${own !== undefined || delay ? renderClock(node, context, label) : nothing}
      </div>
    `;
  },
};

/** What makes it happen when the scenario gives no time. */
function renderReason(node: FlowNode, context: InspectorContext, overridden: boolean): TemplateResult | typeof nothing {
  const own = timerText(node);
  if (own !== undefined) {
    const said = sayTimer(own);
    return overridden
      ? html`<p class="quiet">${msg(str`The diagram says ${said}; this scenario overrides it.`)}</p>`
      : html`<p>${msg(str`The diagram says ${said}.`)}</p>`;
  }
  const sender = context.model.messageFlows.find((flow) => flow.target === node.id)?.source;
  const blackBox = context.model.participants.some((p) => p.id === sender && p.process === undefined);
  if (sender === undefined || overridden) return nothing;
  const name = nameOf(context.model, context.scenario, sender);
  return blackBox
    ? html`<p>${msg(str`Waits for a message from ${name}; how long that takes is set on the message flow.`)}</p>`
    : html`<p>${msg(str`Waits for the message that ${name} sends.`)}</p>`;
}

function renderClock(node: FlowNode, context: InspectorContext, label: string): TemplateResult {
  const { clock = 'calendar', calendar } = parametersOf(context, node.id);
  return html`
    ${clockChoice(clock, (next: Clock) => context.edit(label, (s) => setParameter(s, node.id, 'clock', next)))}
    ${
      clock === 'business'
        ? calendarChoice(calendar, context.scenario.calendars ?? [], (next) =>
            context.edit(label, (s) => setParameter(s, node.id, 'calendar', next)),
          )
        : nothing
    }
  `;
}

const timerText = (node: FlowNode): string | undefined =>
  node.eventDefinitions?.find((definition) => definition.timer)?.timer?.text;

/** `PT48H (2 d)`: the file's words and what they mean. */
function sayTimer(text: string): string {
  const span = parseSpan(text);
  return span ? msg(str`${sayMs(toMs(span))} (${text})`) : text;
}

function startOf(text: string): DistributionSpec {
  const span = parseSpan(text) ?? { value: 1, unit: 'day' };
  return { type: 'constant', params: { value: span.value }, unit: span.unit };
}
