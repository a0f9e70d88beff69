/** What was asked of `simulate`. Everything a user may get wrong becomes an issue. */
import type { RunOverrides } from '#simulation';
import { Arguments, COMMON, wrong } from './arguments.ts';
import { PRECISION, readPrecision, type AskedPrecision } from './precision.ts';

export { asksForHelp, languageOf, LANGUAGES, type Language } from './arguments.ts';

export interface Options {
  readonly file: string;
  /** Files with parameters for the process in `file`. */
  readonly beside: readonly string[];
  readonly scenario?: string;
  readonly overrides: RunOverrides;
  readonly precision?: AskedPrecision;
  /** Threads. */
  readonly workers: number;
  readonly json: boolean;
  /** The process with its parameters and the results, as BPSim. */
  readonly results?: string;
  readonly log?: { readonly path: string; readonly format: 'csv' | 'xes' };
}

const OPTIONS = {
  scenario: { type: 'string' },
  ...COMMON,
  ...PRECISION,
  log: { type: 'string' },
  results: { type: 'string' },
} as const;

/** Reads the arguments; `cores` is the default number of threads. Throws `UnusableInput`. */
export function readOptions(args: readonly string[], cores: number): Options {
  const given = new Arguments(args, OPTIONS);
  const [file, ...beside] = given.files;
  if (file === undefined || file === '') throw wrong('file-not-named', {});
  const scenario = given.last('scenario');
  const log = given.last('log');
  const precision = readPrecision(given);
  const results = given.last('results');
  return {
    file,
    beside,
    ...(scenario === undefined ? {} : { scenario }),
    overrides: given.overrides(),
    ...(precision ? { precision } : {}),
    workers: given.workers(cores),
    json: given.has('json'),
    ...(results === undefined ? {} : { results: resultsPath(results) }),
    ...(log === undefined ? {} : { log: { path: log, format: logFormat(log) } }),
  };
}

function resultsPath(path: string): string {
  if (/\.(bpmn|bpsim)$/i.test(path)) return path;
  throw wrong('results-format-unknown', { file: path });
}

function logFormat(path: string): 'csv' | 'xes' {
  const ending = /\.(csv|xes)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'xes') return ending;
  throw wrong('log-format-unknown', { file: path });
}
