/** What a sweep is asked: one or two parameters, and which values each takes. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { MOST_POINTS, stepsOf, type AxisRow, type SweepDesk } from '../../../app/experiments/sweep-desk.ts';
import { keyOf, parameterName } from '../../../comparison/parameter-words.ts';
import { formatNumber } from '../../../format/index.ts';
import { locale } from '../../../i18n/locale.ts';
import { unitOfAxis } from './swept.ts';

type Input = Event & { currentTarget: HTMLInputElement };
type Select = Event & { currentTarget: HTMLSelectElement };

export function sweepQuestion(desk: SweepDesk): TemplateResult {
  const { axes, points } = desk;
  const [first, second] = axes;
  const count = formatNumber(points, locale(), 0);
  const most = formatNumber(MOST_POINTS, locale(), 0);
  return html`${axis(desk, 0, first, msg('Parameter'))}
    ${first ? axis(desk, 1, second, msg('Second parameter (a map)')) : nothing}
    <p class="pf-x-hint" role="status">
      ${
        !first
          ? msg(
              'This scenario has no parameter that could be varied. Say how long steps take or who works on them first.',
            )
          : points === 0
            ? msg('Give each parameter a first and a larger last value, and at least two values.')
            : points > MOST_POINTS
              ? msg(str`${count} points are too many: at most ${most} can be run. Take fewer values.`)
              : msg(str`${count} points, each with the replications of the scenario.`)
      }
    </p>`;
}

function axis(desk: SweepDesk, at: number, row: AxisRow | undefined, label: string): TemplateResult {
  const taken = desk.axes.filter((_, i) => i !== at).map(({ known }) => keyOf(known.parameter));
  const chosen = row ? keyOf(row.known.parameter) : '';
  return html`<fieldset class="pf-sweep-axis">
    <legend>${label}</legend>
    <select
      aria-label=${label}
      @change=${({ currentTarget: { value } }: Select) =>
        desk.setAxis(at, desk.known.find(({ parameter }) => keyOf(parameter) === value)?.parameter)}
    >
      ${at > 0 || !row ? html`<option value="" ?selected=${!row}>${msg('none')}</option>` : nothing}
      ${desk.known
        .map(({ parameter }) => parameter)
        .filter((parameter) => !taken.includes(keyOf(parameter)))
        .map(
          (parameter) =>
            html`<option value=${keyOf(parameter)} ?selected=${keyOf(parameter) === chosen}>
              ${desk.variant ? parameterName(desk.variant, parameter) : nothing}
            </option>`,
        )}
    </select>
    ${row ? range(desk, at, row, label) : nothing}
  </fieldset>`;
}

function range(desk: SweepDesk, at: number, row: AxisRow, label: string): TemplateResult {
  const { factor, name, step } = unitOfAxis(row.known, desk.variant?.scenario, locale());
  const number = (text: string, value: number, width: number | 'any', put: (value: number) => void): TemplateResult =>
    html`<label>
      <span>${text}</span>
      <input
        type="number"
        min="0"
        step=${width}
        .value=${String(Number(value.toPrecision(6)))}
        aria-label=${msg(str`${label}: ${text}`)}
        aria-invalid=${stepsOf(row).length === 0 ? 'true' : 'false'}
        @change=${({ currentTarget: { value: written } }: Input) => {
          if (written !== '' && Number.isFinite(Number(written))) put(Number(written));
        }}
      />
    </label>`;
  return html`<div class="pf-sweep-range">
    ${number(msg('from'), row.from / factor, step, (value) => desk.changeAxis(at, { from: value * factor }))}
    ${number(msg('to'), row.to / factor, step, (value) => desk.changeAxis(at, { to: value * factor }))}
    ${number(msg('values'), row.count, 1, (value) => desk.changeAxis(at, { count: Math.round(value) }))}
    <span class="pf-x-quiet">${name}</span>
  </div>`;
}
