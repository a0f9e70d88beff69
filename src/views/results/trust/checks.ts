/** What a curious reader may want to know of a run before trusting it, in sentences. */
import { msg, str } from '@lit/localize';
import type { ProcessModel } from '#simulation';
import type { ChartInput } from '../../../charts/chart.ts';
import { formatDuration, formatNumber, formatPercent, type FormatLocale } from '../../../format/index.ts';
import { warningsOf } from '../run-warnings.ts';
import { queueingChecks } from './queueing-check.ts';

export interface Check {
  /** Whether it speaks for or against the figures, or is only said. */
  readonly kind: 'good' | 'bad' | 'note';
  readonly title: string;
  readonly text: string;
}

/** Rounding of sums; more would be a fault of the engine. */
const ROUNDING = 1e-6;

export const checksOf = (input: ChartInput, model: ProcessModel, locale: FormatLocale): readonly Check[] => [
  stability(input, locale),
  ...littlesLaw(input, locale),
  ...queues(input, model, locale),
];

function stability({ result }: ChartInput, locale: FormatLocale): Check {
  const title = msg('Stability');
  const { arrivalsPerDay, throughputPerDay, resources } = result.document;
  const unstable = warningsOf(result).find((warning) => warning.type === 'unstable');
  const per = (value: number | null): string => formatNumber(value ?? NaN, locale);
  if (unstable) {
    const pools = new Intl.ListFormat(locale, { type: 'conjunction' }).format(unstable.pools);
    const [arriving, leaving] = [per(arrivalsPerDay.value), per(throughputPerDay.value)];
    const text = msg(
      str`ρ ≥ 1: ${pools} can do less than what arrives (${arriving} cases a day come, ${leaving} are completed). The queue grows as long as the run lasts, so that every figure depends on when it ends and there are no figures of a long run.`,
    );
    return { kind: 'bad', title, text };
  }
  const busiest = Object.values(resources).reduce<{ name: string; share: number } | undefined>(
    (most, { name, utilisation }) => {
      const share = utilisation.value ?? 0;
      return most && most.share >= share ? most : { name, share };
    },
    undefined,
  );
  const text = busiest
    ? msg(
        str`ρ below 1: people keep up with what arrives. The busiest, ${busiest.name}, work ${formatPercent(busiest.share, locale)} of their time.`,
      )
    : msg('Nobody is needed, so nothing can pile up.');
  return { kind: 'good', title, text };
}

function littlesLaw({ result }: ChartInput, locale: FormatLocale): readonly Check[] {
  const { value } = result.document.littlesLawResidual;
  if (value === null) return [];
  const title = msg('Little’s law');
  const size = formatPercent(value, locale, 2);
  return value <= ROUNDING
    ? [
        {
          kind: 'good',
          title,
          text: msg(
            str`Holds: cases in progress = throughput × time in the process (residual ${size}). The run adds up.`,
          ),
        },
      ]
    : [
        {
          kind: 'bad',
          title,
          text: msg(str`Does not hold (residual ${size}): the run does not add up, which is a fault of Preflight.`),
        },
      ];
}

function queues({ result, scenario }: ChartInput, model: ProcessModel, locale: FormatLocale): readonly Check[] {
  return queueingChecks(result, scenario, model).map(({ pool, servers, load, formula, simulated, workingTime }) => {
    const time = (seconds: number): string => formatDuration(1000 * seconds, { locale, working: workingTime });
    const people = formatNumber(servers, locale, 0);
    const [expected, found, share] = [time(formula), time(simulated), formatPercent(load, locale, 0)];
    return {
      kind: 'note',
      title: msg(str`Queue: ${result.document.resources[pool]?.name ?? pool}`),
      text: msg(
        str`Rule of thumb (Erlang C, Allen–Cunneen) for one queue before ${people} with a load of ${share}: mean wait ${expected}; simulated ${found}. It takes arrivals for independent and the run for endless; the simulation does not.`,
      ),
    };
  });
}
