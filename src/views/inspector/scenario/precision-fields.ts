/** When a run ends: after its replications, or when a figure is known well enough. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { toMs, type Precision, type PrecisionGoal, type Scenario, type Span } from '#simulation';
import { figureAt, figuresOfScenario, type FigureKind } from '../../../comparison/figure-list.ts';
import { choice } from '../../../fields/choice.ts';
import '../../../fields/duration-field.ts';
import type { FieldChange } from '../../../fields/field-element.ts';
import '../../../fields/number-field.ts';
import type { InspectorContext } from '../context.ts';
import { setRun } from '../edits/settings.ts';

export function renderPrecision(context: InspectorContext): TemplateResult {
  const { scenario } = context;
  const goal = scenario.run?.precision;
  const set = (precision: PrecisionGoal | undefined): void =>
    context.edit(msg('Set when the run ends'), (s) => setRun(s, 'precision', precision));
  return html`${choice<'fixed' | 'precise'>({
    label: msg('Ends'),
    value: goal ? 'precise' : 'fixed',
    choices: [
      { value: 'fixed', label: msg('after these replications') },
      { value: 'precise', label: msg('when a figure is known well enough') },
    ],
    testId: 'run-ends',
    chosen: (end) => set(end === 'precise' ? firstGoal(scenario) : undefined),
  })}
  ${goal ? renderGoal(goal, scenario, set) : nothing}`;
}

function renderGoal(goal: PrecisionGoal, scenario: Scenario, set: (goal: PrecisionGoal) => void): TemplateResult {
  const asked = goal.figure.join('/');
  const listed = figuresOfScenario(scenario);
  const chosen = figureAt(listed, goal.figure);
  const known = listed.includes(chosen) ? listed : [...listed, chosen];
  return html`
    ${choice({
      label: msg('Figure'),
      value: asked,
      choices: known.map(({ path, name }) => ({ value: path.join('/'), label: name })),
      testId: 'precision-figure',
      chosen: (text) => {
        const { path: figure, kind } = known.find(({ path }) => path.join('/') === text) ?? chosen;
        const keeps = 'relative' in goal.wanted || kind === chosen.kind;
        set({ ...goal, figure, wanted: keeps ? goal.wanted : usual(kind) });
      },
    })}
    <div class="row">
      ${choice<'relative' | 'absolute'>({
        label: msg('Half-width'),
        value: 'relative' in goal.wanted ? 'relative' : 'absolute',
        choices: [
          { value: 'relative', label: msg('of the mean') },
          { value: 'absolute', label: msg('in its own unit') },
        ],
        testId: 'precision-kind',
        chosen: (kind) => set({ ...goal, wanted: kind === 'relative' ? { relative: 0.05 } : usual(chosen.kind) }),
      })}
      ${renderWidth(goal.wanted, chosen.kind, (wanted) => set({ ...goal, wanted }))}
    </div>
    <pf-number-field
      label=${msg('Replications, at most')}
      whole
      min="10"
      max="1000000"
      placeholder="1000"
      .value=${goal.most}
      @change=${(event: FieldChange<number | undefined>) => {
        const { figure, wanted } = goal;
        set({ figure, wanted, ...(event.detail === undefined ? {} : { most: event.detail }) });
      }}
    ></pf-number-field>
    <p class="hint">
      ${msg('Looked at after every ten replications: the run ends when the 95 % interval reaches no further to either side.')}
    </p>
  `;
}

function renderWidth(wanted: Precision, kind: FigureKind, set: (wanted: Precision) => void): TemplateResult {
  if (!('relative' in wanted) && kind === 'time')
    return html`<pf-duration-field
      label="±"
      data-test="precision-width"
      default-unit="h"
      positive
      required
      .value=${spanOf(wanted.absolute)}
      @change=${(event: FieldChange<Span>) => set({ absolute: toMs(event.detail) / 1000 })}
    ></pf-duration-field>`;
  const percent = 'relative' in wanted || kind === 'share';
  const value = 'relative' in wanted ? wanted.relative : wanted.absolute;
  return html`<pf-number-field
    label="±"
    data-test="precision-width"
    min=${percent ? 0.01 : 0.000001}
    max=${percent ? 100 : 1e12}
    required
    unit=${'relative' in wanted ? '%' : kind === 'share' ? msg('percentage points') : ''}
    .value=${percent ? Number((100 * value).toPrecision(12)) : value}
    @change=${(event: FieldChange<number>) => {
      const said = percent ? Number((event.detail / 100).toPrecision(12)) : event.detail;
      set('relative' in wanted ? { relative: said } : { absolute: said });
    }}
  ></pf-number-field>`;
}

/** The first promise to two points; without one the cycle time to a twentieth. */
function firstGoal(scenario: Scenario): PrecisionGoal {
  const sla = scenario.slas?.[0];
  return sla
    ? { figure: ['slas', sla.id, 'hitRate'], wanted: { absolute: 0.02 } }
    : { figure: ['cycleTime', 'mean'], wanted: { relative: 0.05 } };
}

function usual(kind: FigureKind): Precision {
  switch (kind) {
    case 'share':
      return { absolute: 0.02 };
    case 'time':
      return { absolute: 3600 };
    case 'money':
    case 'count':
      return { absolute: 1 };
  }
}

/** Seconds in the largest unit of the clock that needs no fraction. */
function spanOf(seconds: number): Span {
  if (seconds % 3600 === 0) return { value: seconds / 3600, unit: 'h' };
  return seconds % 60 === 0 ? { value: seconds / 60, unit: 'min' } : { value: seconds, unit: 's' };
}
