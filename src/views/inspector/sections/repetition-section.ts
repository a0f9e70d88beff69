/** What repeats: how many instances, whether a loop runs again, when it is enough, and the order of an ad-hoc sub-process. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CaseAttribute, DistributionSpec, ElementParameters, FlowNode, Formula } from '#simulation';
import { formulaOf } from '../../../bpmn/index.ts';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/distribution-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/formula-field.ts';
import '../../../fields/number-field.ts';
import type { InspectorContext, Section, Target } from '../context.ts';
import { setParameter, type ParameterName } from '../edits/elements.ts';
import { figureHeading, parametersOf } from '../figure.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { understands } from '../understands.ts';

const PARAMETERS = ['instances', 'repeat', 'completion', 'adHoc'] as const satisfies readonly ParameterName[];

export const repetitionSection: Section = {
  id: 'repetition',
  title: () => msg('Repetition'),
  applies: (target) => PARAMETERS.some((parameter) => understands(target, parameter)),
  render(target, context) {
    if (target.kind !== 'node') throw new Error(`nothing repeats at <${target.kind}>`);
    const { node } = target;
    return html`
      ${figureHeading(context, node.id, understands(target, 'repeat') ? 'repeat' : 'instances', repetitionSection.title())}
      <div class="stack">
        ${understands(target, 'instances') ? renderInstances(node, context) : nothing}
        ${understands(target, 'repeat') ? renderRepeat(node, context) : nothing}
        ${understands(target, 'adHoc') ? renderAdHoc(node, context) : nothing}
        ${understands(target, 'completion') ? renderCompletion(target, node, context) : nothing}
      </div>
    `;
  },
};

const setter =
  (node: FlowNode, context: InspectorContext) =>
  <K extends (typeof PARAMETERS)[number]>(name: K, value: ElementParameters[K] | undefined): void =>
    context.edit(msg(str`Set repetition of ${nameOf(context.model, context.scenario, node.id)}`), (s) =>
      setParameter(s, node.id, name, value),
    );

/** Attributes, and what the engine counts. */
function names(context: InspectorContext, counters: readonly string[]): readonly CaseAttribute[] {
  const counted = counters.map((name): CaseAttribute => ({
    name,
    type: 'number',
    distribution: { type: 'constant', params: { value: 0 } },
  }));
  return [...(context.scenario.attributes ?? []), ...counted];
}

function renderInstances(node: FlowNode, context: InspectorContext): TemplateResult {
  const set = setter(node, context);
  const { instances } = parametersOf(context, node.id);
  const own = node.loop?.type === 'multi-instance' ? node.loop.cardinality : undefined;
  const isFormula = instances === undefined ? own !== undefined : 'text' in instances;
  const formula = instances && 'text' in instances ? instances : own;
  return html`
    ${choice<'number' | 'formula'>({
      label: msg('Instances'),
      value: isFormula ? 'formula' : 'number',
      choices: [
        { value: 'number', label: msg('A number, fixed or drawn') },
        { value: 'formula', label: msg('Calculated from case attributes') },
      ],
      chosen: (kind) =>
        set('instances', kind === 'formula' ? formulaOf('1') : { type: 'constant', params: { value: 3 } }),
    })}
    ${
      isFormula
        ? html`<pf-formula-field
            label=${msg('Number of instances')}
            required
            .caseAttributes=${names(context, [])}
            .value=${formula}
            @change=${(event: FieldChange<Formula>) => set('instances', event.detail)}
          ></pf-formula-field>`
        : html`<pf-distribution-field
            label=${msg('Number of instances')}
            plain
            .value=${instances && !('text' in instances) ? instances : undefined}
            @change=${(event: FieldChange<DistributionSpec>) => set('instances', event.detail)}
          ></pf-distribution-field>`
    }
  `;
}

function renderRepeat(node: FlowNode, context: InspectorContext): TemplateResult {
  const set = setter(node, context);
  const { repeat } = parametersOf(context, node.id);
  const own = node.loop?.type === 'standard' ? node.loop.condition : undefined;
  const isFormula = repeat === undefined ? own !== undefined : typeof repeat !== 'number';
  const formula = repeat !== undefined && typeof repeat !== 'number' ? repeat : own;
  return html`
    ${choice<'chance' | 'condition'>({
      label: msg('Runs again'),
      value: isFormula ? 'condition' : 'chance',
      choices: [
        { value: 'chance', label: msg('By chance, drawn anew each time') },
        { value: 'condition', label: msg('While a condition holds') },
      ],
      chosen: (kind) => set('repeat', kind === 'condition' ? formulaOf('loopCounter < 3') : 0.2),
    })}
    ${
      isFormula
        ? html`<pf-formula-field
            label=${msg('Runs again while')}
            required
            .caseAttributes=${names(context, ['loopCounter'])}
            .value=${formula}
            @change=${(event: FieldChange<Formula>) => set('repeat', event.detail)}
          ></pf-formula-field>`
        : html`<pf-percent-field
            label=${msg('Chance of another run')}
            .value=${typeof repeat === 'number' ? repeat : undefined}
            @change=${(event: FieldChange<number>) => set('repeat', event.detail)}
          ></pf-percent-field>`
    }
  `;
}

const renderAdHoc = (node: FlowNode, context: InspectorContext): TemplateResult =>
  choice<'each-once'>({
    label: msg('Order of activities'),
    value: parametersOf(context, node.id).adHoc,
    placeholder: msg('Choose what is done …'),
    choices: [{ value: 'each-once', label: msg('Each once, in any order people are free for') }],
    chosen: (policy) => setter(node, context)('adHoc', policy),
  });

function renderCompletion(target: Target, node: FlowNode, context: InspectorContext): TemplateResult {
  const own = node.loop?.type === 'multi-instance' ? node.loop.completion : node.condition;
  const counters = understands(target, 'instances') ? ['numberOfCompletedInstances', 'numberOfInstances'] : [];
  return html`<pf-formula-field
    label=${msg('Done early when')}
    .caseAttributes=${names(context, counters)}
    .value=${parametersOf(context, node.id).completion ?? own}
    @change=${(event: FieldChange<Formula | undefined>) =>
      setter(node, context)('completion', event.detail?.text ? event.detail : undefined)}
  ></pf-formula-field>`;
}
