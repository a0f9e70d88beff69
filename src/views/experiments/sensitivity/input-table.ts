/** The uncertain inputs of a scenario: where each comes from, and how far it may be off. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { InputRow, SensitivityDesk } from '../../../app/experiments/sensitivity-desk.ts';
import { parameterName, valueWords } from '../../../comparison/parameter-words.ts';
import { endWords } from '../../../comparison/sensitivity-reading.ts';
import { locale } from '../../../i18n/locale.ts';
import { provenanceName } from '../../../i18n/provenance-names.ts';

type Input = Event & { currentTarget: HTMLInputElement };

export function inputTable(desk: SensitivityDesk): TemplateResult {
  return html`<label class="pf-sens-line">
      <span>${msg('Inputs without a range of their own: ±')}</span>
      ${percent(100 * desk.spread, 1, 90, msg('Range of inputs that state none, percent'), (value) => desk.changeSpread(value / 100))}
      <span>%</span>
    </label>
    <table class="pf-sens-inputs">
      <caption>
        ${msg('How far may each input be off?')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Input')}</th>
          <th scope="col">${msg('From %')}</th>
          <th scope="col">${msg('To %')}</th>
        </tr>
      </thead>
      <tbody>
        ${desk.inputs.map((row) => inputRow(row, desk))}
      </tbody>
    </table>`;
}

function inputRow(row: InputRow, desk: SensitivityDesk): TemplateResult {
  const { parameter, quantity, value, low, high, included, edited, uncertainty, provenance } = row;
  const { study } = desk;
  const name = parameterName(study, parameter);
  const source = edited ? msg('set here') : uncertainty ? msg('range of the scenario') : msg('no range of its own');
  return html`<tr class=${included ? '' : 'out'}>
    <th scope="row">
      <label>
        <input
          type="checkbox"
          .checked=${included}
          @change=${({ currentTarget }: Input) => desk.changeInput(parameter, { included: currentTarget.checked })}
        />
        ${name}
      </label>
      <div class="pf-x-quiet">
        ${valueWords(quantity, value, study, locale())} (${endWords(study, row, 'low', locale())} …
        ${endWords(study, row, 'high', locale())}) ·
        ${provenance ? html`${provenanceName(provenance)} · ` : nothing}${source}
      </div>
    </th>
    <td>
      ${percent(100 * low - 100, -99, 0, msg(str`${name}: low end, percent`), (of) => desk.changeInput(parameter, { low: 1 + of / 100 }), !included)}
    </td>
    <td>
      ${percent(100 * high - 100, 0, 900, msg(str`${name}: high end, percent`), (of) => desk.changeInput(parameter, { high: 1 + of / 100 }), !included)}
    </td>
  </tr>`;
}

const percent = (
  value: number,
  min: number,
  max: number,
  label: string,
  put: (value: number) => void,
  disabled = false,
): TemplateResult =>
  html`<input
    type="number"
    min=${min}
    max=${max}
    step="1"
    .value=${String(Math.round(value * 10) / 10)}
    ?disabled=${disabled}
    aria-label=${label}
    @change=${({ currentTarget }: Input) => {
      const given = Number(currentTarget.value);
      if (currentTarget.value !== '' && given >= min && given <= max) put(given);
      else currentTarget.value = String(Math.round(value * 10) / 10);
    }}
  />`;
