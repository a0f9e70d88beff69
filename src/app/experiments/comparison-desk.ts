/** The comparison of the open study: which variants stand against each other, who is whose twin, and what running them in pairs says. */
import type { Issue } from '#simulation';
import {
  correspondenceOf,
  elementKeysOf,
  runPaired,
  type Alternative,
  type ElementPair,
  type PairDecisions,
  type PairedRuns,
} from '../../experiments/index.ts';
import { blocks } from '#simulation';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { withTwins, type Study } from '../../study/study.ts';
import { ChangeNotice } from '../change-notice.ts';
import { variantNames, Variants, type Variant } from './variants.ts';

export type ComparisonState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly done: number; readonly planned: number; readonly paired?: PairedRuns }
  /** `stale`: something that was simulated changed since. */
  | { readonly status: 'complete' | 'partial'; readonly paired: PairedRuns; readonly stale: boolean }
  /** Errors in one of the variants. */
  | { readonly status: 'blocked'; readonly variant: string; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly message: string };

/** What the desk needs of the study. */
export interface DeskStudy {
  /** As it stands now, with the documents as the editors hold them. */
  snapshot(): Promise<Study>;
  edit(change: (study: Study) => Partial<Study>): void;
}

export class ComparisonDesk {
  /** All that can be chosen. */
  all: readonly Variant[] = [];
  state: ComparisonState = { status: 'idle' };
  /** Name of the study, for what leaves the page. */
  studyName = '';
  private chosenIds: readonly string[] = [];
  private decided: readonly NonNullable<Study['twins']>[number][] = [];
  private print = '';
  private abort: AbortController | undefined;
  private readonly variants = new Variants();
  private readonly notice = new ChangeNotice();

  constructor(
    private readonly study: DeskStudy,
    private readonly backend: SimulationBackend,
    private readonly message: (issue: Issue) => string,
  ) {}

  /** Looks at the study anew: designs, scenarios and decisions may have changed. */
  async refresh(): Promise<void> {
    const study = await this.study.snapshot();
    this.studyName = study.name;
    this.all = await this.variants.of(study);
    this.decided = study.twins ?? [];
    const kept = this.chosenIds.filter((id) => this.all.some((variant) => variant.id === id));
    this.chosenIds = kept.length >= 2 ? kept : firstChoice(this.all, study);
    if ('stale' in this.state) this.state = { ...this.state, stale: this.print !== this.printNow };
    this.notice.changed();
  }

  /** The variants that are compared; the first is the baseline. */
  get chosen(): readonly Variant[] {
    return this.chosenIds.flatMap((id) => this.all.find((variant) => variant.id === id) ?? []);
  }

  /** What the chosen variants are called beside each other. */
  get names(): readonly string[] {
    return variantNames(this.chosen);
  }

  /** Chooses the variants by id; a run under way ends. */
  choose(ids: readonly string[]): void {
    this.cancel();
    this.chosenIds = ids;
    this.state = { status: 'idle' };
    this.notice.changed();
  }

  /** Twins of the baseline and another variant. */
  pairs(from: Variant, to: Variant): readonly ElementPair[] {
    return correspondenceOf(from.model, to.model, this.decisions(from, to));
  }

  /** What people said about twins of the two designs. */
  decisions(from: Variant, to: Variant): PairDecisions {
    return this.decided.find((d) => d.from === from.design.id && d.to === to.design.id)?.decisions ?? {};
  }

  /** Says who is the twin of an element, or with null that nobody is, or with undefined that the suggestion counts again. */
  async decide(from: Variant, to: Variant, element: string, twin: string | null | undefined): Promise<void> {
    const others = Object.entries(this.decisions(from, to)).filter(([id]) => id !== element);
    const decisions = Object.fromEntries(twin === undefined ? others : [...others, [element, twin]]);
    this.study.edit((study) => ({
      twins: withTwins(study, { from: from.design.id, to: to.design.id, decisions }),
    }));
    await this.refresh();
  }

  /** The chosen variants as the experiments want them. */
  get alternatives(): readonly Alternative[] {
    const [baseline] = this.chosen;
    return this.chosen.map((variant, i) => {
      const keys =
        baseline && i > 0 ? elementKeysOf(baseline.model, variant.model, this.pairs(baseline, variant)) : undefined;
      const { model, scenario } = variant;
      return {
        id: variant.id,
        name: this.names[i] ?? variant.design.name,
        study: { model, scenario, ...(keys ? { elementKeys: keys } : {}) },
        file: variant.file,
        issues: variant.issues,
      };
    });
  }

  /** Runs the chosen variants in pairs, in place of a run under way. `replications`: instead of what the baseline plans. */
  async run(replications?: number): Promise<void> {
    this.cancel();
    const alternatives = this.alternatives;
    const faulty = alternatives.find(({ issues }) => blocks(issues));
    if (faulty) {
      this.put({ status: 'blocked', variant: faulty.name, issues: faulty.issues });
      return;
    }
    const abort = new AbortController();
    this.abort = abort;
    this.print = this.printNow;
    this.put({ status: 'running', done: 0, planned: 0 });
    const outcome = await runPaired(this.backend, alternatives, {
      ...(replications === undefined ? {} : { overrides: { replications } }),
      message: this.message,
      signal: abort.signal,
      onUpdate: (update) => {
        if (this.abort === abort) this.put({ status: 'running', ...update });
      },
    });
    if (this.abort !== abort) return; // another run took its place
    this.abort = undefined;
    switch (outcome.status) {
      case 'complete':
      case 'partial':
        this.put({ status: outcome.status, paired: outcome.paired, stale: this.print !== this.printNow });
        break;
      case 'cancelled':
        this.put({ status: 'idle' });
        break;
      case 'blocked':
        this.put({ status: 'blocked', variant: outcome.alternative.name, issues: outcome.issues });
        break;
      case 'failed':
        this.put({ status: 'failed', message: this.message(outcome.issue) });
    }
  }

  /** Ends the run under way; what is known stays. */
  cancel(): void {
    this.abort?.abort();
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.cancel();
    this.abort = undefined;
    this.notice.clear();
  }

  /** What would be simulated, as text; positions on the sheet are not part of it. */
  private get printNow(): string {
    return JSON.stringify(this.alternatives.map(({ id, study }) => [id, study]));
  }

  private put(state: ComparisonState): void {
    this.state = state;
    this.notice.changed();
  }
}

/** The first two designs as they were looked at last; with one design, its first two scenarios. */
function firstChoice(all: readonly Variant[], study: Study): readonly string[] {
  const ofDesign = study.designs.flatMap(({ id, activeScenario }) => {
    const own = all.filter(({ design }) => design.id === id);
    return own.find(({ scenario }) => scenario.id === activeScenario) ?? own[0] ?? [];
  });
  const [first, second] = ofDesign;
  if (first && second) return [first.id, second.id];
  return all.slice(0, 2).map(({ id }) => id);
}
