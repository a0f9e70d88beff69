/** BPSim's resource expressions: who does the work, as alternatives of people needed together. */
import type { ResourceNeed } from '#simulation';

export type Alternatives = readonly (readonly ResourceNeed[])[];

/** Finds pools: by id or name, and by the roles they play. Undefined = unknown. */
export interface Directory {
  pool(idOrName: string): string | undefined;
  playing(roles: readonly string[]): readonly string[];
}

/**
 * Reads `getResource('id', n)`, `getResourceByRoles(['r'], n)`, `orResource(a, b)`, `a | b`, `a and b`, with or without the
 * `bpsim:` prefix, or a bare id; undefined when it is something else or names nobody.
 */
export function parseSelection(text: string, directory: Directory): Alternatives | undefined {
  const bare = directory.pool(text.trim());
  if (bare !== undefined) return [[{ pool: bare, units: 1 }]];
  const tokens = text.match(/'[^']*'|"[^"]*"|[\p{L}_][\p{L}\p{N}_.:-]*|\d+(?:\.\d+)?|\|\||&&|\S/gu) ?? [];
  if (tokens.length > LONGEST) return undefined;
  const parser = new Parser(tokens, directory);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** The expression for `alternatives`; undefined when there are none (BPSim cannot say that nobody is needed). */
export function formatSelection(alternatives: Alternatives): string | undefined {
  if (alternatives.length === 0 || alternatives.some((needs) => needs.length === 0)) return undefined;
  const each = alternatives.map((needs) =>
    needs.map(({ pool, units }) => `getResource('${pool}', ${units})`).join(' and '),
  );
  return each.length === 1 ? each[0] : `orResource(${each.join(', ')})`;
}

class NotUnderstood extends Error {}

/** More alternatives than this come only from hostile files. */
const MOST = 100;
const LONGEST = 1000;

class Parser {
  readonly #tokens: readonly string[];
  readonly #directory: Directory;
  #at = 0;

  constructor(tokens: readonly string[], directory: Directory) {
    this.#tokens = tokens;
    this.#directory = directory;
  }

  whole(): Alternatives {
    const alternatives = this.#either();
    if (this.#at < this.#tokens.length || alternatives.length === 0) throw new NotUnderstood();
    return alternatives;
  }

  #either(): Alternatives {
    let alternatives = this.#together();
    while (this.#take('|', '||', 'or')) alternatives = limited([...alternatives, ...this.#together()]);
    return alternatives;
  }

  #together(): Alternatives {
    let alternatives = this.#one();
    while (this.#take('and', '&&', '+')) {
      const others = this.#one();
      alternatives = limited(alternatives.flatMap((needs) => others.map((more) => [...needs, ...more])));
    }
    return alternatives;
  }

  #one(): Alternatives {
    if (this.#take('(')) {
      const inner = this.#either();
      this.#expect(')');
      return inner;
    }
    const name = (this.#tokens[this.#at++] ?? '').replace(/^bpsim:/, '');
    if (/^['"]/.test(name)) return this.#pools([unquoted(name)], 1);
    this.#expect('(');
    if (name === 'orResource') {
      let alternatives: Alternatives = [];
      do alternatives = limited([...alternatives, ...this.#either()]);
      while (this.#take(','));
      this.#expect(')');
      return alternatives;
    }
    const names: string[] = [];
    let units = 1;
    while (!this.#take(')')) {
      const token = this.#tokens[this.#at++];
      if (token === undefined) throw new NotUnderstood();
      if (/^['"]/.test(token)) names.push(unquoted(token));
      else if (/^\d/.test(token)) units = Number(token);
      else if (!['[', ']', ',', '{', '}'].includes(token)) throw new NotUnderstood();
    }
    if (!Number.isInteger(units) || names.length === 0) throw new NotUnderstood();
    if (name === 'getResourceByRoles') return limited(this.#directory.playing(names).map((pool) => [{ pool, units }]));
    if (name !== 'getResource') throw new NotUnderstood();
    return this.#pools(names, units);
  }

  #pools(names: readonly string[], units: number): Alternatives {
    return [
      names.map((name) => {
        const pool = this.#directory.pool(name);
        if (pool === undefined) throw new NotUnderstood();
        return { pool, units };
      }),
    ];
  }

  #take(...wanted: readonly string[]): boolean {
    if (!wanted.includes(this.#tokens[this.#at] ?? '')) return false;
    this.#at += 1;
    return true;
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) throw new NotUnderstood();
  }
}

function limited(alternatives: Alternatives): Alternatives {
  if (alternatives.length > MOST) throw new NotUnderstood();
  return alternatives;
}

const unquoted = (literal: string): string => literal.slice(1, -1);
