/** Words of a command line sorted into options and files. Everything a user may get wrong becomes an issue. */
import { parseArgs } from 'node:util';
import { issue, toMs, type IssueValue, type RunOverrides } from '#simulation';
import { parseDuration } from '../bpmn/bpsim/durations.ts';
import { UnusableInput } from './unusable-input.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The options of a command by name. */
export type OptionTable = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

/** Options that every command has. */
export const COMMON = {
  replications: { type: 'string' },
  cases: { type: 'string' },
  horizon: { type: 'string' },
  'warm-up': { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies OptionTable;

/** More gain nothing here, and threads cost memory. */
const MOST_WORKERS = 64;
export const MOST_REPLICATIONS = 100_000;
const MOST_CASES = 1_000_000_000;

/** What was written: options with their values in order (a boolean has an empty one), and the rest. */
export class Arguments {
  readonly files: readonly string[];
  private readonly given = new Map<string, string[]>();

  /** Throws `UnusableInput` for options that are not in the table or lack what they need. */
  constructor(args: readonly string[], table: OptionTable) {
    const files: string[] = [];
    for (const token of parse(args, table).tokens) {
      if (token.kind === 'positional') files.push(token.value);
      if (token.kind !== 'option') continue;
      const known = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
      if (!known) throw wrong('option-unknown', { option: token.rawName, options: optionNames(table) });
      if (known.type === 'string' && token.value === undefined)
        throw wrong('option-without-value', { option: token.rawName });
      if (known.type === 'boolean' && token.value !== undefined)
        throw wrong('option-with-value', { option: token.rawName });
      this.given.set(token.name, [...(this.given.get(token.name) ?? []), token.value ?? '']);
    }
    this.files = files;
    const lang = this.last('lang');
    if (lang !== undefined && !LANGUAGES.some((language) => language === lang)) {
      throw wrong('language-unknown', { language: lang, languages: LANGUAGES.join(', ') });
    }
  }

  has(option: string): boolean {
    return this.given.has(option);
  }

  /** Of an option given several times the last counts. */
  last(option: string): string | undefined {
    return this.given.get(option)?.at(-1);
  }

  all(option: string): readonly string[] {
    return this.given.get(option) ?? [];
  }

  /** A whole number from 1 to `most`. */
  count(option: string, most: number): number | undefined {
    const text = this.last(option);
    if (text === undefined) return undefined;
    const value = /^[+-]?\d+(\.\d+)?(e\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
    if (!Number.isInteger(value) || value < 1 || value > most) {
      throw wrong('option-not-a-count', { option: `--${option}`, given: text, most });
    }
    return value;
  }

  /** A number in (0, 1], or percent. */
  share(option: string): number | undefined {
    const text = this.last(option)?.trim();
    if (text === undefined) return undefined;
    const number = Number(text.replace(/%$/, ''));
    const value = text.endsWith('%') ? number / 100 : number;
    if (!(value > 0 && value <= 1) || text === '') {
      throw wrong('option-not-a-share', { option: `--${option}`, given: text });
    }
    return value;
  }

  /** What overrides the run settings of the scenario. */
  overrides(): RunOverrides {
    const seed = this.last('seed');
    const replications = this.count('replications', MOST_REPLICATIONS);
    const cases = this.count('cases', MOST_CASES);
    const horizon = this.duration('horizon', 1);
    const warmUp = this.duration('warm-up', 0);
    return {
      ...(seed === undefined ? {} : { seed }),
      ...(replications === undefined ? {} : { replications }),
      ...(cases === undefined ? {} : { cases }),
      ...(horizon === undefined ? {} : { horizon }),
      ...(warmUp === undefined ? {} : { warmUp }),
    };
  }

  /** Threads; by default as many as the machine has cores, eight at most. */
  workers(cores: number): number {
    return this.count('workers', MOST_WORKERS) ?? Math.max(1, Math.min(8, cores));
  }

  /** A duration in whole ms of at least `least` ms. */
  private duration(option: string, least: number): number | undefined {
    const text = this.last(option);
    if (text === undefined) return undefined;
    const span = parseDuration(text);
    const ms = span ? Math.round(toMs(span)) : NaN;
    // Beyond 2^43 ms (279 years) nothing is counted any more.
    if (!(ms >= least && ms <= 2 ** 43)) throw wrong('option-not-a-duration', { option: `--${option}`, given: text });
    return ms;
  }
}

/** The language asked for, found before anything else so that every message is in it. Falls back to English. */
export function languageOf(args: readonly string[]): Language {
  const { lang } = parse(args, COMMON).values;
  return LANGUAGES.find((language) => language === lang) ?? 'en';
}

/** Whether `--help` or `-h` is among the arguments. */
export const asksForHelp = (args: readonly string[]): boolean => parse(args, COMMON).values['help'] === true;

/** The one way to say that an argument cannot be used. */
export const wrong = (code: string, values: Readonly<Record<string, IssueValue>>): UnusableInput =>
  new UnusableInput(issue('error', code, undefined, values));

const optionNames = (table: OptionTable): string =>
  Object.keys(table)
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

const parse = (args: readonly string[], options: OptionTable) =>
  parseArgs({ args: attachNegative(args), options, allowPositionals: true, strict: false, tokens: true });
