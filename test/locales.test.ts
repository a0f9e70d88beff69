/** Every text of the page exists in Chinese with the same values in it, and every finding has a text. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_TEXTS } from '../src/i18n/issues.ts';

interface Message {
  readonly id: string;
  readonly source: string;
  readonly target: string | undefined;
}

/** Messages of the catalogue that lit-localize extracted. */
function catalogue(): readonly Message[] {
  const xliff = readFileSync('src/i18n/xliff/zh-CN.xlf', 'utf8');
  return [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id = '', unit = '']) => ({
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? '',
    target: /<target>([\s\S]*?)<\/target>/.exec(unit)?.[1],
  }));
}

/** Values and markup that a text quotes, by number and content. */
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/<x id="(\d+)" equiv-text="([^"]*)"\/>/g)].map(([, id, value]) => `${id} ${value}`).sort();

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(file);
    else if (entry.name.endsWith('.ts')) yield file;
  }
}

/** Codes of findings as they are written in the code: `issue('error', 'some-code'`. */
function emittedCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const folder of ['src', 'simulation'])
    for (const file of sources(folder))
      for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(
        /\bissue\(\s*'(?:error|warning|info)',\s*'([a-z0-9-]+)'/g,
      ))
        codes.set(code, file);
  return codes;
}

describe('the Chinese catalogue', () => {
  const messages = catalogue();

  it('has a text for every message', () => {
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter((m) => !m.target?.trim()).map((m) => m.source)).toEqual([]);
  });

  it('quotes the same values as the English text', () => {
    const different = messages.filter(
      ({ source, target = '' }) => placeholders(source).join() !== placeholders(target).join(),
    );
    expect(different.map((m) => m.source)).toEqual([]);
  });
});

describe('findings', () => {
  it('all have a text', () => {
    const codes = emittedCodes();
    expect(codes.size).toBeGreaterThan(0);
    const silent = [...codes].filter(([code]) => !(code in ISSUE_TEXTS)).map(([code, file]) => `${code} in ${file}`);
    expect(silent).toEqual([]);
  });

  it('say something even when they know little', () => {
    for (const [code, text] of Object.entries(ISSUE_TEXTS)) {
      const said = text({ code, severity: 'error' });
      expect(said.length, code).toBeGreaterThan(10);
      expect(said, code).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});
