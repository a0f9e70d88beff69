/** Is a proportion at least so large? A test that looks after every trial and stops as soon as it can tell. */
import { ln } from '../math/ln.ts';

/** What is asked: `low` < `high`, both in (0, 1); between them either answer is right. */
export interface ProportionQuestion {
  readonly low: number;
  readonly high: number;
  /** Most that the chance of either wrong answer may be, in (0, 1/2). */
  readonly error: number;
}

/** `above`: the proportion is more than `low`. `below`: it is less than `high`. */
export type ProportionAnswer = 'above' | 'below';

/**
 * Wald's sequential probability ratio test for independent trials (Wald, Sequential Analysis, 1947, §5.3). With the limits ±ln(1/error)
 * the promise is exact: at a true proportion of `low` or less the answer is `above` with probability `error` at most, at `high` or
 * more it is `below` with probability `error` at most (by Wald's inequality P(ratio ever ≥ 1/error) ≤ error). It ends with
 * probability 1.
 */
export class ProportionTest {
  private readonly limit: number;
  private readonly success: number;
  private readonly failure: number;
  private evidence = 0;
  private decided: ProportionAnswer | undefined;

  /** Throws for a question without sense. */
  constructor({ low, high, error }: ProportionQuestion) {
    if (!(low > 0 && low < high && high < 1)) throw new RangeError(`no question between <${low}> and <${high}>`);
    if (!(error > 0 && error < 0.5)) throw new RangeError(`no error of <${error}>`);
    this.limit = -ln(error);
    this.success = ln(high / low);
    this.failure = ln((1 - high) / (1 - low));
  }

  /** Undefined as long as it cannot be told. */
  get answer(): ProportionAnswer | undefined {
    return this.decided;
  }

  /** Trials until an answer at least, if all that come say what the evidence leans to. */
  get fewestLeft(): number {
    const leansUp = this.evidence >= 0;
    return Math.ceil((this.limit - Math.abs(this.evidence)) / Math.abs(leansUp ? this.success : this.failure));
  }

  /** The evidence for `above` in successes in a row; negative where it speaks for `below`. */
  get inSuccesses(): number {
    return this.evidence / this.success;
  }

  /** Takes the next trial; after an answer further trials change nothing. */
  add(success: boolean): ProportionAnswer | undefined {
    if (this.decided) return this.decided;
    this.evidence += success ? this.success : this.failure;
    if (this.evidence >= this.limit) this.decided = 'above';
    else if (this.evidence <= -this.limit) this.decided = 'below';
    return this.decided;
  }
}

/**
 * The 95 % interval of a proportion of independent trials: Wilson's score interval (JASA 22, 1927). For replications, never for the
 * cases of one: those are not independent. Nothing without trials.
 */
export function proportionInterval(
  successes: number,
  trials: number,
): readonly [low: number, high: number] | undefined {
  if (trials === 0) return undefined;
  const z2 = 3.841458820694124;
  const share = successes / trials;
  const middle = share + z2 / (2 * trials);
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / trials + z2 / (4 * trials * trials)));
  const scale = 1 + z2 / trials;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
