/** The answer of a staffing search: in words, as a picture, and plan by plan. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { AskedQuestion } from '../../../app/experiments/staffing-desk.ts';
import type { Figure } from '../../../charts/experiments/figure.ts';
import { staffingFront } from '../../../charts/experiments/staffing-front.ts';
import { shareWriting } from '../../../charts/figures.ts';
import {
  costWords,
  guaranteeSource,
  outOfReach,
  planWords,
  staffingAnswer,
} from '../../../comparison/staffing-words.ts';
import type { StaffedPlan, StaffingPlan, StaffingResult } from '../../../experiments/index.ts';
import { formatNumber, NO_FIGURE, type FormatLocale } from '../../../format/index.ts';

export interface AnswerActions {
  /** Writes the plan down as a scenario. */
  keep(plan: StaffingPlan): void;
  /** Searches again without these promises. */
  without(slas: readonly string[]): void;
}

export function staffingHeadline(
  asked: AskedQuestion,
  result: StaffingResult,
  actions: AnswerActions,
  locale: FormatLocale,
): TemplateResult {
  const reading = { ...asked, result };
  const { headline, reasons } = staffingAnswer(reading, locale);
  const beyond = outOfReach(reading).map(({ sla }) => sla);
  const best = result.best === undefined ? undefined : result.plans[result.best];
  return html`<h2 class="pf-verdict ${best ? 'better' : 'worse'}">
      <wa-icon name=${best ? 'check' : 'warning'} label=${best ? msg('found') : msg('not found')}></wa-icon>
      <span>${headline}</span>
    </h2>
    <ul class="pf-staff-reasons">
      ${reasons.map((reason) => html`<li>${reason}</li>`)}
    </ul>
    <p class="pf-x-hint">${guaranteeSource()}</p>
    ${
      best && result.best !== result.today
        ? html`<wa-button variant="brand" size="s" @click=${() => actions.keep(best.plan)}>
            <wa-icon slot="start" name="check"></wa-icon>${msg('Apply this staffing')}
          </wa-button>`
        : nothing
    }
    ${
      beyond.length > 0 && beyond.length < asked.goals.length
        ? html`<wa-button size="s" @click=${() => actions.without(beyond)}>
            <wa-icon slot="start" name="search"></wa-icon>${msg('Search again without what people cannot mend')}
          </wa-button>`
        : nothing
    }`;
}

/** The front by the first promise. */
export function frontOf(asked: AskedQuestion, result: StaffingResult, locale: FormatLocale): Figure | undefined {
  const [goal] = asked.goals;
  if (!goal) return undefined;
  const reading = { ...asked, result };
  const promise = asked.study.scenario.slas?.find(({ id }) => id === goal.sla)?.name ?? goal.sla;
  return staffingFront({
    points: shownPlans(result).flatMap(([plan, at]) => {
      const rate = plan.hitRates[0];
      if (!rate || rate.count < 2) return [];
      const mark = at === result.best ? 'recommended' : at === result.today ? 'today' : undefined;
      return [
        {
          name: planWords(reading, plan.plan),
          cost: plan.cost,
          hitRate: {
            value: rate.mean,
            low: Math.max(0, rate.mean - rate.halfWidth),
            high: Math.min(1, rate.mean + rate.halfWidth),
          },
          replications: rate.count,
          dominated: plan.dominatedBy !== undefined,
          ...(mark ? { mark } : {}),
        },
      ];
    }),
    promise,
    target: goal.target,
    unit: costWords(reading, locale).unit,
    costs: (of) => costWords(reading, of).writing,
  });
}

const shownPlans = ({ plans }: StaffingResult): readonly (readonly [plan: StaffedPlan, at: number])[] =>
  plans.map((plan, at) => [plan, at] as const).filter(([{ isWithin, chance }]) => isWithin && chance);

export function staffingPlans(
  asked: AskedQuestion,
  result: StaffingResult,
  actions: AnswerActions,
  locale: FormatLocale,
): TemplateResult {
  const reading = { ...asked, result };
  const { writing } = costWords(reading, locale);
  const whole = shareWriting(locale, 0);
  const fine = shareWriting(locale);
  const name = (id: string): string => asked.study.scenario.slas?.find((sla) => sla.id === id)?.name ?? id;
  return html`<table class="pf-staff-plans">
    <caption>
      ${msg('Staffings that were looked at, by cost')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${msg('Staffing')}</th>
        <th scope="col">${msg('Cost of shifts')}</th>
        <th scope="col">${msg('All promises kept')}</th>
        ${asked.goals.map(({ sla }) => html`<th scope="col">${name(sla)}</th>`)}
        <th scope="col">${msg('Verdict')}</th>
        <th scope="col"><span class="pf-hidden">${msg('Apply')}</span></th>
      </tr>
    </thead>
    <tbody>
      ${shownPlans(result).map(
        ([plan, at]) =>
          html`<tr class=${at === result.best ? 'best' : plan.dominatedBy === undefined ? '' : 'dominated'}>
            <th scope="row">
              ${planWords(reading, plan.plan)}
              ${at === result.best ? html`<b>${msg('recommended')}</b>` : at === result.today ? html`<b>${msg('today')}</b>` : nothing}
            </th>
            <td>${writing.full(plan.cost)}</td>
            <td>
              ${plan.chance ? whole.full(plan.chance.value) : NO_FIGURE}
              <small
                >${plan.chance ? `${whole.number(plan.chance.ci95[0])}–${whole.number(plan.chance.ci95[1])}` : nothing}</small
              >
            </td>
            ${plan.hitRates.map(
              (rate) =>
                html`<td>
                  ${rate.count === 0 ? NO_FIGURE : fine.full(rate.mean)}
                  <small>${rate.count < 2 ? nothing : `± ${fine.number(rate.halfWidth)}`}</small>
                </td>`,
            )}
            <td>${VERDICTS[plan.verdict]()} <small>n = ${formatNumber(plan.replications, locale, 0)}</small></td>
            <td>
              ${
                at === result.today
                  ? nothing
                  : html`<button
                      type="button"
                      class="pf-x-link"
                      aria-label=${msg(str`Apply ${planWords(reading, plan.plan)}`)}
                      @click=${() => actions.keep(plan.plan)}
                    >
                      ${msg('Apply')}
                    </button>`
              }
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const VERDICTS: Readonly<Record<StaffedPlan['verdict'], () => string>> = {
  meets: () => msg('keeps them'),
  fails: () => msg('fails'),
  open: () => msg('not judged'),
  undecided: () => msg('too close to tell'),
  unusable: () => msg('cannot run'),
};
