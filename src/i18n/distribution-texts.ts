/** What distributions and their parameters are called, and when an analyst would choose which. */
import { msg } from '@lit/localize';

/** Name of the distribution with key `type`; the key itself for one that is not in the registry. */
export const distributionLabel = (type: string): string => TEXTS[type]?.label() ?? type;

/** One plain sentence on when to use the distribution; empty for one that is not in the registry. */
export const distributionHint = (type: string): string => TEXTS[type]?.hint() ?? '';

/** Name of the parameter `name` of the distribution `type`; the name itself for an unknown one. */
export const paramLabel = (type: string, name: string): string =>
  (TEXTS[type]?.params?.[name] ?? PARAMS[name])?.() ?? name;

type Text = () => string;

interface DistributionTexts {
  readonly label: Text;
  readonly hint: Text;
  /** Parameters that mean something of their own here. */
  readonly params?: Readonly<Record<string, Text>>;
}

const PARAMS: Readonly<Record<string, Text>> = {
  value: () => msg('Value'),
  min: () => msg('Minimum'),
  mode: () => msg('Most likely'),
  max: () => msg('Maximum'),
  mean: () => msg('Mean'),
  sd: () => msg('Standard deviation'),
  k: () => msg('Stages (k)'),
  shape: () => msg('Shape'),
  scale: () => msg('Scale'),
  alpha: () => msg('Alpha (α)'),
  beta: () => msg('Beta (β)'),
  trials: () => msg('Trials'),
  probability: () => msg('Probability'),
  values: () => msg('Values'),
  weights: () => msg('Weights'),
  edges: () => msg('Bin edges'),
};

const TEXTS: Readonly<Record<string, DistributionTexts>> = {
  constant: {
    label: () => msg('Constant'),
    hint: () => msg('Always the same: for machines, fixed delays and first drafts.'),
  },
  uniform: {
    label: () => msg('Uniform'),
    hint: () => msg('Anything between two bounds, all equally likely: when only the bounds are known.'),
  },
  triangular: {
    label: () => msg('Triangular'),
    hint: () => msg('Three estimates from someone who does the work: shortest, most likely, longest.'),
  },
  pert: {
    label: () => msg('PERT'),
    hint: () => msg('Like triangular, with less weight on the extremes: for three estimates by an expert.'),
  },
  normal: {
    label: () => msg('Normal'),
    hint: () => msg('Symmetric around the mean: for routine work with small spread. Times below 0 are drawn again.'),
  },
  'truncated-normal': {
    label: () => msg('Normal within bounds'),
    hint: () => msg('Normal, but values outside the bounds are drawn again: when there is a hard minimum and maximum.'),
    params: {
      mean: () => msg('Mean before cutting'),
      sd: () => msg('Standard deviation before cutting'),
    },
  },
  lognormal: {
    label: () => msg('Lognormal'),
    hint: () => msg('Mostly short, sometimes very long: fits the times of most manual work.'),
  },
  exponential: {
    label: () => msg('Exponential'),
    hint: () =>
      msg('Mostly short, now and then very long: time between independent arrivals, patience of callers, breakdowns.'),
  },
  erlang: {
    label: () => msg('Erlang'),
    hint: () => msg('A job of k similar steps in a row: the more steps, the steadier.'),
    params: { mean: () => msg('Mean of all stages together') },
  },
  gamma: {
    label: () => msg('Gamma'),
    hint: () =>
      msg('Positive and skewed, with a lighter tail than lognormal: when shape and scale were fitted to data.'),
  },
  weibull: {
    label: () => msg('Weibull'),
    hint: () => msg('Time until something fails: shape below 1 for early failures, above 1 for wear.'),
  },
  beta: {
    label: () => msg('Beta'),
    hint: () => msg('Between two bounds with a shape of your choice: when alpha and beta were fitted to data.'),
  },
  poisson: {
    label: () => msg('Poisson'),
    hint: () => msg('A count of independent events in a period, such as items per order.'),
  },
  binomial: {
    label: () => msg('Binomial'),
    hint: () => msg('A count of successes among trials, such as faulty documents in a file of ten.'),
  },
  empirical: {
    label: () => msg('Observed values'),
    hint: () => msg('Draws from your own measurements, each as likely as the other: needs about 30 or more.'),
  },
  histogram: {
    label: () => msg('Histogram'),
    hint: () => msg('Counts per interval from a report: uniform inside each interval.'),
    params: { weights: () => msg('Weights per bin') },
  },
  'user-discrete': {
    label: () => msg('Listed values'),
    hint: () => msg('A few possible values with their shares and nothing in between.'),
  },
  'user-continuous': {
    label: () => msg('Cumulative curve'),
    hint: () => msg('A curve through listed values: each weight is the share between the value before and this one.'),
  },
};
