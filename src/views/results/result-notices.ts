/** One line each for what a reader must know before trusting the figures. */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { RunResult, Scenario } from '#simulation';
import type { ChartInput } from '../../charts/chart.ts';
import { precisionWords } from '../../comparison/precision-words.ts';
import { formatNumber, formatPercent, type FormatLocale } from '../../format/index.ts';
import { warningsOf, type RunWarning } from './run-warnings.ts';

export const resultNotices = ({ result, scenario }: ChartInput, locale: FormatLocale): readonly TemplateResult[] => [
  ...warningsOf(result).map((warning) => notice('warning', warningText(warning, locale))),
  ...precisionNotice(result, scenario, locale),
];

const notice = (kind: 'warning' | 'info', text: string): TemplateResult =>
  html`<div class="notice ${kind}" role="note"><wa-icon name=${kind}></wa-icon><span>${text}</span></div>`;

/** How well the figure is known for which the run went on. */
function precisionNotice(result: RunResult, scenario: Scenario, locale: FormatLocale): readonly TemplateResult[] {
  const text = result.partial ? undefined : precisionWords(result, scenario, locale);
  return text === undefined ? [] : [notice(result.document.precision?.reached ? 'info' : 'warning', text)];
}

function warningText(warning: RunWarning, locale: FormatLocale): string {
  switch (warning.type) {
    case 'unstable': {
      const pools = new Intl.ListFormat(locale, { type: 'conjunction' }).format(warning.pools);
      return msg(
        str`Unstable: more work arrives than ${pools} can do, so cases pile up and every figure depends on when the run ends.`,
      );
    }
    case 'open-cases': {
      const cases = formatNumber(warning.cases, locale);
      const share = formatPercent(warning.share, locale, 0);
      return msg(
        str`${cases} cases per replication (${share}) were still open at the end: past the deadline they are misses; times leave them out.`,
      );
    }
  }
}
