/** The command: load, run, print. Everything it touches is passed in, so that tests can look at all of it. */
import { resolve } from 'node:path';
import { compile, type ResultDocument, type RunOverrides } from '#simulation';
import { writeBpsim } from '../dialects/bpsim/write.ts';
import { eventLogCsv } from '../exporters/event-log-csv.ts';
import { eventLogXes } from '../exporters/event-log-xes.ts';
import type { EventLogWriter } from '../exporters/event-log.ts';
import type { FormatLocale } from '../format/index.ts';
import { issueText } from '../i18n/issues.ts';
import type { WorkerLike } from '../runs/pool-worker.ts';
import { RunController, type RunOutcome } from '../runs/run-controller.ts';
import { WorkerPool } from '../runs/worker-pool.ts';
import { refuseInput, writeDialect } from './convert.ts';
import { issueLine, issueLines } from './issue-line.ts';
import { loadStudy, type LoadedStudy } from './load-study.ts';
import { LogFile } from './log-file.ts';
import { unusable } from './open-design.ts';
import type { Options } from './options.ts';
import { goalFor } from './precision.ts';
import { ProgressLine } from './progress.ts';
import { report } from './report.ts';

export interface Surroundings {
  readonly locale: FormatLocale;
  /** Folder that relative paths start from. */
  readonly folder: string;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly createWorker: () => WorkerLike;
  /** Registers what an interrupt (Ctrl+C) does. */
  onInterrupt(action: () => void): void;
}

/** Runs and prints; answers the exit code. Throws `UnusableInput`. */
export async function simulateFile(options: Options, surroundings: Surroundings): Promise<number> {
  const { locale, folder, stdout, stderr } = surroundings;
  const loaded = await loadStudy(options, folder);
  if (options.results) refuseInput(options.results, [options.file, ...options.beside], folder);
  const overrides: RunOverrides = options.precision
    ? { ...options.overrides, precision: goalFor(options.precision, loaded.study) }
    : options.overrides;
  const log = options.log && prepareLog(options.log, folder, loaded, overrides);
  const pool = new WorkerPool({ createWorker: surroundings.createWorker, size: options.workers });
  const controller = new RunController(pool);
  const progress = new ProgressLine(stderr, locale);
  surroundings.onInterrupt(() => {
    controller.cancel();
  });

  let outcome: RunOutcome;
  try {
    outcome = await controller.start(
      {
        study: loaded.study,
        overrides,
        trace: log !== undefined,
        file: loaded.file,
        issues: loaded.issues,
        message: issueText,
        ...(log
          ? {
              onReplication: (replication) => {
                log.file.add(log.writer, replication);
              },
            }
          : {}),
      },
      (update) => {
        progress.show(update);
      },
    );
  } catch (error) {
    log?.file.discard();
    throw error;
  } finally {
    progress.clear();
    pool.dispose();
  }

  if (outcome.status === 'complete') log?.file.end(log.writer);
  else log?.file.discard();
  switch (outcome.status) {
    case 'blocked':
      throw unusable(outcome.issues);
    case 'failed':
      stderr.write(`${issueLine(outcome.issue)}\n`);
      return FAILED;
    case 'cancelled':
      return INTERRUPTED;
    case 'complete':
    case 'partial':
  }
  const { result } = outcome;
  const written = options.results && (await writeResults(options.results, loaded, result.document, folder));
  if (options.json) {
    stdout.write(`${JSON.stringify(result.document, null, 2)}\n`);
  } else {
    stderr.write(
      issueLines([...result.issues, ...(written || [])])
        .map((line) => `${line}\n`)
        .join(''),
    );
    stdout.write(report(result, loaded.study.scenario, locale));
  }
  return outcome.status === 'complete' ? 0 : INTERRUPTED;
}

/** Answers what changed on the way. */
async function writeResults(path: string, { study, xml }: LoadedStudy, results: ResultDocument, folder: string) {
  const { files, issues } = await writeBpsim({ xml, ...study, results }, '2.0');
  for (const found of files) writeDialect(path, found, folder);
  return issues;
}

/** The input is fine, but Preflight or the machine is not. */
const FAILED = 1;
/** What shells report for a program ended by Ctrl+C. */
const INTERRUPTED = 130;

function prepareLog(
  { path, format }: NonNullable<Options['log']>,
  folder: string,
  { study, file }: LoadedStudy,
  overrides: RunOverrides,
) {
  const { network, plan, issues } = compile(study, overrides);
  if (!network) throw unusable(issues);
  const context = {
    name: file.name,
    nodeIds: network.nodeIds,
    nodeNames: network.nodeNames,
    poolNames: network.pools.map((pool) => pool.name || pool.id),
    clock: network.clock,
    replications: plan.replications,
  };
  const writer: EventLogWriter = format === 'csv' ? eventLogCsv(context) : eventLogXes(context);
  const log = new LogFile(resolve(folder, path));
  log.begin(writer);
  return { file: log, writer };
}
