/** What every report ends with: the problems found, how the figures were made, and a list or what is said in its place. */
import { msg, str } from '@lit/localize';
import type { Issue, RunResult } from '#simulation';
import { textCell, type FigureTable } from '../charts/figure-table.ts';
import { formatNumber, formatSpan, NO_FIGURE, type FormatLocale } from '../format/index.ts';
import { issueText } from '../i18n/issues.ts';
import type { Block } from './report.ts';

/** A design by name and what its run found. */
export interface NamedResult {
  readonly name: string;
  readonly result: RunResult;
}

/** A list; where it is empty, the sentence in its place. */
export function listOr(items: readonly string[], none: string | undefined): readonly Block[] {
  if (items.length > 0) return [{ type: 'list', items }];
  return none === undefined ? [] : [{ type: 'text', text: none }];
}

/** What was wrong or odd in the run of a design, beyond mere notes. */
export function problems({ name, result }: NamedResult): readonly Block[] {
  const found = result.issues.filter(({ severity }) => severity !== 'info');
  if (found.length === 0) return [{ type: 'text', text: msg(str`${name}: none.`) }];
  const said = ({ elementName, ...issue }: Issue): string =>
    elementName ? `${elementName}: ${issueText({ elementName, ...issue })}` : issueText(issue);
  return [
    { type: 'text', text: msg(str`${name}:`) },
    { type: 'list', items: found.map(said) },
  ];
}

/** Enough to make the same figures again. */
export function origin(runs: readonly NamedResult[], replications: number, locale: FormatLocale): FigureTable {
  const line = (label: string, of: (run: NamedResult) => string) => ({
    cells: [label, ...runs.map(of)].map(textCell),
  });
  const days = (ms: number): string =>
    formatSpan({ value: Number((ms / 86_400_000).toPrecision(4)), unit: 'day' }, locale);
  return {
    caption: msg('Seed, files, versions and fingerprints'),
    columns: ['', ...runs.map(({ name }) => name)].map((label) => ({ label, numeric: false })),
    rows: [
      line(msg('Seed'), ({ result: { plan } }) => plan.seed),
      line(msg('Replications'), () => formatNumber(replications, locale, 0)),
      line(msg('Time observed'), ({ result: { plan } }) =>
        Number.isFinite(plan.horizon) ? days(plan.horizon) : NO_FIGURE,
      ),
      line(msg('Warm-up'), ({ result: { plan } }) => days(plan.warmUp)),
      line(msg('Scenario'), ({ result: { document } }) => document.scenario.name),
      line(msg('File'), ({ result: { document } }) => document.model.file),
      line(msg('SHA-256 of the file'), ({ result: { document } }) => document.model.sha256),
      line(msg('SHA-256 of the result'), ({ result: { document } }) => document.hash),
      line(msg('Version of the engine'), ({ result: { document } }) => document.engine),
    ],
  };
}

/** What no forecast can say. */
export const limits = (): readonly string[] => [
  msg(
    'The intervals say how well the simulation knows its own mean. They do not say how well the model describes the real process.',
  ),
  msg(
    'A forecast is as good as its assumptions: those marked as guesses are to be measured before anyone decides on them.',
  ),
  msg(
    'People in the model neither learn nor tire nor change how they work when the process changes; a pilot shows what they do.',
  ),
];
