/** Which change does what: the bridge between the two variants that are looked at. */
import type { Issue, Study } from '#simulation';
import {
  planBridge,
  runBridge,
  type Bridge,
  type BridgePlan,
  type BridgeStep,
  type ElementPair,
} from '../../experiments/index.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ChangeNotice } from '../change-notice.ts';
import { Trial } from './trial.ts';
import type { Variant } from './variants.ts';

/** The two ends, and who is whose twin. */
export interface BridgeEnds {
  readonly from: Variant;
  readonly to: Variant;
  readonly pairs: readonly ElementPair[];
  /** What the two are called beside each other. */
  readonly names: readonly [from: string, to: string];
}

export interface BuiltBridge {
  readonly bridge: Bridge;
  readonly ends: BridgeEnds;
}

export class BridgeDesk {
  readonly trial: Trial<BuiltBridge>;
  /** The changes that were made in a design that cannot run. */
  made: readonly BridgeStep[] = [];
  private ends: BridgeEnds | undefined;
  private print = '';
  private plan: BridgePlan | undefined;
  private readonly notice = new ChangeNotice();

  constructor(
    private readonly backend: SimulationBackend,
    message: (issue: Issue) => string,
  ) {
    this.trial = new Trial(() => this.notice.changed(), message);
  }

  /** Looks at these two. An answer for others is forgotten, one for the same two before a change is old. */
  choose(ends: BridgeEnds): void {
    const before = this.ends;
    const print = JSON.stringify([studyOf(ends.from), studyOf(ends.to), ends.pairs]);
    this.ends = ends;
    if (print === this.print) return;
    this.print = print;
    this.plan = undefined;
    this.made = [];
    const same = before?.from.id === ends.from.id && before.to.id === ends.to.id;
    if (same && 'answer' in this.trial.state) this.trial.touch();
    else this.trial.forget();
  }

  /** What would be run; undefined before two variants are chosen. */
  get planned(): BridgePlan | undefined {
    const { ends } = this;
    if (ends) this.plan ??= planBridge(studyOf(ends.from), studyOf(ends.to), ends.pairs);
    return this.plan;
  }

  /** The bridge between the chosen two, if it was built for them as they are now. */
  get built(): BuiltBridge | undefined {
    const { state } = this.trial;
    return 'answer' in state && !state.stale ? state.answer : undefined;
  }

  async run(): Promise<void> {
    const { ends } = this;
    if (!ends) return;
    const { from, to, pairs } = ends;
    this.made = [];
    await this.trial.ask([...from.issues, ...to.issues], async (signal, onUpdate) => {
      const outcome = await runBridge(this.backend, studyOf(from), studyOf(to), pairs, { signal, onUpdate });
      if (outcome.status === 'blocked') this.made = outcome.made;
      return outcome.status === 'complete' ? { status: 'complete', answer: { bridge: outcome.bridge, ends } } : outcome;
    });
  }

  onChange(listener: () => void): () => void {
    return this.notice.listen(listener);
  }

  dispose(): void {
    this.trial.forget();
    this.notice.clear();
  }
}

const studyOf = ({ model, scenario }: Variant): Study => ({ model, scenario });
