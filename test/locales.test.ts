/** Every text of the page exists in Chinese with the same values in it, and every finding has a text. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ISSUE_TEXTS } from '../src/i18n/issues.ts';

interface Message {
  readonly id: string;
  readonly source: string;
  readonly target: string | undefined;
}

/** Messages of an extracted catalogue. */
function read(file: string): readonly Message[] {
  const xliff = readFileSync(file, 'utf8');
  return [...xliff.matchAll(/<trans-unit id="([^"]+)">([\s\S]*?)<\/trans-unit>/g)].map(([, id = '', unit = '']) => ({
    id,
    source: /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? '',
    target: /<target>([\s\S]*?)<\/target>/.exec(unit)?.[1],
  }));
}

/** What the page says now: read from its sources, unless `MESSAGES` names the file of a reading just made. */
function extracted(): readonly Pick<Message, 'id' | 'source'>[] {
  const file = process.env['MESSAGES'] ?? path.resolve('test-output/messages.json');
  if (!process.env['MESSAGES']) {
    mkdirSync(path.dirname(file), { recursive: true });
    execFileSync(process.execPath, ['test/support/messages.mjs', file]);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Message[];
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

/** Codes of findings as they are written in the code: `issue('error', 'some-code'` or `report.warn('some-code'`. */
function emittedCodes(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const folder of ['src', 'simulation'])
    for (const file of sources(folder))
      for (const [, code = ''] of readFileSync(file, 'utf8').matchAll(
        /\b(?:issue\(\s*'(?:error|warning|info)',|report\.(?:warn|note)\()\s*'([a-z0-9-]+)'/g,
      ))
        codes.set(code, file);
  return codes;
}

describe('the Chinese catalogue', () => {
  let catalogue: ReadonlyMap<string, Message>;

  beforeAll(() => {
    catalogue = new Map(read('src/i18n/xliff/zh-CN.xlf').map((m) => [m.id, m]));
  });

  it('has a text for every message of the page', () => {
    const said = extracted();
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((m) => !catalogue.get(m.id)?.target?.trim()).map((m) => m.source)).toEqual([]);
  }, 300_000);

  it('quotes the same values as the English text', () => {
    const different = [...catalogue.values()].filter(
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

  it('say what they know and nothing else', () => {
    const values = new Proxy<Record<string, number>>({}, { get: () => 7 });
    for (const [code, text] of Object.entries(ISSUE_TEXTS)) {
      const said = text({ code, severity: 'error', elementId: 'x', elementName: 'X', values });
      expect(said.length, code).toBeGreaterThan(10);
      expect(said, code).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });
});
