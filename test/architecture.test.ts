/** The rules of passage: who may import whom, what the engine must not touch, and how long a file may be. */
import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { globalsOf, membersOf, sourcesUnder, templatesOf, walk, type Source } from './support/sources.ts';

const engine = sourcesUnder('simulation');
const page = sourcesUnder('src');

/** Who may import whom inside `simulation/`: folders or files, beside themselves. */
const ENGINE: Readonly<Record<string, readonly string[]>> = {
  model: [],
  math: [],
  random: ['math'],
  distributions: ['model', 'math'],
  calendars: ['model', 'math'],
  kernel: ['model', 'math', 'random', 'distributions', 'calendars'],
  behaviors: ['model', 'kernel'],
  observers: ['model', 'math', 'calendars', 'kernel', 'analysis/histogram.ts', 'analysis/percentile.ts'],
  analysis: ['model', 'math'],
  compile: ['model', 'math', 'distributions', 'calendars', 'behaviors', 'observers', 'kernel/network.ts'],
  'protocol.ts': ['model'],
  'outbox.ts': ['model'],
};

/** These put the engine together and see all of it. */
const SEE_ALL = ['simulation/simulate.ts', 'simulation/worker.ts', 'simulation/index.ts'];

/** Who may import whom inside `src/`. */
const PAGE: Readonly<Record<string, readonly string[]>> = {
  format: [],
  bpmn: [],
  runs: [],
  experiments: ['runs'],
  replay: [],
  comparison: ['bpmn', 'charts', 'experiments', 'format', 'i18n'],
  i18n: ['app/preferences.ts'],
  charts: ['experiments', 'format'],
  fields: ['format', 'bpmn', 'i18n'],
  editor: ['bpmn', 'i18n', 'opening'],
  opening: ['bpmn'],
  dialects: ['bpmn'],
  'event-logs': [],
  importers: ['bpmn', 'dialects'],
  exporters: ['bpmn', 'dialects', 'experiments', 'format', 'charts'],
  reports: ['charts', 'comparison', 'experiments', 'exporters', 'format', 'i18n'],
  study: ['bpmn', 'i18n', 'importers', 'opening'],
  offline: [],
  cli: ['bpmn', 'comparison', 'dialects', 'experiments', 'runs', 'format', 'charts', 'importers', 'exporters', 'i18n'],
  views: [
    'app',
    'bpmn',
    'charts',
    'comparison',
    'editor/design-editor.ts',
    'editor/design-viewer.ts',
    'event-logs',
    'experiments',
    'exporters',
    'fields',
    'format',
    'i18n',
    'replay',
    'reports',
    'study',
  ],
  app: [
    'bpmn',
    'charts',
    'dialects',
    'comparison',
    'editor',
    'experiments',
    'exporters',
    'format',
    'i18n',
    'importers',
    'offline',
    'opening',
    'replay',
    'runs',
    'study',
    'views',
  ],
  'main.ts': ['app', 'i18n'],
  'modules.d.ts': ['bpmn'],
};

/** The only packages these may use. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'simulation/random/seed.ts': ['seedrandom'],
  'src/bpmn/': ['bpmn-auto-layout', 'bpmn-moddle', 'feelin', 'valibot'],
  'src/dialects/': ['saxen'],
  'src/importers/': [],
  'src/event-logs/': ['papaparse', 'saxen', 'fflate'],
  'src/format/': [],
  'src/replay/': [],
  'src/comparison/': ['bpmn-js-differ', '@lit/localize'],
  'src/charts/': ['@observablehq/plot', '@lit/localize'],
  'src/exporters/': ['@lit/localize'],
  'src/reports/': ['docx', '@lit/localize'],
};

/** What gives the same bits on every machine (ECMAScript defines these exactly). */
const EXACT_MATH = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'];
const EXACT_CONSTANTS = ['E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'];

/** Globals that know the page, the time of day or chance. */
const WORLD = ['Date', 'Temporal', 'performance', 'crypto', 'setTimeout', 'setInterval', 'fetch', 'process', 'console'];
const DOM = [
  'window',
  'document',
  'self',
  'globalThis',
  'navigator',
  'location',
  'localStorage',
  'indexedDB',
  'DOMParser',
];
const DOM_TYPES = /^(Document|Element|Event|Node|(HTML|SVG|XML|DOM)[A-Z]\w+)$/;

/** Words that are the same in every language. */
const NAMES = ['Preflight', 'preflight', 'CNY'];

const MOST_LINES = 320;

