/** What was asked for on the command line. Everything a user may get wrong becomes an issue. */
import { parseArgs } from 'node:util';
import { issue, toMs, type IssueValue, type RunOverrides } from '#simulation';
import { parseDuration } from '../bpmn/bpsim/durations.ts';
import { UnusableInput } from './unusable-input.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Options {
  readonly file: string;
  /** Files with parameters for the process in `file`. */
  readonly beside: readonly string[];
  readonly scenario?: string;
  readonly overrides: RunOverrides;
  /** Threads. */
  readonly workers: number;
  readonly json: boolean;
  readonly log?: { readonly path: string; readonly format: 'csv' | 'xes' };
}

const OPTIONS = {
  scenario: { type: 'string' },
  replications: { type: 'string' },
  cases: { type: 'string' },
  horizon: { type: 'string' },
  'warm-up': { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
  log: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** More gain nothing here, and threads cost memory. */
const MOST_WORKERS = 64;
const MOST_REPLICATIONS = 100_000;
const MOST_CASES = 1_000_000_000;

/** The language asked for, found before anything else so that every message is in it. Falls back to English. */
export function languageOf(args: readonly string[]): Language {
  const { lang } = tokens(args);
  return LANGUAGES.find((language) => language === lang) ?? 'en';
}

/** Whether `--help` or `-h` is among the arguments. */
export const asksForHelp = (args: readonly string[]): boolean => tokens(args).help === true;

/** Reads the arguments; `cores` is the default number of threads. Throws `UnusableInput`. */
export function readOptions(args: readonly string[], cores: number): Options {
  const { tokens } = parse(args);
  const given = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const known = Object.entries(OPTIONS).find(([name]) => name === token.name)?.[1];
    if (!known) throw wrong('option-unknown', { option: token.rawName, options: optionNames() });
    if (known.type === 'string' && token.value === undefined)
      throw wrong('option-without-value', { option: token.rawName });
    if (known.type === 'boolean' && token.value !== undefined)
      throw wrong('option-with-value', { option: token.rawName });
    given.set(token.name, token.value ?? '');
  }
  const [file, ...beside] = files;
  if (file === undefined || file === '') throw wrong('file-not-named', {});
  const lang = given.get('lang');
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang)) {
    throw wrong('language-unknown', { language: lang, languages: LANGUAGES.join(', ') });
  }

  const scenario = given.get('scenario');
  const log = given.get('log');
  return {
    file,
    beside,
    ...(scenario === undefined ? {} : { scenario }),
    overrides: overridesOf(given),
    workers: count(given, 'workers', MOST_WORKERS) ?? Math.max(1, Math.min(8, cores)),
    json: given.has('json'),
    ...(log === undefined ? {} : { log: { path: log, format: logFormat(log) } }),
  };
}

function overridesOf(given: ReadonlyMap<string, string>): RunOverrides {
  const seed = given.get('seed');
  const replications = count(given, 'replications', MOST_REPLICATIONS);
  const cases = count(given, 'cases', MOST_CASES);
  const horizon = duration(given, 'horizon', 1);
  const warmUp = duration(given, 'warm-up', 0);
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(cases === undefined ? {} : { cases }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(warmUp === undefined ? {} : { warmUp }),
  };
}

function count(given: ReadonlyMap<string, string>, option: string, most: number): number | undefined {
  const text = given.get(option);
  if (text === undefined) return undefined;
  const value = /^[+-]?\d+(\.\d+)?(e\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw wrong('option-not-a-count', { option: `--${option}`, given: text, most });
  }
  return value;
}

/** A duration in whole ms of at least `least` ms. */
function duration(given: ReadonlyMap<string, string>, option: string, least: number): number | undefined {
  const text = given.get(option);
  if (text === undefined) return undefined;
  const span = parseDuration(text);
  const ms = span ? Math.round(toMs(span)) : NaN;
  // Beyond 2^43 ms (279 years) nothing is counted any more.
  if (!(ms >= least && ms <= 2 ** 43)) throw wrong('option-not-a-duration', { option: `--${option}`, given: text });
  return ms;
}

function logFormat(path: string): 'csv' | 'xes' {
  const ending = /\.(csv|xes)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'xes') return ending;
  throw wrong('log-format-unknown', { file: path });
}

const optionNames = (): string =>
  Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(', ');

/** `--replications -1` gives −1 to the option; without this it would read as another option. */
const attachNegative = (args: readonly string[]): string[] =>
  args.reduce<string[]>((all, arg) => {
    const before = all.at(-1);
    if (before !== undefined && /^--[^=]+$/.test(before) && /^-[\dP.]/.test(arg))
      return [...all.slice(0, -1), `${before}=${arg}`];
    return [...all, arg];
  }, []);

const parse = (args: readonly string[]) =>
  parseArgs({ args: attachNegative(args), options: OPTIONS, allowPositionals: true, strict: false, tokens: true });

const tokens = (args: readonly string[]) => parse(args).values;

const wrong = (code: string, values: Readonly<Record<string, IssueValue>>): UnusableInput =>
  new UnusableInput(issue('error', code, undefined, values));
