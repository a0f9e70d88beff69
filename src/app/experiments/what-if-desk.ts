/** What if: up to six parameters of one variant are turned by hand; the figures follow, against those of the variant as it is. */
import type { Issue, RunResult, Scenario, Study } from '#simulation';
import { comparePaired } from '#simulation';
import {
  applyVariations,
  parametersOf,
  sameParameter,
  type KnownParameter,
  type Parameter,
  type Variation,
} from '../../experiments/index.ts';
import { RunController, type RunRequest } from '../../runs/run-controller.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ChangeNotice } from '../change-notice.ts';
import type { Variant } from './variants.ts';

export const MOST_TURNED = 6;

/** A parameter under the hand. */
export interface Turned {
  readonly known: KnownParameter;
  readonly value: number;
}

/** A run as far as it is in: the result, and the figures by replication. */
export interface LiveRun {
  readonly result: RunResult;
  readonly kpis: readonly Float64Array[];
}

export class WhatIfDesk {
  variant: Variant | undefined;
  turned: readonly Turned[] = [];
  /** The variant as it is. */
  baseline: LiveRun | undefined;
  /** The variant as it is turned; undefined while nothing is. */
  live: LiveRun | undefined;
  /** What keeps the turned variant from running. */
  issues: readonly Issue[] = [];
  running = false;
  private readonly base: RunController;
  private readonly turns: RunController;
  private readonly notice = new ChangeNotice();
  private print = '';

  constructor(
    backend: SimulationBackend,
    private readonly message: (issue: Issue) => string,
  ) {
    this.base = new RunController(backend);
    this.turns = new RunController(backend);
  }

  /** Looks at this variant. What was turned stays where the variant is the same. */
  choose(variant: Variant): void {
    const print = JSON.stringify([variant.model, variant.scenario]);
    const other = this.variant?.id !== variant.id;
    if (!other && print === this.print) return;
    this.variant = variant;
    this.print = print;
    this.baseline = undefined;
    this.live = undefined;
    this.turned = other ? firstTurned(this.known) : this.turned.filter(({ known }) => this.find(known.parameter));
    this.notice.changed();
    void this.runBaseline().then(() => this.simulate());
  }

  /** Everything that could be turned. */
  get known(): readonly KnownParameter[] {
    return this.variant ? parametersOf(this.study) : [];
  }

  add(parameter: Parameter): void {
    const known = this.find(parameter);
    if (!known || this.turned.length >= MOST_TURNED) return;
    this.turned = [...this.turned, { known, value: known.value }];
    this.notice.changed();
  }

  remove(parameter: Parameter): void {
    this.turned = this.turned.filter(({ known }) => !sameParameter(known.parameter, parameter));
    this.notice.changed();
    void this.simulate();
  }

  turn(parameter: Parameter, value: number): void {
    this.turned = this.turned.map((one) => (sameParameter(one.known.parameter, parameter) ? { ...one, value } : one));
    this.notice.changed();
    void this.simulate();
  }

  /** Everything as the variant has it. */
  reset(): void {
    this.turned = this.turned.map(({ known }) => ({ known, value: known.value }));
    this.notice.changed();
    void this.simulate();
  }

  /** What differs from the variant as it is. */
  get variations(): readonly Variation[] {
    return this.turned
      .filter(({ known, value }) => value !== known.value)
      .map(({ known, value }) => ({ parameter: known.parameter, value }));
  }

  /** The scenario as it is turned. */
  get scenario(): Scenario {
    return applyVariations(this.study, this.variations).scenario;
  }

  get study(): Study {
    if (!this.variant) throw new Error('no variant to turn');
    const { model, scenario } = this.variant;
    return { model, scenario };
  }

  /** The paired difference of a figure over the replications both have. */
  difference(path: readonly string[]): ReturnType<typeof comparePaired> | undefined {
    const { baseline, live } = this;
    if (!baseline || !live) return undefined;
    const index = this.paths.findIndex((p) => p.join('\n') === path.join('\n'));
    const count = Math.min(baseline.kpis.length, live.kpis.length);
    if (index < 0 || count === 0) return undefined;
    const of = (run: LiveRun): number[] => run.kpis.slice(0, count).map((kpis) => kpis[index] ?? NaN);
    return comparePaired(of(baseline), of(live));
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.base.cancel();
    this.turns.cancel();
    this.notice.clear();
  }

  private paths: readonly (readonly string[])[] = [];

  private find(parameter: Parameter): KnownParameter | undefined {
    return this.known.find((known) => sameParameter(known.parameter, parameter));
  }

  private async runBaseline(): Promise<void> {
    await this.follow(this.base, this.study, (run) => (this.baseline = run));
  }

  /** Runs what is turned, in place of what was turned before: only the last position of a slider counts. */
  private async simulate(): Promise<void> {
    if (this.variations.length === 0) {
      this.turns.cancel();
      this.live = undefined;
      this.notice.changed();
      return;
    }
    await this.follow(this.turns, applyVariations(this.study, this.variations), (run) => (this.live = run));
  }

  private async follow(controller: RunController, study: Study, put: (run: LiveRun) => void): Promise<void> {
    const { variant } = this;
    if (!variant) return;
    const kpis: Float64Array[] = [];
    const request: RunRequest = {
      study,
      file: variant.file,
      issues: [],
      message: this.message,
      onReplication: (replication) => kpis.push(replication.kpis),
    };
    this.running = true;
    const show = (result: RunResult | undefined): void => {
      if (!result || variant !== this.variant) return;
      put({ result, kpis: [...kpis] });
      this.notice.changed();
    };
    const outcome = await controller.start(request, ({ result }) => show(result));
    this.running = false;
    this.issues = outcome.status === 'blocked' ? outcome.issues : [];
    if (outcome.status === 'complete') {
      this.paths = outcome.kpiPaths;
      show(outcome.result);
    }
    this.notice.changed();
  }
}

/** To begin with: how many people, and how much comes. */
function firstTurned(known: readonly KnownParameter[]): readonly Turned[] {
  const people = known.filter(({ parameter }) => parameter.kind === 'units' && parameter.part === undefined);
  const arrivals = known.filter(({ parameter }) => parameter.kind === 'arrivals');
  return [...people.slice(0, 3), ...arrivals.slice(0, 1)].map((one) => ({ known: one, value: one.value }));
}
