/** The distributions a form offers and a file may name. */
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { constant } from './constant.ts';
import type { DistributionDescriptor } from './distribution.ts';
import { empirical } from './empirical.ts';
import { erlang } from './erlang.ts';
import { exponential } from './exponential.ts';
import { gamma } from './gamma.ts';
import { histogram } from './histogram.ts';
import { lognormal } from './lognormal.ts';
import { normal } from './normal.ts';
import { pert } from './pert.ts';
import { poisson } from './poisson.ts';
import { triangular } from './triangular.ts';
import { truncatedNormal } from './truncated-normal.ts';
import { uniform } from './uniform.ts';
import { userContinuous } from './user-continuous.ts';
import { userDiscrete } from './user-discrete.ts';
import { weibull } from './weibull.ts';

/** Every distribution, in the order of menus: from what needs least knowledge to what needs most. */
export const distributions: readonly DistributionDescriptor[] = [
  constant,
  uniform,
  triangular,
  pert,
  normal,
  truncatedNormal,
  lognormal,
  exponential,
  erlang,
  gamma,
  weibull,
  beta,
  poisson,
  binomial,
  empirical,
  histogram,
  userDiscrete,
  userContinuous,
];

const byType = new Map(distributions.map((descriptor) => [descriptor.type, descriptor]));

/** The descriptor with key `type`, if there is one. */
export const distributionOf = (type: string): DistributionDescriptor | undefined => byType.get(type);
