/** `<pf-kpi-tile>`: one headline figure with its interval, the shape behind it and what it means for the target. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '../help/kpi-help.ts';
import { textWidth } from '../../charts/labels.ts';
import type { Tile } from './tiles.ts';
import type { Verdict } from './verdict.ts';

/** Drawn at this size and stretched to the tile. */
const SPARK = { width: 144, height: 40 };

@customElement('pf-kpi-tile')
@localized()
export class KpiTile extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-direction: column;
      container-type: inline-size;
      box-sizing: border-box;
      min-inline-size: 0;
      padding: 4px 6px 6px 9px;
      border: 1px solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-m);
      background: var(--wa-color-surface-default);
      font-variant-numeric: tabular-nums;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 2px;
      min-block-size: 20px;
    }
    h3 {
      margin: 0;
      overflow: hidden;
      font-size: var(--wa-font-size-xs);
      font-weight: var(--wa-font-weight-normal);
      color: var(--wa-color-text-quiet);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    :host([lead]) h3 {
      line-height: 1.3;
      white-space: normal;
    }
    .value {
      --size: var(--wa-font-size-xl);
      block-size: 26px;
      font-size: min(var(--size), 100cqi / var(--ems));
      font-weight: var(--wa-font-weight-semibold);
      line-height: 26px;
      white-space: nowrap;
    }
    :host([lead]) .value {
      --size: var(--wa-font-size-2xl);
      block-size: 36px;
      line-height: 36px;
    }
    .spark {
      flex: 1 1 0;
      min-block-size: var(--pf-spark-size, 0);
      max-block-size: 56px;
      margin-block: 4px 0;
    }
    :host(:not([lead])) .spark {
      display: var(--pf-spark, none);
    }
    .spark svg {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    .interval,
    .note {
      overflow: hidden;
      font-size: var(--wa-font-size-xs);
      line-height: 1.35;
      color: var(--wa-color-text-quiet);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    :host([lead]) :is(.interval, .note) {
      text-wrap: balance;
      white-space: normal;
    }
    .verdict {
      display: inline-flex;
      align-items: center;
      align-self: start;
      gap: 4px;
      margin-block-start: auto;
      padding: 1px 8px 1px 6px;
      border: 1px solid currentcolor;
      border-radius: 10px;
      font-size: var(--wa-font-size-xs);
      font-weight: var(--wa-font-weight-semibold);
      line-height: 1.35;
    }
    .meets {
      color: var(--pf-on-time-text);
    }
    .misses {
      color: var(--pf-late-text);
    }
    .undecided,
    .waiting {
      color: var(--wa-color-text-quiet);
    }
    .undecided {
      border-style: dashed;
    }
    .waiting {
      border-color: transparent;
      padding-inline: 0;
      font-weight: var(--wa-font-weight-normal);
    }
  `;

  @property({ attribute: false }) tile: Tile | undefined;
  /** The first and largest tile. */
  @property({ type: Boolean, reflect: true }) lead = false;
  /** All planned replications are in: only then is there a verdict. */
  @property({ type: Boolean }) settled = false;
  /** One replication only, so no interval can be told. */
  @property({ type: Boolean }) single = false;
  @query('.spark') private readonly sparkPlace!: HTMLElement | null;

  override render(): TemplateResult | typeof nothing {
    const { tile } = this;
    if (!tile) return nothing;
    return html`<header>
        <h3 title=${tile.name}>${tile.name}</h3>
        <pf-kpi-help kpi=${tile.kpi}></pf-kpi-help>
      </header>
      <div class="value" style="--ems:${textWidth(tile.value, 1.1)}">${tile.value}</div>
      <div class="interval">${this.interval(tile)}</div>
      ${tile.note ? html`<div class="note" title=${tile.note}>${tile.note}</div>` : nothing}
      ${tile.spark ? html`<div class="spark"></div>` : nothing} ${tile.verdict ? this.verdict(tile.verdict) : nothing}`;
  }

  private interval(tile: Tile): string {
    // Named once, on the leading tile.
    if (tile.interval !== undefined) return this.lead ? msg(str`95 % CI ${tile.interval}`) : tile.interval;
    if (!this.single) return msg('interval not available');
    return this.lead ? msg('interval not available (one replication)') : msg('no interval (R = 1)');
  }

  private verdict(verdict: Verdict): TemplateResult {
    if (!this.settled) return html`<span class="verdict waiting">${msg('verdict after all replications')}</span>`;
    const { icon, text } = VERDICTS[verdict];
    return html`<span class="verdict ${verdict}"><wa-icon name=${icon}></wa-icon>${text()}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tile')) void this.drawSpark();
  }

  private async drawSpark(): Promise<void> {
    const { sparkline } = await import('../../charts/index.ts');
    const spark = this.tile?.spark;
    if (spark) this.sparkPlace?.replaceChildren(sparkline(spark, SPARK));
  }
}

const VERDICTS: Readonly<Record<Verdict, { readonly icon: string; readonly text: () => string }>> = {
  meets: { icon: 'check', text: () => msg('meets target') },
  misses: { icon: 'close', text: () => msg('misses target') },
  undecided: { icon: 'question', text: () => msg('not yet distinguishable from target') },
};

declare global {
  interface HTMLElementTagNameMap {
    'pf-kpi-tile': KpiTile;
  }
}
