/** What the uncertain inputs of one variant do to its figures: one at a time (tornado), and all together (two bands). */
import type { Issue, Study } from '#simulation';
import {
  runSensitivity,
  runTwoLevel,
  sameParameter,
  uncertainInputs,
  type Parameter,
  type Sensitivity,
  type TwoLevel,
  type UncertainInput,
} from '../../experiments/index.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ChangeNotice } from '../change-notice.ts';
import { Trial, type Progress, type TrialOutcome } from './trial.ts';
import type { Variant } from './variants.ts';

/** An input of the question. */
export interface InputRow extends UncertainInput {
  readonly included: boolean;
  /** Whether the range was set by hand here. */
  readonly edited: boolean;
}

export class SensitivityDesk {
  variant: Variant | undefined;
  inputs: readonly InputRow[] = [];
  /** How far an input may be off, up and down, where it does not say so itself. */
  spread = 0.2;
  readonly tornado: Trial<Sensitivity>;
  readonly bands: Trial<TwoLevel>;
  private print = '';
  private readonly notice = new ChangeNotice();

  constructor(
    private readonly backend: SimulationBackend,
    message: (issue: Issue) => string,
  ) {
    const changed = (): void => this.notice.changed();
    this.tornado = new Trial(changed, message);
    this.bands = new Trial(changed, message);
  }

  /** Looks at this variant; ranges set by hand stay as long as it is the same. */
  choose(variant: Variant): void {
    const print = JSON.stringify([variant.id, variant.model, variant.scenario]);
    this.variant = variant;
    if (print === this.print) return;
    this.print = print;
    this.inputs = this.proposed();
    this.tornado.forget();
    this.bands.forget();
  }

  get study(): Study {
    if (!this.variant) throw new Error('no variant to look at');
    const { model, scenario } = this.variant;
    return { model, scenario };
  }

  /** Another range for the inputs that state none; what was set by hand or left out stays so. */
  changeSpread(spread: number): void {
    this.spread = spread;
    this.inputs = this.proposed().map((row) => {
      const own = this.inputs.find(({ parameter }) => sameParameter(parameter, row.parameter));
      if (!own) return row;
      return own.edited ? own : { ...row, included: own.included };
    });
    this.touched();
  }

  changeInput(parameter: Parameter, change: Partial<Pick<InputRow, 'low' | 'high' | 'included'>>): void {
    this.inputs = this.inputs.map((row) =>
      sameParameter(row.parameter, parameter)
        ? { ...row, ...change, edited: row.edited || 'low' in change || 'high' in change }
        : row,
    );
    this.touched();
  }

  /** The inputs that are asked about. */
  get asked(): readonly UncertainInput[] {
    return this.inputs.filter(({ included }) => included);
  }

  async runTornado(): Promise<void> {
    await this.ask(this.tornado, async (options) => {
      const outcome = await runSensitivity(this.backend, this.study, this.asked, options);
      return 'sensitivity' in outcome ? { status: outcome.status, answer: outcome.sensitivity } : outcome;
    });
  }

  async runBands(): Promise<void> {
    await this.ask(this.bands, async (options) => {
      const outcome = await runTwoLevel(this.backend, this.study, this.asked, options);
      if (!('twoLevel' in outcome)) return outcome;
      // A few draws say nothing of a range.
      if (outcome.twoLevel.draws < FEWEST_DRAWS) return { status: 'cancelled' };
      return { status: outcome.status, answer: outcome.twoLevel };
    });
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.tornado.forget();
    this.bands.forget();
    this.notice.clear();
  }

  private async ask<R>(
    trial: Trial<R>,
    experiment: (options: {
      readonly signal: AbortSignal;
      readonly onUpdate: (progress: Progress) => void;
    }) => Promise<TrialOutcome<R>>,
  ): Promise<void> {
    const { variant } = this;
    if (variant) await trial.ask(variant.issues, (signal, onUpdate) => experiment({ signal, onUpdate }));
  }

  private proposed(): readonly InputRow[] {
    return uncertainInputs(this.study, this.spread).map((input) => ({ ...input, included: true, edited: false }));
  }

  private touched(): void {
    this.tornado.touch();
    this.bands.touch();
    this.notice.changed();
  }
}

/** Input draws below which two bands are not shown. */
const FEWEST_DRAWS = 10;
