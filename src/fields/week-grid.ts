/**
 * A week as a grid one paints on: seven rows of cells, a drag or Shift with the arrow keys marks a block, letting go or Space
 * paints it. What a cell shows and what painting means is the owner's business.
 */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import { formatTimeOfDay } from '../format/index.ts';
import { dayName } from '../i18n/day-names.ts';
import { DAYS, MINUTES_PER_DAY } from './week.ts';

export interface WeekCell {
  /** 0..1: how strongly the cell is shaded. */
  readonly level: number;
  /** Said to screen readers after day and time. */
  readonly label: string;
  /** Printed in the cell; keep it to three characters. */
  readonly text?: string;
}

/** Cells the user painted; `from` is the one the stroke began on. */
export interface Stroke {
  readonly cells: readonly number[];
  readonly from: number;
}

@localized()
@customElement('pf-week-grid')
export class WeekGrid extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      font-size: var(--wa-font-size-2xs);
      font-variant-numeric: tabular-nums;
      color: var(--wa-color-text-quiet);
      --row: var(--wa-space-l);
    }
    .grid {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr) max-content;
      column-gap: var(--wa-space-xs);
      row-gap: var(--wa-border-width-m);
    }
    .hours,
    .day {
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    }
    .hours span {
      grid-column: span var(--per-label);
      translate: -50%;
      width: max-content;
    }
    .hours span:first-child {
      translate: 0;
    }
    .name,
    .total {
      align-self: center;
      white-space: nowrap;
    }
    .total {
      text-align: end;
    }
    .day {
      height: var(--row);
      border: var(--wa-border-width-s) solid var(--wa-color-neutral-border-normal);
      border-radius: var(--wa-border-radius-s);
      overflow: hidden;
      touch-action: none;
      user-select: none;
      cursor: crosshair;
    }
    .cell {
      position: relative;
      display: grid;
      place-items: center;
      min-width: 0;
      overflow: hidden;
      border-inline-start: var(--wa-border-width-s) solid var(--wa-color-neutral-border-quiet);
      background: color-mix(in oklab, var(--week-colour, var(--wa-color-brand-fill-loud)) var(--level), transparent);
    }
    .cell:first-child {
      border-inline-start: 0;
    }
    .cell.full-hour {
      border-inline-start-color: var(--wa-color-neutral-border-normal);
    }
    .cell.strong {
      color: var(--wa-color-brand-on-loud);
    }
    .cell.marked::after {
      content: '';
      position: absolute;
      inset: 0;
      background: var(--wa-color-text-normal);
      opacity: 0.25;
    }
    .cell:focus-visible {
      outline: var(--wa-focus-ring);
      outline-offset: calc(-1 * var(--wa-focus-ring-width));
      z-index: 1;
    }
  `;

  @property() label = '';
  /** Minutes per cell: 30 or 60. */
  @property({ type: Number }) minutes = 30;
  /** Seven days of cells, Monday 00:00 first. */
  @property({ attribute: false }) cells: readonly WeekCell[] = [];
  /** One text per day, at the end of its row. */
  @property({ attribute: false }) totals: readonly string[] = [];

  /** Where a stroke began, and where it is now. */
  @state() private anchor: number | undefined;
  @state() private current = 0;
  private dragging = false;

  private get columns(): number {
    return MINUTES_PER_DAY / this.minutes;
  }

  protected override willUpdate(): void {
    // A working morning is where most people start.
    if (!this.hasUpdated) this.current = (9 * 60) / this.minutes;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('current') && this.shadowRoot?.activeElement) this.cellElement(this.current)?.focus();
  }

  override render(): TemplateResult {
    const perLabel = 180 / this.minutes;
    const marked = new Set(this.anchor === undefined ? [] : this.block(this.anchor, this.current));
    return html`<div
      class="grid"
      role="grid"
      aria-label=${this.label}
      aria-multiselectable="true"
      style=${styleMap({ '--columns': String(this.columns), '--per-label': String(perLabel) })}
      @pointerdown=${this.strokeBegins}
      @pointermove=${this.strokeMoves}
      @pointerup=${this.strokeEnds}
      @pointercancel=${this.strokeFails}
      @keydown=${this.keyPressed}
    >
      <span></span>
      <div class="hours" aria-hidden="true">
        ${Array.from({ length: 8 }, (_, i) => html`<span>${formatTimeOfDay(i * 180)}</span>`)}
      </div>
      <span></span>
      ${DAYS.map((day) => this.renderDay(day, marked))}
    </div>`;
  }

  private renderDay(day: number, marked: ReadonlySet<number>): TemplateResult {
    const first = (day - 1) * this.columns;
    return html`
      <span class="name" aria-hidden="true">${dayName(day)}</span>
      <div class="day" role="row" aria-label=${dayName(day)}>
        ${Array.from({ length: this.columns }, (_, i) => this.renderCell(day, first + i, i, marked.has(first + i)))}
      </div>
      <span class="total">${this.totals[day - 1] ?? nothing}</span>
    `;
  }

  private renderCell(day: number, index: number, column: number, marked: boolean): TemplateResult {
    const cell = this.cells[index];
    const level = cell?.level ?? 0;
    const from = formatTimeOfDay(column * this.minutes);
    const to = formatTimeOfDay((column + 1) * this.minutes);
    return html`<div
      class=${classMap({
        cell: true,
        marked,
        strong: level > 0.6,
        'full-hour': (column * this.minutes) % 60 === 0,
      })}
      role="gridcell"
      data-cell=${index}
      tabindex=${index === this.current ? 0 : -1}
      aria-selected=${level > 0 ? 'true' : 'false'}
      aria-label=${msg(str`${dayName(day)} ${from} to ${to}: ${cell?.label ?? ''}`)}
      title=${msg(str`${dayName(day)} ${from} to ${to}: ${cell?.label ?? ''}`)}
      style=${styleMap({ '--level': `${Math.round(level * 100)}%` })}
    >
      ${cell?.text ?? nothing}
    </div>`;
  }

  /** The rectangle of cells between two. */
  private block(a: number, b: number): readonly number[] {
    const [top, bottom] = ordered(Math.floor(a / this.columns), Math.floor(b / this.columns));
    const [left, right] = ordered(a % this.columns, b % this.columns);
    const cells: number[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.push(row * this.columns + column);
    return cells;
  }

  private strokeBegins(event: PointerEvent): void {
    const cell = event.button === 0 ? cellOf(event.composedPath()) : undefined;
    if (cell === undefined) return;
    event.preventDefault();
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    this.dragging = true;
    this.anchor = cell;
    this.current = cell;
    this.cellElement(cell)?.focus();
  }

  private strokeMoves(event: PointerEvent): void {
    if (!this.dragging) return;
    // The captured pointer reports the grid itself, so the cell is looked up by position.
    const under = this.shadowRoot?.elementsFromPoint(event.clientX, event.clientY) ?? [];
    const cell = cellOf(under);
    if (cell !== undefined) this.current = cell;
  }

  private strokeEnds(): void {
    if (!this.dragging) return;
    this.dragging = false;
    this.paint();
  }

  private strokeFails(): void {
    this.dragging = false;
    this.anchor = undefined;
  }

  private keyPressed(event: KeyboardEvent): void {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.paint();
      return;
    }
    if (event.key === 'Escape' && this.anchor !== undefined) {
      event.stopPropagation();
      this.strokeFails();
      return;
    }
    const next = this.neighbour(event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (!event.shiftKey) this.anchor = undefined;
    else this.anchor ??= this.current;
    this.current = next;
  }

  private neighbour(key: string): number | undefined {
    const row = Math.floor(this.current / this.columns);
    const column = this.current % this.columns;
    const at = (r: number, c: number): number =>
      Math.min(6, Math.max(0, r)) * this.columns + Math.min(this.columns - 1, Math.max(0, c));
    switch (key) {
      case 'ArrowLeft':
        return at(row, column - 1);
      case 'ArrowRight':
        return at(row, column + 1);
      case 'ArrowUp':
        return at(row - 1, column);
      case 'ArrowDown':
        return at(row + 1, column);
      case 'Home':
        return at(row, 0);
      case 'End':
        return at(row, this.columns - 1);
      default:
        return undefined;
    }
  }

  private paint(): void {
    const from = this.anchor ?? this.current;
    const stroke: Stroke = { from, cells: this.block(from, this.current) };
    this.anchor = undefined;
    this.dispatchEvent(new CustomEvent<Stroke>('paint', { detail: stroke }));
  }

  private cellElement(index: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-cell='${index}']`);
  }
}

const ordered = (a: number, b: number): readonly [number, number] => (a <= b ? [a, b] : [b, a]);

function cellOf(path: readonly (EventTarget | Element)[]): number | undefined {
  for (const target of path)
    if (target instanceof HTMLElement && target.dataset['cell'] !== undefined) return Number(target.dataset['cell']);
  return undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-week-grid': WeekGrid;
  }
}
