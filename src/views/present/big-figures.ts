/** `<pf-big-figures>`: the figures a room should see: hit rate against its promise, P90 and cost, each with its interval. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Estimate, RunResult, Scenario, SlaResult } from '#simulation';
import type { RunState } from '../../app/session.ts';
import { DEFAULT_CURRENCY } from '../../charts/pool-table.ts';
import { formatDuration, formatInterval, formatMoney, formatPercent, NO_FIGURE } from '../../format/index.ts';
import { locale } from '../../i18n/locale.ts';
import { verdictOf } from '../results/verdict.ts';

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly interval: string;
  readonly note: string;
}

@customElement('pf-big-figures')
@localized()
export class BigFigures extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      gap: 0.4em 1.6em;
      font-variant-numeric: tabular-nums;
    }
    figure {
      margin: 0;
      line-height: 1.2;
    }
    .value {
      font-size: 1.6em;
      font-weight: var(--wa-font-weight-semibold);
      white-space: nowrap;
    }
    .misses .value {
      color: var(--pf-late-loud);
    }
    .meets .value {
      color: var(--pf-on-time-loud);
    }
    .interval {
      font-size: 0.7em;
      font-weight: normal;
    }
    .stale {
      align-self: center;
      max-inline-size: 14em;
    }
    figcaption,
    .note {
      white-space: nowrap;
    }
    .line {
      position: relative;
      block-size: 0.5em;
      margin-block: 0.15em;
      border-radius: 0.25em;
      background: var(--wa-color-neutral-fill-normal);
    }
    .band {
      position: absolute;
      inset-block: 0;
      border-radius: inherit;
      background: currentcolor;
      transition:
        inset-inline-start var(--pf-motion),
        inline-size var(--pf-motion);
    }
    .misses .band {
      background: var(--pf-late);
    }
    .meets .band {
      background: var(--pf-on-time);
    }
    .guess {
      position: absolute;
      inset-block-start: -0.1em;
      inline-size: 0.7em;
      block-size: 0.7em;
      margin-inline-start: -0.35em;
      border: 2px solid var(--wa-color-surface-default);
      border-radius: 50%;
      background: var(--pf-external);
    }
    .target {
      position: absolute;
      inset-block: -0.25em;
      inline-size: 3px;
      margin-inline-start: -1.5px;
      background: var(--wa-color-text-normal);
    }
  `;

  @property({ attribute: false }) run: RunState | undefined;
  @property({ attribute: false }) scenario: Scenario | undefined;
  /** Guesses of the hit rate, 0..1. */
  @property({ attribute: false }) guesses: readonly number[] = [];
  /** The room guesses: nothing is told yet. */
  @property({ type: Boolean }) secret = false;

  override render(): TemplateResult | typeof nothing {
    const { run, scenario } = this;
    const result = run && 'result' in run ? run.result : undefined;
    if (!result || !scenario)
      return html`<span role="status">${run?.status === 'running' ? msg('Simulating…') : nothing}</span>`;
    const [sla] = result.document.slas;
    const figures = this.secret ? [] : figuresOf(result, scenario);
    const stale = run && 'stale' in run && run.stale;
    return html`${sla ? promise(sla, this.guesses, this.secret) : nothing}${figures.map(figure)}
    ${stale ? html`<span class="stale">${msg('These figures are from before your last change.')}</span>` : nothing}`;
  }
}

/** The hit rate as a figure and as a band on a line from 0 to 100 % that is marked at the target. */
function promise(sla: SlaResult, guesses: readonly number[], secret: boolean): TemplateResult {
  const verdict = secret ? 'undecided' : (verdictOf(sla.hitRate, sla.target) ?? 'undecided');
  const share = (value: number): string => formatPercent(value, locale());
  const [low, high] = sla.hitRate.ci95 ?? [sla.hitRate.value ?? 0, sla.hitRate.value ?? 0];
  const limit = formatDuration(sla.limit * 1000, { locale: locale(), working: sla.clock === 'business' });
  const target = formatPercent(sla.target, locale(), 0);
  return html`<figure class=${verdict}>
    <figcaption>${sla.name}</figcaption>
    <div class="value">
      ${
        secret
          ? '? %'
          : html`${valueOf(sla.hitRate, share)} <span class="interval">${formatInterval(sla.hitRate, share)}</span>`
      }
    </div>
    <div class="line" aria-hidden="true">
      ${
        secret
          ? nothing
          : html`<div
              class="band"
              style="inset-inline-start:${100 * low}%;inline-size:max(4px, ${100 * (high - low)}%)"
            ></div>`
      }
      <div class="target" style="inset-inline-start:${100 * sla.target}%"></div>
      ${guesses.map((guess) => html`<div class="guess" style="inset-inline-start:${100 * guess}%"></div>`)}
    </div>
    <div class="note">${msg(str`within ${limit}, target ${target}`)}</div>
  </figure>`;
}

function figuresOf({ document }: RunResult, scenario: Scenario): readonly Figure[] {
  const duration = (seconds: number): string => formatDuration(seconds * 1000, { locale: locale() });
  const money = (value: number): string => formatMoney(value, scenario.currency ?? DEFAULT_CURRENCY, locale());
  return [
    plain(msg('P90 of the cycle time'), document.cycleTime.p90, duration, ''),
    ...(document.cost.perCase.value
      ? [plain(msg('Cost per case'), document.cost.perCase, money, msg('for work done'))]
      : []),
  ];
}

const plain = (name: string, estimate: Estimate, write: (value: number) => string, note: string): Figure => ({
  name,
  value: valueOf(estimate, write),
  interval: estimate.ci95 ? `± ${write((estimate.ci95[1] - estimate.ci95[0]) / 2)}` : '',
  note,
});

const valueOf = ({ value }: Estimate, write: (value: number) => string): string =>
  value === null ? NO_FIGURE : write(value);

const figure = ({ name, value, interval, note }: Figure): TemplateResult =>
  html`<figure>
    <figcaption>${name}</figcaption>
    <div class="value">${value}</div>
    <div class="note">${interval || note}</div>
  </figure>`;
