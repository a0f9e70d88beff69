/** Queueing formulas as a plausibility check beside a pool: what waiting to expect where one queue feeds equal people. */

/** One queue in front of equal people who take one case each, first come first served. Rates and times in one unit of time. */
export interface Queue {
  /** Whole number ≥ 1. */
  readonly servers: number;
  readonly arrivalRate: number;
  readonly serviceMean: number;
  /** Squared coefficients of variation of the times between arrivals and of service: 1 = exponential, 0 = constant. */
  readonly arrivalCv2: number;
  readonly serviceCv2: number;
}

/**
 * Probability that a case has to wait in M/M/c with offered load a = λ·E[S]: Erlang's C formula, by the recursion of his B formula
 * (Gross et al., Fundamentals of Queueing Theory, 4th ed., §2.3–2.4). 1 where the load is not below the number of servers.
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1;
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (load * blocked) / (c + load * blocked);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/**
 * Mean time in the queue by the approximation of Allen & Cunneen: that of M/M/c times (Ca² + Cs²) / 2 (Allen, Probability, Statistics and
 * Queueing Theory, 2nd ed., §5.4). Exact for M/M/c, and for one server with Poisson arrivals. Infinity without a steady state.
 */
export function allenCunneen({ servers, arrivalRate, serviceMean, arrivalCv2, serviceCv2 }: Queue): number {
  const load = arrivalRate * serviceMean;
  if (load >= servers) return Infinity;
  const exponential = (erlangC(servers, load) * serviceMean) / (servers - load);
  return (exponential * (arrivalCv2 + serviceCv2)) / 2;
}
