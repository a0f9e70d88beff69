/** The runs of a study: one record per design and scenario, greyed once what was simulated has changed. */
import { msg } from '@lit/localize';
import type { Issue, ProcessModel, Scenario } from '#simulation';
import type { RunController, RunOutcome } from '../runs/run-controller.ts';
import type { RunState } from './session.ts';

/** What a run simulates and how its result is signed. */
export interface RunSubject {
  readonly model: ProcessModel;
  readonly scenario: Scenario;
  readonly issues: readonly Issue[];
  readonly file: { readonly name: string; readonly sha256: string };
}

interface RunRecord {
  readonly state: RunState;
  /** What was simulated, as text. */
  readonly print: string;
  readonly scenario: Scenario;
}

const IDLE: RunState = { status: 'idle' };

export class RunRecords {
  private readonly records = new Map<string, RunRecord>();

  constructor(
    private readonly controller: RunController,
    private readonly message: (issue: Issue) => string,
    private readonly changed: () => void,
  ) {}

  /** The state of the run known by `key`. */
  state(key: string): RunState {
    return this.records.get(key)?.state ?? IDLE;
  }

  /** The scenario of the run known by `key`, as it was run. */
  scenario(key: string): Scenario | undefined {
    return this.records.get(key)?.scenario;
  }

  /** Starts a run in place of the one under way; `key`'s earlier figures stay if nothing comes of it. */
  async start(key: string, subject: RunSubject): Promise<RunOutcome['status']> {
    const { model, scenario } = subject;
    const before = this.records.get(key);
    const print = printOf(model, scenario);
    const planned = scenario.run?.replications ?? 30;
    this.put(key, { print, scenario, state: { status: 'running', done: 0, planned } });
    const outcome = await this.controller.start(
      { ...subject, study: { model, scenario }, message: this.message },
      (update) => this.put(key, { print, scenario, state: { status: 'running', ...update } }),
    );
    switch (outcome.status) {
      case 'complete':
      case 'partial':
        this.put(key, { print, scenario, state: { status: outcome.status, result: outcome.result, stale: false } });
        break;
      case 'failed':
        this.put(key, { print, scenario, state: { status: 'failed', message: this.message(outcome.issue) } });
        break;
      case 'blocked':
      case 'cancelled':
        this.put(key, before ?? { print, scenario, state: IDLE });
    }
    return outcome.status;
  }

  cancel(): void {
    this.controller.cancel();
  }

  /** Marks the figures of `key` as current or from before a change. */
  compare(key: string, model: ProcessModel, scenario: Scenario): void {
    const record = this.records.get(key);
    if (!record || !('stale' in record.state)) return;
    const stale = record.print !== printOf(model, scenario);
    if (stale !== record.state.stale) this.put(key, { ...record, state: { ...record.state, stale } });
  }

  /** Forgets the runs whose keys begin with `prefix`. */
  forget(prefix: string): void {
    for (const key of [...this.records.keys()]) if (key.startsWith(prefix)) this.records.delete(key);
  }

  private put(key: string, record: RunRecord): void {
    this.records.set(key, record);
    this.changed();
  }
}

/** Positions on the canvas are not part of it, so moving a shape leaves figures valid. */
const printOf = (model: ProcessModel, scenario: Scenario): string => JSON.stringify([model, scenario]);

/** What is said when a run has ended. */
export function runText(status: RunOutcome['status']): string {
  switch (status) {
    case 'complete':
      return msg('The run is complete.');
    case 'partial':
      return msg('The run was cancelled; the figures are of the replications done until then.');
    case 'cancelled':
      return msg('The run was cancelled.');
    case 'blocked':
      return msg('The simulation cannot run yet: solve the problems marked as errors first.');
    case 'failed':
      return msg('The run failed. The results say why.');
  }
}
