/** The answer of a staffing search in sentences: what is recommended, what that promises, and why nothing cheaper. */
import { msg, str } from '@lit/localize';
import type { Study } from '#simulation';
import { moneyWriting, shareWriting, type Writing } from '../charts/figures.ts';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import type { PoolChoice, StaffedPlan, StaffingGoal, StaffingPlan, StaffingResult } from '../experiments/index.ts';
import { formatNumber, formatPercent, unitLabel, type FormatLocale } from '../format/index.ts';
import { listed } from './values-in-words.ts';

export interface StaffingReading {
  readonly study: Study;
  readonly choices: readonly PoolChoice[];
  readonly goals: readonly Required<StaffingGoal>[];
  readonly result: StaffingResult;
}

/** `Quality engineers 4, Agents 2 + 1`; shifts in their order. */
export const planWords = ({ study, choices }: StaffingReading, plan: StaffingPlan): string =>
  listed(
    choices.map(({ pool }, i) => {
      const name = study.scenario.pools?.find(({ id }) => id === pool)?.name ?? pool;
      return `${name} ${(plan[i] ?? []).join(' + ')}`;
    }),
  );

/** What costs are in, and how they are written. */
export function costWords(
  { study, result }: StaffingReading,
  locale: FormatLocale,
): { readonly unit: string; readonly writing: Writing } {
  if (result.prices.unit === 'hours') {
    const unit = unitLabel('h', locale);
    const number = (value: number): string => formatNumber(value, locale, 0);
    return { unit, writing: { number, full: (value) => `${number(value)} ${unitLabel('h', locale, 'short')}` } };
  }
  const currency = study.scenario.currency ?? DEFAULT_CURRENCY;
  const largest = Math.max(...result.plans.map(({ cost }) => cost));
  return { unit: currency, writing: moneyWriting(currency, largest, locale) };
}

/** Headline and reasons. The headline says so when nothing within the bounds is good enough. */
export function staffingAnswer(
  reading: StaffingReading,
  locale: FormatLocale,
): { readonly headline: string; readonly reasons: readonly string[] } {
  const { result } = reading;
  const { plans, best, today, guarantee } = result;
  const share = (value: number): string => formatPercent(value, locale, 0);
  const count = (value: number): string => formatNumber(value, locale, 0);
  const searched = msg(
    str`${count(guarantee.simulated)} of ${count(guarantee.possible)} possible staffings had to be simulated; a staffing smaller than one that fails was left out.`,
  );
  const undecided = guarantee.allDecided
    ? []
    : [
        msg(
          'Some staffings lie so close to the requirement that the most replications could not tell; they count as failing, which is safe for the promises.',
        ),
      ];
  const found = best === undefined ? undefined : plans[best];
  if (!found)
    return {
      headline: msg(
        'No staffing within the bounds keeps all promises as often as asked. Widen the bounds, or lower the target.',
      ),
      reasons: [
        ...outOfReach(reading).map(({ name, rate, target }) =>
          msg(
            str`Even the largest staffing tried keeps “${name}” in only ${formatPercent(rate, locale, 1)} of the cases, where ${share(target)} are asked for: more people do not mend that, the process would have to change.`,
          ),
        ),
        searched,
        ...undecided,
      ],
    };
  const { writing } = costWords(reading, locale);
  const days = count(result.prices.period / 86_400_000);
  const now = today === undefined ? undefined : plans[today];
  return {
    headline: msg(
      str`Cheapest staffing: ${planWords(reading, found.plan)} – ${writing.full(found.cost)} in ${days} days.`,
    ),
    reasons: [
      msg(
        str`With ${share(guarantee.confidence)} confidence it keeps all promises in more than ${share(guarantee.assurance)} of the periods, and no cheaper staffing within the bounds does so in ${share(guarantee.indifferentUpTo)} or more, provided that more people never make it worse.`,
      ),
      ...(now && now !== found ? [againstToday(found, now, writing, locale)] : []),
      ...(now && now === found ? [msg('That is the staffing of today.')] : []),
      ...notCheaper(reading, found, locale),
      searched,
      ...undecided,
    ],
  };
}

/** Promises that even the dearest staffing within the bounds clearly misses: people are not what limits them. */
export function outOfReach({ study, goals, result }: StaffingReading): readonly {
  readonly sla: string;
  readonly name: string;
  readonly rate: number;
  readonly target: number;
}[] {
  const most = result.plans.findLast(({ isWithin, chance }) => isWithin && chance);
  return goals.flatMap(({ sla, target }, i) => {
    const rate = most?.hitRates[i];
    if (result.best !== undefined || !rate || rate.count < 2 || rate.mean + rate.halfWidth >= target) return [];
    return [{ sla, target, rate: rate.mean, name: study.scenario.slas?.find(({ id }) => id === sla)?.name ?? sla }];
  });
}

function againstToday(found: StaffedPlan, now: StaffedPlan, writing: Writing, locale: FormatLocale): string {
  const gap = writing.full(Math.abs(found.cost - now.cost));
  const chance = chanceWords(now, locale);
  if (found.cost === now.cost) return msg(str`It costs as much as today’s, which keeps all promises in ${chance}.`);
  return found.cost < now.cost
    ? msg(str`It costs ${gap} less than today’s, which keeps all promises in ${chance}.`)
    : msg(str`It costs ${gap} more than today’s, which keeps all promises in ${chance}.`);
}

/** The dearest of the cheaper plans that fail: what would be saved, and what it does. */
function notCheaper(reading: StaffingReading, found: StaffedPlan, locale: FormatLocale): readonly string[] {
  const cheaper = reading.result.plans.filter(
    ({ cost, isWithin, verdict, chance }) => isWithin && chance && verdict === 'fails' && cost < found.cost,
  );
  const next = cheaper.at(-1);
  if (!next) return [];
  return [
    msg(
      str`The next cheaper one that was tried, ${planWords(reading, next.plan)}, keeps them in ${chanceWords(next, locale)} only.`,
    ),
  ];
}

/** `93 % of the periods (90–95 %)`. */
export function chanceWords({ chance, replications }: StaffedPlan, locale: FormatLocale): string {
  if (!chance) return msg('no period: it cannot be run');
  const { number, full } = shareWriting(locale, 0);
  const [low, high] = chance.ci95;
  return msg(
    str`${full(chance.value)} of ${formatNumber(replications, locale, 0)} periods (95 % interval ${number(low)}–${full(high)})`,
  );
}

/** Where the guarantee of the answer comes from. */
export const guaranteeSource = (): string =>
  msg(
    'Ranking and selection under common random numbers with an indifference zone: one sequential test per staffing, their errors shared out by Bonferroni. After Andradóttir & Kim, Naval Research Logistics 57 (2010), and Kim & Nelson, Handbooks in OR & MS 13 (2006).',
  );
