/** The headline figures while sliders move: how they are now, how they were, and the paired difference. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { WhatIfDesk } from '../../../app/experiments/what-if-desk.ts';
import { signed } from '../../../charts/experiments/figure.ts';
import { kpisOf, valueAt, type Kpi } from '../../../comparison/kpis.ts';
import { formatNumber, type FormatLocale } from '../../../format/index.ts';

/** Figures of one screen. */
const MOST = 8;

export function liveFigures(desk: WhatIfDesk, locale: FormatLocale): TemplateResult | typeof nothing {
  const { baseline, live, study } = desk;
  if (!baseline) return nothing;
  const now = live ?? baseline;
  const { scenario } = study;
  const documents = [baseline.result.document, now.result.document];
  const kpis = kpisOf(
    documents.map((document) => ({ document, scenario })),
    locale,
  );
  const done = formatNumber(now.result.done, locale, 0);
  return html`<div class="pf-live" aria-live="polite">
      ${kpis.slice(0, MOST).map((kpi) => figure(kpi, desk, valueAt(now.result.document, kpi.path), valueAt(baseline.result.document, kpi.path), live !== undefined))}
    </div>
    <p class="pf-x-hint">
      ${now.result.partial ? msg(str`${done} replications so far; the figures settle as more come in.`) : msg(str`${done} replications; small: the paired difference with its 95 % interval.`)}
    </p>`;
}

function figure(
  kpi: Kpi,
  desk: WhatIfDesk,
  now: number | undefined,
  before: number | undefined,
  moved: boolean,
): TemplateResult {
  const difference = moved ? desk.difference(kpi.path) : undefined;
  const writing = signed(kpi.writing);
  const tone =
    !difference?.detectable || kpi.better === undefined
      ? ''
      : difference.mean < 0 === (kpi.better === 'lower')
        ? 'better'
        : 'worse';
  return html`<div class="pf-live-figure ${tone}">
    <h3>${kpi.name}</h3>
    <div class="pf-live-value">${now === undefined ? '–' : kpi.writing.full(now)}</div>
    <div class="pf-x-quiet">
      ${moved && before !== undefined ? msg(str`before: ${kpi.writing.full(before)}`) : nothing}
    </div>
    <div class="pf-live-difference">
      ${
        difference?.interval
          ? `${writing.number(difference.mean)} (${writing.number(difference.interval[0])} … ${writing.number(difference.interval[1])})`
          : nothing
      }
    </div>
  </div>`;
}
