import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { zhCn } from '../../../src/editor/modules/translate/zh-cn.ts';

const SOURCES = [
  'bpmn-js/lib',
  'diagram-js/lib',
  'diagram-js-direct-editing/lib',
  'bpmn-js-color-picker/colors',
  'diagram-js-minimap/dist/index.esm.js',
].map((source) => path.resolve('node_modules', source));

/** How the packages say a text that is shown: passed to `translate`, a label of a menu entry, or an error message. */
const TEXTS = [/translate\(\s*'([A-Za-z][^']*)'/g, /\blabel: '([A-Z][^']*)'/g, /_MSG = '([^']+)'/g];

/** `translate('Align elements ' + alignment)` for each of these. */
const ALIGNMENTS = ['left', 'center', 'right', 'top', 'middle', 'bottom'];

function filesOf(source: string): readonly string[] {
  if (source.endsWith('.js')) return [source];
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(source, file));
}

const shown = new Set(
  SOURCES.flatMap(filesOf)
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .flatMap((code) => TEXTS.flatMap((text) => [...code.matchAll(text)].flatMap((match) => match[1] ?? []))),
);

describe('the texts of the diagram editor in Chinese', () => {
  it('are found where they are said', () => {
    expect(shown.size).toBeGreaterThan(110);
    for (const known of ['Create task', 'User task', 'Set color', 'Open minimap', 'Orange'])
      expect(shown).toContain(known);
  });

  it('lack none that the editor shows', () => {
    const all = [...shown, ...ALIGNMENTS.map((alignment) => `Align elements ${alignment}`)];
    expect(all.filter((text) => !(text in zhCn))).toEqual([]);
  });

  it('keep every placeholder', () => {
    const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{[^}]+\}/g))].sort();
    const wrong = Object.entries(zhCn).filter(([text]) => shown.has(text) && text.includes('{'));
    for (const [text, translated] of wrong)
      for (const placeholder of placeholders(translated)) expect(placeholders(text)).toContain(placeholder);
  });

  it('hold no English sentence', () => {
    expect(Object.entries(zhCn).filter(([, text]) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });
});
