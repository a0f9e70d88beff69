/** A question that takes many runs: asked, followed, cancelled, and answered. */
import { blocks, type Issue } from '#simulation';

/** `R` is the answer as far as it is known. */
export type TrialState<R> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly done: number; readonly planned: number }
  /** `partial`: cancelled with something known. `stale`: the question, or what was simulated, changed since. */
  | { readonly status: 'complete' | 'partial'; readonly answer: R; readonly stale: boolean }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly message: string };

export interface Progress {
  /** Replications. */
  readonly done: number;
  readonly planned: number;
}

/** What an experiment ends with; `cancelled` with nothing known. */
export type TrialOutcome<R> =
  | { readonly status: 'complete' | 'partial'; readonly answer: R }
  | { readonly status: 'cancelled' }
  | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
  | { readonly status: 'failed'; readonly issue: Issue };

export class Trial<R> {
  state: TrialState<R> = { status: 'idle' };
  private abort: AbortController | undefined;

  constructor(
    private readonly changed: () => void,
    private readonly message: (issue: Issue) => string,
  ) {}

  /** The answer that shows, if any. */
  get answer(): R | undefined {
    return 'answer' in this.state ? this.state.answer : undefined;
  }

  /** Whether the answer that shows is that to an earlier question. */
  get isStale(): boolean {
    return 'stale' in this.state && this.state.stale;
  }

  /** Asks, in place of what was asked before. `known`: what was found on the model before; errors keep it from running. */
  async ask(
    known: readonly Issue[],
    experiment: (signal: AbortSignal, onUpdate: (progress: Progress) => void) => Promise<TrialOutcome<R>>,
  ): Promise<void> {
    this.cancel();
    this.abort = undefined;
    if (blocks(known)) {
      this.put({ status: 'blocked', issues: known });
      return;
    }
    const abort = new AbortController();
    this.abort = abort;
    this.put({ status: 'running', done: 0, planned: 0 });
    const outcome = await experiment(abort.signal, ({ done, planned }) => {
      if (this.abort === abort) this.put({ status: 'running', done, planned });
    });
    if (this.abort !== abort) return; // another question took its place
    this.abort = undefined;
    switch (outcome.status) {
      case 'complete':
      case 'partial':
        this.put({ status: outcome.status, answer: outcome.answer, stale: false });
        break;
      case 'cancelled':
        this.put({ status: 'idle' });
        break;
      case 'blocked':
        this.put({ status: 'blocked', issues: outcome.issues });
        break;
      case 'failed':
        this.put({ status: 'failed', message: this.message(outcome.issue) });
    }
  }

  /** Ends the experiment under way; what is known stays. */
  cancel(): void {
    this.abort?.abort();
  }

  /** The question changed: the answer is that to another one. */
  touch(): void {
    if ('stale' in this.state) this.put({ ...this.state, stale: true });
  }

  /** Forgets the answer, and ends what is under way. */
  forget(): void {
    this.cancel();
    this.abort = undefined;
    this.put({ status: 'idle' });
  }

  private put(state: TrialState<R>): void {
    this.state = state;
    this.changed();
  }
}
