/** A pool or lane of the diagram: its steps, and giving all of them the same people at once. */
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { behaviorOf, type FlowNode, type ResourcePool } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { InspectorContext, Section, Target } from '../context.ts';
import { setResources } from '../edits/elements.ts';
import { newPool, setPool } from '../edits/pools.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';

const NEW_POOL = ' new';

export const staffSection: Section = {
  id: 'staff',
  title: () => msg('People of all steps'),
  applies: (target) => target.kind === 'lane' || target.kind === 'participant',
  render(target, context) {
    const steps = stepsOf(target, context);
    const own = nameOfTarget(target);
    if (target.kind === 'participant' && target.participant.process === undefined)
      return html`<p class="quiet">
        ${msg('Its process is not modelled. How long it takes to answer is set on the message flows that leave it.')}
      </p>`;
    const pools = context.scenario.pools ?? [];
    const assign = (pool: ResourcePool, isNew: boolean): void =>
      context.edit(msg(str`Let ${pool.name} do all steps of ${own}`), (s) =>
        setResources(
          isNew ? setPool(s, pool) : s,
          steps.map(({ id }) => id),
          [[{ pool: pool.id, units: 1 }]],
        ),
      );
    const chosen = (id: string): void => {
      const pool = pools.find((p) => p.id === id);
      if (pool) assign(pool, false);
      else
        assign(
          newPool(
            own || msg('New pool'),
            pools.map((p) => p.id),
          ),
          true,
        );
    };
    return html`
      <div class="heading"><h3>${staffSection.title()}</h3></div>
      <div class="stack">
        <p class="quiet">
          ${msg(str`${steps.length} steps with people. Choosing a pool replaces who does each of them.`)}
        </p>
        ${
          steps.length > 0
            ? choice({
                label: msg('One person of'),
                placeholder: msg('Choose a pool …'),
                value: commonPool(steps, context),
                choices: [
                  ...pools.map((pool) => ({ value: pool.id, label: pool.name || pool.id })),
                  { value: NEW_POOL, label: own ? msg(str`New pool “${own}”`) : msg('New pool') },
                ],
                chosen,
              })
            : nothing
        }
        <ul>
          ${steps.map(
            (step) =>
              html`<li>
                <button class="plain" type="button" @click=${() => context.session.editor.select(step.id)}>
                  ${nameOf(context.model, context.scenario, step.id)}
                </button>
              </li>`,
          )}
        </ul>
      </div>
    `;
  },
};

function stepsOf(target: Target, { model }: InspectorContext): readonly FlowNode[] {
  const withPeople = model.nodes.filter((node) => behaviorOf(node)?.parameters.includes('resources'));
  if (target.kind === 'lane') return withPeople.filter((node) => target.lane.nodes.includes(node.id));
  if (target.kind !== 'participant') return [];
  return withPeople.filter((node) => processOf(node.scope, model.nodes) === target.participant.process);
}

/** The process around a scope, which may be a sub-process of a sub-process. */
function processOf(scope: string, nodes: readonly FlowNode[]): string {
  const around = nodes.find((node) => node.id === scope);
  return around ? processOf(around.scope, nodes) : scope;
}

function nameOfTarget(target: Target): string {
  if (target.kind === 'lane') return target.lane.name ?? '';
  return target.kind === 'participant' ? (target.participant.name ?? '') : '';
}

/** The pool when one person of it does every step. */
function commonPool(steps: readonly FlowNode[], context: InspectorContext): string | undefined {
  const pools = new Set(
    steps.map(({ id }) => {
      const [needs, ...others] = parametersOf(context, id).resources ?? [];
      return needs?.length === 1 && others.length === 0 && needs[0]?.units === 1 ? needs[0].pool : undefined;
    }),
  );
  const [only] = pools;
  return pools.size === 1 ? only : undefined;
}
