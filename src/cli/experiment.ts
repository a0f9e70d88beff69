/** What the commands that run many designs share: threads, interrupts, progress, and how an experiment ends. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Issue, KpiPath, RunOverrides } from '#simulation';
import { issueText } from '../i18n/issues.ts';
import { WorkerPool } from '../runs/worker-pool.ts';
import { wrong } from './arguments.ts';
import { issueLine } from './issue-line.ts';
import { loadStudy, type LoadedStudy } from './load-study.ts';
import { unusable } from './open-design.ts';
import { ProgressLine } from './progress.ts';
import type { Surroundings } from './simulate.ts';

/** The input is fine, but Preflight or the machine is not. */
export const FAILED = 1;
/** What shells report for a program ended by Ctrl+C. */
export const INTERRUPTED = 130;

export interface Laboratory {
  readonly backend: WorkerPool;
  readonly signal: AbortSignal;
  readonly message: (issue: Issue) => string;
  readonly progress: ProgressLine;
}

/** Gives the experiment threads, and takes them back; Ctrl+C aborts its signal. */
export async function experiment<T>(
  { createWorker, onInterrupt, stderr, locale }: Surroundings,
  workers: number,
  run: (laboratory: Laboratory) => Promise<T>,
): Promise<T> {
  const backend = new WorkerPool({ createWorker, size: workers });
  const abort = new AbortController();
  onInterrupt(() => {
    abort.abort();
  });
  const progress = new ProgressLine(stderr, locale);
  try {
    return await run({ backend, signal: abort.signal, message: issueText, progress });
  } finally {
    progress.clear();
    backend.dispose();
  }
}

/** Prints why an experiment did not come to an end of its own, and answers the exit code; throws for unusable input. */
export function giveUp(
  outcome:
    | { readonly status: 'blocked'; readonly issues: readonly Issue[] }
    | { readonly status: 'failed'; readonly issue: Issue }
    | { readonly status: 'cancelled' },
  { stderr }: Surroundings,
): number {
  if (outcome.status === 'blocked') throw unusable(outcome.issues);
  if (outcome.status === 'cancelled') return INTERRUPTED;
  stderr.write(`${issueLine(outcome.issue)}\n`);
  return FAILED;
}

/** Opens `FILE` or `FILE#SCENARIO`. */
export function loadNamed(name: string, overrides: RunOverrides, folder: string): Promise<LoadedStudy> {
  const at = name.lastIndexOf('#');
  const isFile = at < 0 || existsSync(resolve(folder, name));
  const file = isFile ? name : name.slice(0, at);
  const scenario = isFile ? undefined : name.slice(at + 1);
  return loadStudy({ file, beside: [], overrides, ...(scenario === undefined ? {} : { scenario }) }, folder);
}

/** A path written with `/` or `.`, such as `cycleTime/p90`. Throws when the study has no such figure. */
export function kpiPath(text: string, known: readonly KpiPath[]): KpiPath {
  const found = known.find((path) => path.join('/') === text || path.join('.') === text);
  if (found) return found;
  throw wrong('figure-unknown', { figure: text });
}
