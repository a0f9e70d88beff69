/** The verdict in sentences, how far it can be trusted while a run is under way, and what the shared luck was worth. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import type { ComparedKpi } from '../../../comparison/comparison-table.ts';
import { MAIN_PATH, samePath } from '../../../comparison/figure-list.ts';
import type { Statement, Tone } from '../../../comparison/statements.ts';
import type { PairedRuns } from '../../../experiments/index.ts';
import { formatNumber, type FormatLocale } from '../../../format/index.ts';

const SIGNS: Readonly<Record<Tone, { readonly icon: string; readonly text: () => string }>> = {
  better: { icon: 'check', text: () => msg('better') },
  worse: { icon: 'close', text: () => msg('worse') },
  changed: { icon: 'info', text: () => msg('changed') },
  same: { icon: 'minus', text: () => msg('the same') },
  open: { icon: 'question', text: () => msg('no detectable difference') },
};

/** Sentences shown before the rest is folded away. */
const SHOWN = 5;

/** The first sentence is the headline. `soFar`: replications are still to come. */
export function verdict(statements: readonly Statement[], soFar: boolean): TemplateResult {
  const [first, ...rest] = statements;
  if (!first) return html`<p class="pf-x-quiet">${msg('Nothing was measured on both sides yet.')}</p>`;
  const told = rest.filter(({ tone }) => tone !== 'same');
  const [shown, folded] = [told.slice(0, SHOWN), [...told.slice(SHOWN), ...rest.filter(({ tone }) => tone === 'same')]];
  return html`<h2 class="pf-verdict ${first.tone}">
      ${sign(first.tone)}<span>${soFar ? html`<em>${msg('So far:')}</em> ` : nothing}${first.text}</span>
    </h2>
    ${list(shown)}
    ${
      folded.length > 0
        ? html`<details class="pf-verdict-more">
            <summary>${msg(str`${folded.length} more statements`)}</summary>
            ${list(folded)}
          </details>`
        : nothing
    }`;
}

const list = (statements: readonly Statement[]): TemplateResult =>
  html`<ul class="pf-verdict-list">
    ${statements.map(({ tone, text }) => html`<li class=${tone}>${sign(tone)}<span>${text}</span></li>`)}
  </ul>`;

const sign = (tone: Tone): TemplateResult =>
  html`<wa-icon name=${SIGNS[tone].icon} label=${SIGNS[tone].text()}></wa-icon>`;

/** Looking early is fine, deciding early is not. */
export function peekingNote(
  { replications, runs }: PairedRuns,
  why: 'running' | 'partial',
  locale: FormatLocale,
): TemplateResult {
  const done = formatNumber(replications, locale, 0);
  const planned = formatNumber(runs[0].result.plan.replications, locale, 0);
  return html`<div class="pf-x-notice" role="status">
    <wa-icon name="info"></wa-icon>
    <span>
      ${
        why === 'running'
          ? msg(
              str`${done} of ${planned} replications: figures still move. Who decides as soon as an interval leaves 0 is wrong more often than one time in twenty; wait for the planned number.`,
            )
          : msg(
              str`The run was stopped after ${done} of ${planned} replications: intervals are wider than planned, and stopping when they look good makes them too narrow.`,
            )
      }
    </span>
  </div>`;
}

/** What pairing was worth for the main figure, for those who want to know. */
export function luckNote(
  rows: readonly ComparedKpi[],
  index: number,
  { seed, replications }: PairedRuns,
  locale: FormatLocale,
): TemplateResult | typeof nothing {
  const row = rows.find(({ kpi }) => samePath(kpi.path, MAIN_PATH)) ?? rows[0];
  const difference = row?.figure.alternatives[index]?.difference;
  if (!row || !difference || !Number.isFinite(difference.correlation)) return nothing;
  const correlation = formatNumber(difference.correlation, locale, 2);
  const times = formatNumber(difference.varianceReduction, locale, 1);
  const name = row.kpi.name;
  const gain = Number.isFinite(difference.varianceReduction)
    ? msg(
        str`${name}: correlation of the replications ${correlation}; independent runs would need ${times} times as many replications for the same interval.`,
      )
    : msg(str`${name}: correlation of the replications ${correlation}.`);
  return html`<details class="pf-luck">
    <summary>${msg('How this was measured')}</summary>
    <p>
      ${msg('Both designs met the same cases with the same luck, replication by replication: what an element draws for a case depends on neither the design nor the order of events. The interval is that of the paired differences.')}
    </p>
    <p>${gain}</p>
    <p>${msg(str`Seed “${seed}”, ${formatNumber(replications, locale, 0)} replications.`)}</p>
  </details>`;
}
