/** Which way cases go after a gateway: by shares or by conditions on the case. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { FlowNode, Formula, Provenance } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import '../../../fields/provenance-tag.ts';
import { equalShares } from '../../../fields/shares.ts';
import '../../../fields/shares-field.ts';
import type { BranchShare } from '../../../fields/shares-field.ts';
import type { InspectorContext, Section } from '../context.ts';
import { chooseByConditions, chooseByShares, setParameter, setShares, setSharesProvenance } from '../edits/elements.ts';
import { parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { chooses, choosing, type Choosing } from './branches.ts';

export const branchesSection: Section = {
  id: 'branches',
  title: () => msg('Which way cases go'),
  applies: (target, context) => target.kind === 'node' && chooses(target.node, context),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`no branches at <${target.kind}>`);
    return renderBranches(target.node, context);
  },
};

/** Also shown when one of the branches itself is selected. */
export function renderBranches(node: FlowNode, context: InspectorContext): TemplateResult {
  const now = choosing(node, context);
  const shares = sharesOf(now);
  const name = nameOf(context.model, context.scenario, node.id);
  const label = msg(str`Set branches of ${name}`);
  const switchTo = (by: 'shares' | 'conditions'): void =>
    context.edit(label, (s) => (by === 'shares' ? chooseByShares(s, shares) : chooseByConditions(s, startOf(now))));
  const source = parametersOf(context, node.outgoing[0] ?? '').provenance?.probability;
  return html`
    <div class="heading">
      <h3>${branchesSection.title()}</h3>
      ${
        now.by === 'shares' && now.branches.some((branch) => branch.share !== undefined)
          ? html`<pf-provenance-tag
              label=${msg('Shares')}
              .value=${source}
              @change=${(event: FieldChange<Provenance>) =>
                context.edit(label, (s) => setSharesProvenance(s, shares, event.detail))}
            ></pf-provenance-tag>`
          : nothing
      }
    </div>
    <div class="stack">
      ${choice<'shares' | 'conditions'>({
        label: msg('Decided by'),
        value: now.by,
        choices: [
          { value: 'shares', label: msg('shares of cases') },
          { value: 'conditions', label: msg('properties of the case') },
        ],
        chosen: switchTo,
      })}
      ${
        now.by === 'shares'
          ? html`<pf-shares-field
              label=${branchesSection.title()}
              ?independent=${node.type === 'bpmn:InclusiveGateway'}
              .value=${shares}
              @change=${(event: FieldChange<readonly BranchShare[]>) =>
                context.edit(label, (s) => setShares(s, event.detail))}
            ></pf-shares-field>`
          : renderConditions(now, context, label)
      }
    </div>
  `;
}

function renderConditions(now: Choosing, context: InspectorContext, label: string): TemplateResult {
  return html`
    ${now.branches.map((branch) =>
      branch.isDefault
        ? html`<p><span class="quiet">${branch.label}</span><br />${msg('Otherwise: the default branch.')}</p>`
        : html`<pf-formula-field
            label=${branch.label}
            .caseAttributes=${context.scenario.attributes ?? []}
            .value=${branch.condition}
            @change=${(event: FieldChange<Formula | undefined>) =>
              context.edit(label, (s) => setParameter(s, branch.id, 'condition', event.detail))}
          ></pf-formula-field>`,
    )}
    ${
      now.branches.some((branch) => branch.isDefault)
        ? nothing
        : html`<p class="caution">
            ${msg('No default branch: a case that meets no condition fails. Set one in the diagram.')}
          </p>`
    }
  `;
}

/** Shares to show: what is said; what is not said gets an equal part of the rest. */
function sharesOf({ branches }: Choosing): readonly BranchShare[] {
  const said = branches.reduce((sum, branch) => sum + (branch.share ?? 0), 0);
  const open = branches.filter((branch) => branch.share === undefined).length;
  const equal = equalShares(Math.max(1, open));
  let next = 0;
  return branches.map(({ id, label, share }) => ({
    id,
    label,
    share: share ?? (equal[next++] ?? 0) * Math.max(0, 1 - said),
  }));
}

/** Conditions to begin with: those that are there; else one empty text to fill in, so that the switch has something to show. */
function startOf({ branches }: Choosing): readonly { readonly id: string; readonly condition?: Formula }[] {
  if (branches.some((branch) => branch.condition !== undefined)) return branches;
  const first = branches.find((branch) => !branch.isDefault);
  return branches.map(({ id }) => (id === first?.id ? { id, condition: { text: '' } } : { id }));
}
