/** A small picture of a distribution: its curve or its points, with the mean and the value 95 of 100 stay below. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MS_PER_UNIT, settle, type Distribution, type DistributionSpec } from '#simulation';
import { sayMs } from './duration-text.ts';
import { dataChanged } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';
import { writeNumber } from './numbers.ts';

const WIDTH = 300;
const HEIGHT = 56;
const SAMPLES = 150;

@localized()
@customElement('pf-distribution-preview')
export class DistributionPreview extends LitElement {
  static override readonly styles = [
    fieldStyles,
    css`
      svg {
        display: block;
        width: 100%;
        height: auto;
        overflow: visible;
      }
      .area {
        fill: var(--wa-color-brand-fill-normal);
        stroke: var(--wa-color-brand-border-loud);
        stroke-width: 1.5;
        vector-effect: non-scaling-stroke;
      }
      .bar {
        stroke: var(--wa-color-brand-border-loud);
        stroke-width: 3;
      }
      .base {
        stroke: var(--wa-color-neutral-border-normal);
      }
      .mean {
        stroke: var(--wa-color-text-normal);
        stroke-width: 1.5;
      }
      .p95 {
        stroke: var(--wa-color-text-quiet);
        stroke-width: 1.5;
        stroke-dasharray: 3 3;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--wa-space-s);
        margin: var(--wa-space-2xs) 0 0;
        font-size: var(--wa-font-size-xs);
        font-variant-numeric: tabular-nums;
        color: var(--wa-color-text-quiet);
      }
      i {
        display: inline-block;
        width: var(--wa-space-m);
        margin-inline-end: var(--wa-space-2xs);
        vertical-align: middle;
        border-block-start: var(--wa-border-width-m) solid var(--wa-color-text-normal);
      }
      i.dashed {
        border-block-start: var(--wa-border-width-m) dotted var(--wa-color-text-quiet);
      }
    `,
  ];

  @property({ attribute: false, hasChanged: dataChanged }) spec: DistributionSpec | undefined;
  /** Values are plain numbers, not times. */
  @property({ type: Boolean }) plain = false;

  override render(): TemplateResult {
    const result = this.spec ? settle(this.spec, { time: !this.plain }) : undefined;
    if (!result || !('distribution' in result)) return html``;
    const { distribution } = result;
    const mean = this.say(distribution.mean);
    if (distribution.support[0] === distribution.support[1]) return html`<p>${msg(str`Always ${mean}`)}</p>`;
    const p95 = this.say(distribution.quantile(0.95));
    return html`
      ${picture(distribution, !this.plain)}
      <p>
        <span><i></i>${msg(str`Mean ${mean}`)}</span>
        <span><i class="dashed"></i>${msg(str`95 of 100 within ${p95}`)}</span>
      </p>
      ${this.renderCut(distribution)}
    `;
  }

  /** Tells when negative values are cut away, which moves the mean. */
  private renderCut(distribution: Distribution): TemplateResult {
    if (!this.spec || this.plain) return html``;
    const uncut = settle(this.spec, { time: false });
    if (!('distribution' in uncut) || uncut.distribution.quantile(0.001) >= 0) return html``;
    const given = this.say(uncut.distribution.mean * MS_PER_UNIT[this.spec.unit ?? 'ms']);
    const effective = this.say(distribution.mean);
    return html`<p class="cut">${msg(str`Cut at 0: the mean becomes ${effective} instead of ${given}.`)}</p>`;
  }

  private say(value: number): string {
    if (!Number.isFinite(value)) return msg('unbounded');
    return this.plain ? writeNumber(Number(value.toPrecision(4))) : sayMs(value);
  }
}

function picture(distribution: Distribution, fromZero: boolean): TemplateResult {
  const [low, high] = range(distribution, fromZero);
  const x = (value: number): number => ((value - low) / (high - low)) * WIDTH;
  const p95 = distribution.quantile(0.95);
  return html`<svg viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}" aria-hidden="true">
    ${distribution.discrete ? bars(distribution, x) : area(distribution, low, high, x)}
    <line class="base" x1="0" x2=${WIDTH} y1=${HEIGHT} y2=${HEIGHT}></line>
    <line class="mean" x1=${x(distribution.mean)} x2=${x(distribution.mean)} y1="0" y2=${HEIGHT}></line>
    <line class="p95" x1=${x(p95)} x2=${x(p95)} y1="0" y2=${HEIGHT}></line>
  </svg>`;
}

/** What is worth drawing: nearly all of the mass, from 0 when that is near. */
function range(distribution: Distribution, fromZero: boolean): readonly [number, number] {
  const bottom = Math.max(distribution.support[0], distribution.quantile(0.001));
  const top = Math.max(Math.min(distribution.support[1], distribution.quantile(0.99)), distribution.mean);
  const low = fromZero && bottom < 0.4 * top ? 0 : bottom;
  const margin = (top - low) * 0.04;
  return [fromZero ? Math.max(0, low - margin) : low - margin, top + margin];
}

function area(distribution: Distribution, low: number, high: number, x: (v: number) => number): SVGTemplateResult {
  const values = Array.from({ length: SAMPLES + 1 }, (_, i) => low + ((high - low) * i) / SAMPLES);
  const densities = values.map((v) => distribution.density(v));
  const known = densities.filter(Number.isFinite);
  // A peak that runs to infinity at a bound (gamma with shape < 1) would flatten the rest: scale by the second sample.
  const top = Math.min(Math.max(...known), 4 * Math.max(...known.slice(Math.ceil(SAMPLES / 30))));
  const y = (d: number): number => HEIGHT - (Math.min(Number.isFinite(d) ? d : top, top) / top) * HEIGHT;
  const line = values.map((v, i) => `${x(v).toFixed(1)},${y(densities[i] ?? 0).toFixed(1)}`).join(' L');
  return svg`<path class="area" d="M${x(low)},${HEIGHT} L${line} L${x(high)},${HEIGHT} Z"></path>`;
}

function bars(distribution: Distribution, x: (v: number) => number): readonly SVGTemplateResult[] {
  const points = [...new Set(Array.from({ length: 400 }, (_, i) => distribution.quantile((i + 0.5) / 400)))];
  const masses = points.map((p) => distribution.density(p));
  const top = Math.max(...masses);
  return points.map((p, i) => {
    const height = ((masses[i] ?? 0) / top) * HEIGHT;
    return svg`<line class="bar" x1=${x(p)} x2=${x(p)} y1=${HEIGHT} y2=${HEIGHT - height}></line>`;
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-distribution-preview': DistributionPreview;
  }
}
