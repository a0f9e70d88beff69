/** One line each for what a reader must know before trusting the figures. */
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { RunResult } from '#simulation';
import { formatNumber, formatPercent, type FormatLocale } from '../../format/index.ts';
import { warningsOf, type RunWarning } from './run-warnings.ts';

export const resultNotices = (result: RunResult, locale: FormatLocale): readonly TemplateResult[] =>
  warningsOf(result).map(
    (warning) =>
      html`<div class="notice warning" role="note">
        <wa-icon name="warning"></wa-icon><span>${warningText(warning, locale)}</span>
      </div>`,
  );

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
