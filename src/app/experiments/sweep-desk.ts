/** The sweep: which one or two parameters of a variant take which values, the runs at every point, and what came out. */
import { blocks, type Issue, type Scenario, type Study } from '#simulation';
import {
  applyVariations,
  parametersOf,
  runSweep,
  sameParameter,
  variationsAt,
  type KnownParameter,
  type Parameter,
  type Sweep,
  type SweepAxis,
  type SweepPoint,
} from '../../experiments/index.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ChangeNotice } from '../change-notice.ts';
import type { Variant } from './variants.ts';

/** Most points of a grid: beyond, the answer is long in coming and a picture of it is hard to read. */
export const MOST_POINTS = 225;
const MOST_STEPS = 60;

/** A parameter and the values it takes: `count` of them, evenly from `from` to `to`, in the unit of its quantity. */
export interface AxisRow {
  readonly known: KnownParameter;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** What was asked, so that an answer stays readable while the next question is filled in. */
export interface AskedSweep {
  readonly study: Study;
  readonly file: Variant['file'];
  readonly axes: readonly KnownParameter[];
}

export type SweepState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'running';
      readonly done: number;
      readonly planned: number;
      readonly asked: AskedSweep;
      readonly sweep?: Sweep;
    }
  /** `partial`: cancelled. `stale`: the question, or what was simulated, changed since. */
  | {
      readonly status: 'complete' | 'partial';
      readonly asked: AskedSweep;
      readonly sweep: Sweep;
      readonly stale: boolean;
    }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly message: string };

export class SweepDesk {
  variant: Variant | undefined;
  /** One or two. */
  axes: readonly AxisRow[] = [];
  state: SweepState = { status: 'idle' };
  private print = '';
  private abort: AbortController | undefined;
  private readonly notice = new ChangeNotice();

  constructor(
    private readonly backend: SimulationBackend,
    private readonly message: (issue: Issue) => string,
  ) {}

  /** Looks at this variant. The question is proposed anew where the variant is another or changed. */
  choose(variant: Variant): void {
    const print = JSON.stringify([variant.id, variant.model, variant.scenario]);
    this.variant = variant;
    if (print === this.print) return;
    this.print = print;
    this.cancel();
    this.abort = undefined;
    const first = this.known.find(({ parameter }) => parameter.kind === 'units') ?? this.known[0];
    this.axes = first ? [proposedAxis(first)] : [];
    this.put({ status: 'idle' });
  }

  /** Everything that could be turned. */
  get known(): readonly KnownParameter[] {
    return this.variant ? parametersOf(this.study) : [];
  }

  /** Puts the parameter on axis `at` (0 or 1), with proposed values; undefined takes the second axis away. */
  setAxis(at: number, parameter: Parameter | undefined): void {
    const known = parameter && this.known.find((one) => sameParameter(one.parameter, parameter));
    const kept = this.axes.filter((_, i) => i !== at);
    this.axes = known ? this.axes.slice(0, at).concat(proposedAxis(known), this.axes.slice(at + 1)) : kept;
    this.touched();
  }

  changeAxis(at: number, change: Partial<Omit<AxisRow, 'known'>>): void {
    this.axes = this.axes.map((row, i) => (i === at ? { ...row, ...change } : row));
    this.touched();
  }

  /** The grid as it is filled in. */
  get grid(): readonly SweepAxis[] {
    return this.axes.map((row) => ({ parameter: row.known.parameter, steps: stepsOf(row), as: 'value' }));
  }

  get points(): number {
    return this.grid.reduce((product, { steps }) => product * steps.length, 1);
  }

  /** Runs every point of the grid, in place of a sweep under way. */
  async run(): Promise<void> {
    this.cancel();
    const { variant, points } = this;
    if (!variant || this.axes.length === 0 || points === 0 || points > MOST_POINTS) return;
    if (blocks(variant.issues)) {
      this.put({ status: 'blocked', issues: variant.issues });
      return;
    }
    const asked: AskedSweep = { study: this.study, file: variant.file, axes: this.axes.map(({ known }) => known) };
    const abort = new AbortController();
    this.abort = abort;
    this.put({ status: 'running', done: 0, planned: 0, asked });
    const outcome = await runSweep(this.backend, asked.study, this.grid, {
      signal: abort.signal,
      onUpdate: ({ done, planned, sweep }) => {
        if (this.abort === abort) this.put({ status: 'running', done, planned, asked, sweep });
      },
    });
    if (this.abort !== abort) return; // another sweep took its place
    this.abort = undefined;
    if (outcome.status === 'blocked') this.put({ status: 'blocked', issues: outcome.issues });
    else if (outcome.status === 'failed') this.put({ status: 'failed', message: this.message(outcome.issue) });
    else this.put({ status: outcome.status, asked, sweep: outcome.sweep, stale: false });
  }

  /** Ends the sweep under way; the points that are in stay. */
  cancel(): void {
    this.abort?.abort();
  }

  /** The scenario as it is at a point of the answer. */
  scenarioAt(point: SweepPoint): Scenario | undefined {
    if (!('sweep' in this.state)) return undefined;
    const { asked, sweep } = this.state;
    return applyVariations(asked.study, variationsAt(sweep.axes, point.steps)).scenario;
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.cancel();
    this.abort = undefined;
    this.notice.clear();
  }

  private get study(): Study {
    if (!this.variant) throw new Error('no variant to sweep');
    return { model: this.variant.model, scenario: this.variant.scenario };
  }

  private touched(): void {
    if ('stale' in this.state) this.state = { ...this.state, stale: true };
    this.notice.changed();
  }

  private put(state: SweepState): void {
    this.state = state;
    this.notice.changed();
  }
}

/** Around what the scenario says: each number of people near it, shares by a tenth, everything else from half to one and a half. */
function proposedAxis(known: KnownParameter): AxisRow {
  const { quantity, value } = known;
  if (quantity === 'count') {
    const from = Math.max(1, Math.round(value) - 2);
    return { known, from, to: from + 5, count: 6 };
  }
  if (quantity === 'share') {
    const from = Math.max(0, value - 0.2);
    return { known, from: tidy(from), to: tidy(Math.min(1, from + 0.4)), count: 5 };
  }
  return { known, from: tidy(0.5 * value), to: tidy(1.5 * value), count: 5 };
}

/** The values of an axis, ascending, each once; none when its ends or their number make no sense. */
export function stepsOf({ known, from, to, count }: AxisRow): readonly number[] {
  const sound = from >= 0 && to > from && to < Infinity && Number.isInteger(count) && count >= 2 && count <= MOST_STEPS;
  if (!sound || (known.quantity === 'share' && to > 1)) return [];
  const steps = Array.from({ length: count }, (_, i) => tidy(from + ((to - from) * i) / (count - 1)));
  return known.quantity === 'count' ? [...new Set(steps.map(Math.round))] : steps;
}

/** Without the noise of binary fractions, so that a third of a tenth does not spoil a label. */
const tidy = (value: number): number => Number(value.toPrecision(6));
