/** One line on a terminal that tells how far the run is; nothing where nobody watches. */
import { msg, str } from '@lit/localize';
import { formatDuration, type FormatLocale } from '../format/index.ts';
import type { RunUpdate } from '../runs/run-controller.ts';

export class ProgressLine {
  private shown = false;

  constructor(
    private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
    private readonly locale: FormatLocale,
  ) {}

  show({ done, planned, timeLeft }: Pick<RunUpdate, 'done' | 'planned' | 'timeLeft'>): void {
    const left =
      timeLeft === undefined ? '' : formatDuration(Math.ceil(timeLeft / 1000) * 1000, { locale: this.locale });
    const text =
      left === ''
        ? msg(str`Replication ${done} of ${planned}`)
        : msg(str`Replication ${done} of ${planned}, ${left} left`);
    this.showText(text);
  }

  showText(text: string): void {
    if (!this.stream.isTTY) return;
    this.shown = true;
    this.stream.write(`\r${text}${ERASE_TO_END}`);
  }

  clear(): void {
    if (this.shown) this.stream.write(`\r${ERASE_TO_END}`);
    this.shown = false;
  }
}

const ERASE_TO_END = '\x1b[K';