describe('the engine', () => {
  it('imports only itself, and seedrandom for the seed', () => {
    expect(
      importsWhere(engine, (from, to) => !to.startsWith('simulation/') && !allowedPackages(from)?.includes(to)),
    ).toEqual([]);
  });

  it('keeps its layers', () => {
    const layered = engine.filter(({ path }) => !SEE_ALL.includes(path));
    expect(importsWhere(layered, (from, to) => to.startsWith('simulation/') && !passes(ENGINE, from, to))).toEqual([]);
  });

  it('takes neither time nor chance nor elementary functions from the platform', () => {
    const exact = [...EXACT_MATH, ...EXACT_CONSTANTS];
    const inexact = engine.flatMap((source) =>
      [...membersOf('Math', source)].filter((m) => !exact.includes(m)).map((m) => `${source.path}: Math.${m}`),
    );
    const world = engine
      .filter(({ path }) => path !== 'simulation/worker.ts')
      .flatMap((source) => uses(source, (name) => WORLD.includes(name)));
    expect([...inexact, ...world, ...engine.flatMap(powers)]).toEqual([]);
  });

  it('knows no page; only the worker says self', () => {
    const worker = engine.find(({ path }) => path === 'simulation/worker.ts');
    const rest = engine.filter((source) => source !== worker);
    expect(rest.flatMap((source) => uses(source, isDom))).toEqual([]);
    expect(worker && [...globalsOf(worker)].filter((name) => DOM.includes(name) && name !== 'self')).toEqual([]);
  });
});

describe('the page', () => {
  it('reaches the engine through its door only', () => {
    expect(
      importsWhere(page, (_, to) => to.startsWith('simulation/') || (to.startsWith('#') && to !== '#simulation')),
    ).toEqual([]);
    const worker = page.filter(({ text }) => /['"`][^'"`\n]*\/simulation\//.test(text)).map(({ path }) => path);
    expect(worker).toEqual(['src/runs/browser-worker.ts']);
  });

  it('keeps its layers', () => {
    expect(importsWhere(page, (from, to) => to.startsWith('src/') && !passes(PAGE, from, to))).toEqual([]);
  });

  it('has bpmn-js in the editor alone', () => {
    const drawing = /^(bpmn-js(?!-differ)|diagram-js|didi)/; // the differ draws nothing
    const outside = page.filter(({ path }) => !path.startsWith('src/editor/') && !path.endsWith('.d.ts'));
    expect(importsWhere(outside, (_, to) => drawing.test(to))).toEqual([]);
  });

  it('reads files, formats figures and draws charts without the shell’s packages', () => {
    const isPackage = (to: string): boolean => !/^(src|#simulation)/.test(to);
    expect(
      importsWhere(page, (from, to) => isPackage(to) && allowedPackages(from)?.includes(packageOf(to)) === false),
    ).toEqual([]);
  });

  it('has no text in templates that translators would not see', () => {
    const untold = page.flatMap((source) =>
      templatesOf('html', source)
        .flatMap(wordsOf)
        .filter((word) => !NAMES.includes(word))
        .map((word) => `${source.path}: ${word}`),
    );
    expect(untold).toEqual([]);
  });

  it('reads BPMN and plays recordings without a DOM', () => {
    const reading = page.filter(({ path }) => /^src\/(bpmn|dialects|format|importers|replay)\//.test(path));
    expect(reading.flatMap((source) => uses(source, isDom))).toEqual([]);
  });
});

it('no file is longer than can be read at one sitting', () => {
  const long = [...engine, ...page].map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  expect(long.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});

function importsWhere(sources: readonly Source[], isWrong: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter((to) => isWrong(path, to)).map((to) => `${path} imports ${to}`),
  );
}

/** Whether the table lets `from` import `to`; both lie under the same top folder. A place without a row may import nothing. */
function passes(table: Readonly<Record<string, readonly string[]>>, from: string, to: string): boolean {
  const place = from.split('/')[1] ?? '';
  const target = to.slice(to.indexOf('/') + 1);
  const rows = [place, ...(table[place] ?? [])];
  return place in table && rows.some((row) => target === row || target.startsWith(`${row}/`));
}

const allowedPackages = (path: string): readonly string[] | undefined =>
  Object.entries(PACKAGES).find(([place]) => path.startsWith(place))?.[1];

/** `@observablehq/plot` of `@observablehq/plot/x`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const isDom = (name: string): boolean => DOM.includes(name) || DOM_TYPES.test(name);

const uses = (source: Source, isBanned: (name: string) => boolean): string[] =>
  [...globalsOf(source)].filter(isBanned).map((name) => `${source.path} uses ${name}`);

/** Words of a template that a reader or a screen reader would meet: between tags, and in attributes that hold text. */
function wordsOf(template: string): string[] {
  const shown = template.replace(/<!--[^]*?-->|<style[^]*?<\/style>/g, '');
  const attributes = shown.matchAll(/\s(?:aria-label|title|label|placeholder|hint|alt)="?([^"$>]*)/g);
  const texts = [shown.replace(/<[^>]*>/g, ' '), ...Array.from(attributes, ([, text = '']) => text)];
  return texts.flatMap((text) => text.match(/\p{L}{2,}/gu) ?? []);
}

/** `a ** b` is Math.pow; between two literals it is a constant. */
function powers(source: Source): string[] {
  const found: string[] = [];
  walk(source, (node) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AsteriskAsteriskToken) return;
    if (!ts.isNumericLiteral(node.left) || !ts.isNumericLiteral(node.right))
      found.push(`${source.path}: ${node.getText()}`);
  });
  return found;
}
