/** The points of a sweep as rows: the figure at each, how far it is from the scenario as it is, and a button that keeps it. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Direction, KpiPath } from '#simulation';
import type { AskedSweep } from '../../../app/experiments/sweep-desk.ts';
import { intervalText, signed } from '../../../charts/experiments/figure.ts';
import type { SweptFigure } from '../../../charts/experiments/sweep-figure.ts';
import { sweepFigures, type Sweep, type SweepFigure, type SweepPoint } from '../../../experiments/index.ts';
import { issueText } from '../../../i18n/issues.ts';
import { locale } from '../../../i18n/locale.ts';

export function sweepPoints(
  asked: AskedSweep,
  sweep: Sweep,
  path: KpiPath,
  swept: SweptFigure,
  keep: (point: SweepPoint) => void,
): TemplateResult {
  const figures = sweepFigures(sweep, path);
  return html`<table class="pf-sweep-points">
    <caption>
      ${msg('Every point; the difference is to the scenario as it is, under the same luck')}
    </caption>
    <thead>
      <tr>
        ${swept.axes.map(({ name }) => html`<th scope="col">${name}</th>`)}
        <th scope="col">${swept.name}</th>
        <th scope="col">${msg('Difference')}</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${sweep.points.map((point, i) => row(point, i, figures[i], asked, swept, keep))}
    </tbody>
  </table>`;
}

function row(
  point: SweepPoint,
  at: number,
  figure: SweepFigure | undefined,
  asked: AskedSweep,
  swept: SweptFigure,
  keep: (point: SweepPoint) => void,
): TemplateResult {
  const value = swept.points[at]?.figure;
  const words = point.steps.map((step, i) => swept.axes[i]?.writing(locale()).full(step) ?? '');
  const stated = point.steps.every((step, i) => step === asked.axes[i]?.value);
  const issue = point.issues?.find(({ severity }) => severity === 'error');
  return html`<tr class=${stated ? 'stated' : ''}>
    ${words.map((text) => html`<td>${text}</td>`)}
    ${
      figure && value
        ? html`<td>${intervalText(value, swept.writing(locale()))}</td>
            <td class=${tone(figure, swept.better, stated)}>
              ${stated ? msg('as it is') : difference(figure, swept)}
            </td>`
        : html`<td colspan="2" class="pf-x-quiet">
            ${issue ? issueText(issue) : point.run ? msg('nothing was measured') : msg('not in')}
          </td>`
    }
    <td>
      ${
        stated || !point.run
          ? nothing
          : html`<button
              type="button"
              class="pf-x-link"
              aria-label=${msg(str`Keep ${words.join(' · ')} as scenario`)}
              @click=${() => keep(point)}
            >
              ${msg('Keep …')}
            </button>`
      }
    </td>
  </tr>`;
}

function difference({ difference: { mean, interval } }: SweepFigure, swept: SweptFigure): string {
  const writing = signed(swept.writing(locale()));
  if (!interval) return writing.number(mean);
  return msg(str`${writing.number(mean)} (${writing.number(interval[0])} … ${writing.number(interval[1])})`);
}

function tone(
  { difference: { detectable, mean } }: SweepFigure,
  better: Direction | undefined,
  stated: boolean,
): string {
  if (stated || !detectable || better === undefined) return '';
  return mean < 0 === (better === 'lower') ? 'better' : 'worse';
}
