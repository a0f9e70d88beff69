/** The contract between a run's caller (page or command line) and the simulation worker. Plain data only. */
import type { Issue } from './model/issue.ts';
import type { ReplicationResult, RunPlan, Study } from './model/run.ts';

export type Request =
  /** Simulate replications [from, to) of the study; answers come as they are ready. Many `run`s of one runId may follow each other. */
  | {
      readonly type: 'run';
      readonly runId: string;
      readonly study: Study;
      readonly plan: RunPlan;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'cancel'; readonly runId: string };

export type Reply =
  | { readonly type: 'ready' }
  /** The first replication of a `run` at once, then several in one message when they are short. */
  | { readonly type: 'replications'; readonly runId: string; readonly results: readonly ReplicationResult[] }
  /** A few per second while a replication takes long: events so far and simulated ms. */
  | {
      readonly type: 'progress';
      readonly runId: string;
      readonly index: number;
      readonly time: number;
      readonly events: number;
    }
  | { readonly type: 'done'; readonly runId: string; readonly from: number; readonly to: number }
  /** The study does not compile; the page should have known. */
  | { readonly type: 'refused'; readonly runId: string; readonly issues: readonly Issue[] }
  | { readonly type: 'failed'; readonly runId: string; readonly message: string };
