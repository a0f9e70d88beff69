/** What was asked of `convert`. Everything a user may get wrong becomes an issue. */
import { parseArgs } from 'node:util';
import { issue, type IssueValue } from '#simulation';
import { dialectWriters } from '../dialects/index.ts';
import { UnusableInput } from './unusable-input.ts';

export interface ConvertOptions {
  /** The process, and files with parameters for it. */
  readonly files: readonly string[];
  /** Id of the format. */
  readonly to: string;
  readonly out: string;
  readonly scenario?: string;
}

const OPTIONS = {
  to: { type: 'string' },
  scenario: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments. Throws `UnusableInput`. */
export function readConvertOptions(args: readonly string[]): ConvertOptions {
  const { tokens, positionals, values } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(token.name in OPTIONS)) {
      const options = Object.keys(OPTIONS).map((name) => `--${name}`);
      throw wrong('option-unknown', { option: token.rawName, options: options.join(', ') });
    }
    if (token.name !== 'help' && token.value === undefined)
      throw wrong('option-without-value', { option: token.rawName });
  }
  const formats = dialectWriters.map(({ id }) => id).join(', ');
  const { to, scenario } = values;
  if (typeof to !== 'string') throw wrong('convert-without-format', { formats });
  if (!dialectWriters.some(({ id }) => id === to)) throw wrong('convert-format-unknown', { format: to, formats });
  const files = positionals.slice(0, -1);
  const out = positionals.at(-1);
  if (out === undefined || files.length === 0) throw wrong('convert-files-not-named', {});
  return { files, to, out, ...(typeof scenario === 'string' ? { scenario } : {}) };
}

const wrong = (code: string, values: Readonly<Record<string, IssueValue>>): UnusableInput =>
  new UnusableInput(issue('error', code, undefined, values));
