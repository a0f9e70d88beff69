import { describe, expect, it } from 'vitest';
import { inlineCalls } from './inline.ts';

/** What the module does, said by `run`, before and after; and the code of `run` after. */
async function both(code: string): Promise<{ before: unknown; after: unknown; run: string }> {
  // What is exported where it is declared is not a function of the top level to the bundler either.
  const source = `${code.replace('export function run', 'function run')}\nexport { run };`;
  const inlined = inlineCalls(source, () => true);
  const run = /const run = [^]*?\n\};|const run = .*;/.exec(inlined)?.[0] ?? '';
  return { before: await result(source), after: await result(inlined), run };
}

async function result(code: string): Promise<unknown> {
  const module: unknown = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
  if (!canRun(module)) throw new Error('nothing to run');
  return module.run();
}

const canRun = (module: unknown): module is { readonly run: () => unknown } =>
  typeof module === 'object' && module !== null && 'run' in module;

const LOG = 'const log = []; const note = (x) => { log.push(x); return x; };';

describe('hot calls written in place', () => {
  const rows: readonly (readonly [string, string, RegExp])[] = [
    [
      'returns early, out of a choice and from the end',
      `const find = (x) => { switch (x) { case 1: if (x > 0) return 'one'; break; case 2: return 'two'; } return 'none'; };
       export function run() { const a = find(1); let b; b = find(2); return [a, b, find(3)]; }`,
      /find\([12]/,
    ],
    [
      'leaves out what comes after a return',
      `${LOG} function step(x) { if (x > 1) { note('big'); return; } note('small'); }
       export function run() { step(1); step(2); return log; }`,
      /step\(/,
    ],
    [
      'evaluates arguments once and in order',
      `${LOG} const twice = (x, y) => y + x + x;
       export function run() { const sum = twice(note(1), note(2)); return [sum, log]; }`,
      /twice\(/,
    ],
    [
      'keeps variables of one name apart',
      `function inner(x) { const y = x + 1; let z = y; z *= 2; return z; }
       export function run() { const y = 10; const z = inner(y); { const x = inner(z); return [x, y, z]; } }`,
      /inner\(/,
    ],
    [
      'lets a function change its parameters',
      `function halve(n) { n /= 2; n -= 1; return n; }
       export function run() { const n = 16; const half = halve(n); return [n, half]; }`,
      /halve\(/,
    ],
    [
      'gives defaults',
      `function add(x, by = 5) { return x + by; }
       export function run() { return [add(1), add(1, 2)]; }`,
      /add\(/,
    ],
    [
      'returns what the last call returns, or nothing',
      `${LOG} function last(x) { if (x) return 'yes'; note('no'); }
       function outer(x) { if (x !== undefined) return last(x); return 'never'; }
       export function run() { return [outer(1), outer(0), outer(), log]; }`,
      /last\(/,
    ],
    [
      'asks conditions first',
      `${LOG} function asks(x) { note(x); if (x > 1) return true; return false; }
       export function run() { if (!asks(1)) note('else'); if (asks(2) && log.length > 2) note('then'); return log; }`,
      /asks\(/,
    ],
    [
      'writes functions into functions into functions',
      `const one = (x) => x + 1; const two = (x) => one(x) * 2;
       function three(x) { const y = two(x); if (y > 10) return y; return -y; }
       export function run() { const a = three(1); const b = three(10); return [a, b]; }`,
      /one\(|two\(|three\(/,
    ],
  ];
  it.each(rows)('%s', async (_name, code, call) => {
    const { before, after, run } = await both(code);
    expect(after).toEqual(before);
    expect(run).not.toBe('');
    expect(run).not.toMatch(call);
  });
});

describe('calls through variables that are set once', () => {
  const module = (calls: string, attached: string) => `
    let ended = () => undefined; let started = () => undefined;
    function attach(hooks) { ({ ended, started } = hooks); }
    ${LOG} const hooks = { ended(x) { note(x); note('ended'); }, started: note };
    export function run() { ${attached} ${calls} return log; }`;

  it('do what stands behind them', async () => {
    const { before, after, run } = await both(module('ended(1); started(2);', 'attach(hooks);'));
    expect(after).toEqual(before);
    expect(run).not.toMatch(/ended\(|started\(|note\(/);
  });

  it('do so wherever they are called', async () => {
    const { before, after, run } = await both(module('started(1); ended(1); started(2); ended(2);', 'attach(hooks);'));
    expect(after).toEqual(before);
    expect(run).not.toMatch(/ended\(|started\(/);
  });

  it.each([['may be set to something else', module('ended(1);', 'attach(hooks); attach({ ended: note });')]])(
    'stay where they %s',
    async (_name, code) => {
      const { before, after, run } = await both(code);
      expect(after).toEqual(before);
      expect(run).toMatch(/ended\(/);
    },
  );
});

describe('hot calls that stay calls', () => {
  const rows: readonly (readonly [string, string])[] = [
    [
      'where the place of the value is looked up before',
      `const table = { a: [0] }; function grow() { table.a = [7, 8]; return 1; }
       export function run() { const old = table.a; table.a[0] = grow(); return [old, table.a]; }`,
    ],
    [
      'where it is not certain that they are made',
      `${LOG} function act() { note('act'); note('more'); return 1; }
       export function run() { const a = log.length > 0 && act(); const b = log.length === 0 ? 0 : act(); return [a, b, log]; }`,
    ],
    [
      'where something is evaluated before',
      `${LOG} let state = 1; function change() { state = 5; note(state); return state; }
       export function run() { return [state + change(), log]; }`,
    ],
    [
      'of functions with loops',
      `function halve(n) { let steps = 0; while (n > 1) { n /= 2; steps++; } return steps; }
       export function run() { return halve(16) + 1; }`,
    ],
    ['of functions with closures', 'function make(x) { return () => x; } export function run() { return make(3)(); }'],
    [
      'around a circle',
      `function even(n) { if (n === 0) return true; return odd(n - 1); }
       function odd(n) { if (n === 0) return false; return even(n - 1); }
       export function run() { return [even(10), odd(10), even(7)]; }`,
    ],
  ];
  it.each(rows)('%s', async (_name, code) => {
    const { before, after } = await both(code);
    expect(after).toEqual(before);
  });
});

it('makes constants of numbers that have a name', async () => {
  const { before, after, run } = await both(
    `const least = (a, b) => (a < b ? a : -Infinity);
     export function run() { return [least(2, 1), NaN, 1 - Infinity, Number.NaN, { NaN: 1, Infinity }]; }`,
  );
  expect(after).toEqual(before);
  expect(run).not.toMatch(/-\s*Infinity|[^.$]NaN,/);
});

it('leaves functions that are not hot as they are', () => {
  const code = 'const cold = (x) => x + 1;\nexport function run() { return cold(1); }\n';
  expect(inlineCalls(code, () => false).trim()).toBe(code.trim());
});

it('refuses functions that are set anew', () => {
  expect(() => inlineCalls('function f() {} f = 1; export function run() {}', (name) => name === 'f')).toThrow('<f>');
});
