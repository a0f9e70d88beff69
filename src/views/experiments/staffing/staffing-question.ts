/** What a staffing search is asked: which pools between which bounds at which price, and which promises how surely. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { GoalRow, PoolRow, StaffingDesk } from '../../../app/experiments/staffing-desk.ts';
import type { Shift } from '../../../experiments/index.ts';

type Input = Event & { currentTarget: HTMLInputElement };

export function staffingQuestion(desk: StaffingDesk, currency: string): TemplateResult {
  return html`<table class="pf-staff-pools">
      <caption>
        ${msg('Who may be staffed how')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Pool')}</th>
          <th scope="col">${msg('Fewest')}</th>
          <th scope="col">${msg('Most')}</th>
          <th scope="col">${msg(str`${currency} per hour`)}</th>
        </tr>
      </thead>
      <tbody>
        ${desk.pools.map((row) => poolRows(row, desk))}
      </tbody>
    </table>
    <fieldset class="pf-staff-goals">
      <legend>${msg('Promises to keep')}</legend>
      ${
        desk.goals.length === 0
          ? html`<p class="pf-x-hint">
              ${msg('This scenario makes no promise yet. Add a service level to it first.')}
            </p>`
          : desk.goals.map((row) => goalRow(row, desk))
      }
    </fieldset>
    <label class="pf-staff-line">
      <span>${msg('Keep all of them in at least')}</span>
      ${percent(desk.assurance, 50, 99.9, msg('Share of periods'), (share) => desk.changeAssurance(share))}
      <span>${msg('of the periods')}</span>
    </label>
    <p class="pf-x-hint">
      ${msg('A period is what one replication covers. The search tries staffings under the same cases and the same luck until the cheapest is known.')}
    </p>`;
}

function poolRows(row: PoolRow, desk: StaffingDesk): TemplateResult {
  const { pool, name, searched, min, max, costPerHour, today, shifts = [] } = row;
  const number = (value: number | undefined, label: string, put: (value: number) => void, step = 1): TemplateResult =>
    html`<input
      type="number"
      min="0"
      step=${step}
      .value=${value === undefined ? '' : String(value)}
      ?disabled=${!searched}
      aria-label=${`${name}: ${label}`}
      @change=${({ currentTarget: { value: text } }: Input) => {
        if (text !== '' && Number(text) >= 0) put(Number(text));
      }}
    />`;
  return html`<tr>
      <th scope="row">
        <label>
          <input
            type="checkbox"
            .checked=${searched}
            @change=${({ currentTarget }: Input) => desk.changePool(pool, { searched: currentTarget.checked })}
          />
          ${name}
        </label>
        <div class="pf-x-quiet">
          ${msg(str`today ${today ?? 0}`)}
          ${
            searched
              ? html` ·
                  <button
                    type="button"
                    class="pf-x-link"
                    aria-label=${msg(str`Try a shift for ${name}`)}
                    @click=${() => desk.changePool(pool, { shifts: [...shifts, nextShift(shifts)] })}
                  >
                    ${msg('try a shift')}
                  </button>`
              : nothing
          }
        </div>
      </th>
      <td>${number(min, msg('fewest people'), (value) => desk.changePool(pool, { min: Math.round(value) }))}</td>
      <td>${number(max, msg('most people'), (value) => desk.changePool(pool, { max: Math.round(value) }))}</td>
      <td>
        ${number(costPerHour, msg('cost per hour'), (value) => desk.changePool(pool, { costPerHour: value }), 0.5)}
      </td>
    </tr>
    ${searched ? shifts.map((shift, i) => shiftRow(row, shift, i, desk)) : nothing}`;
}

function shiftRow({ pool, name, shifts = [] }: PoolRow, shift: Shift, at: number, desk: StaffingDesk): TemplateResult {
  const put = (changed: Shift | undefined): void =>
    desk.changePool(pool, { shifts: shifts.flatMap((own, i) => (i === at ? (changed ?? []) : own)) });
  const label = msg(str`${name}, shift ${at + 1}`);
  return html`<tr class="pf-staff-shift">
    <td colspan="4">
      <span>${msg(str`Shift ${at + 1}`)}</span>
      <input
        type="time"
        .value=${clock(shift.start)}
        aria-label=${msg(str`${label}: start`)}
        @change=${({ currentTarget: { value } }: Input) => {
          const [hour = NaN, minute = NaN] = value.split(':').map(Number);
          if (Number.isFinite(hour * 60 + minute)) put({ ...shift, start: hour * 60 + minute });
        }}
      />
      <input
        type="number"
        min="0.5"
        max="24"
        step="0.5"
        .value=${String(shift.length / 60)}
        aria-label=${msg(str`${label}: hours`)}
        @change=${({ currentTarget: { value } }: Input) => {
          if (Number(value) > 0) put({ ...shift, length: Math.round(Number(value) * 60) });
        }}
      />
      <span>${msg('hours')}</span>
      <button
        type="button"
        class="pf-x-icon"
        aria-label=${msg(str`Leave out ${label}`)}
        title=${msg('Leave out')}
        @click=${() => put(undefined)}
      >
        <wa-icon name="close"></wa-icon>
      </button>
    </td>
  </tr>`;
}

const goalRow = ({ sla, name, target, kept }: GoalRow, desk: StaffingDesk): TemplateResult =>
  html`<div class="pf-staff-line">
    <label>
      <input
        type="checkbox"
        .checked=${kept}
        @change=${({ currentTarget }: Input) => desk.changeGoal(sla, { kept: currentTarget.checked })}
      />
      ${name}
    </label>
    ${percent(target, 1, 100, msg(str`${name}: target`), (share) => desk.changeGoal(sla, { target: share }), !kept)}
  </div>`;

const percent = (
  share: number,
  min: number,
  max: number,
  label: string,
  put: (share: number) => void,
  disabled = false,
): TemplateResult =>
  html`<span class="pf-staff-percent"
    ><input
      type="number"
      min=${min}
      max=${max}
      step="0.5"
      .value=${String(Math.round(share * 1000) / 10)}
      ?disabled=${disabled}
      aria-label=${label}
      @change=${({ currentTarget: { value } }: Input) => {
        const given = Number(value);
        if (given >= min && given <= max) put(given / 100);
      }}
    />
    %</span
  >`;

/** Eight hours from eight o'clock, and then four hours later each. */
const nextShift = (shifts: readonly Shift[]): Shift => {
  const last = shifts.at(-1);
  return last ? { start: (last.start + 240) % 1440, length: last.length } : { start: 480, length: 480 };
};

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
