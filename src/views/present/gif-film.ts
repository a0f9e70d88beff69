/** Films the replay as an animated GIF, where the browser has no recorder of its own. */
import type { Filming } from './film.ts';
import type { FromGif, ToGif } from './gif-worker.ts';
import { drawSheet, sheetFor, type Scenery } from './sheet.ts';

/** ms between pictures, at least. */
const PACE = 125;
/** Pixels across, at most: GIFs grow large. */
const WIDEST = 1280;
/** Pictures that wait to be written, at most; more are left out and the last one shows longer. */
const WAITING = 2;

export class GifFilm implements Filming {
  readonly extension = '.gif';
  private readonly worker = new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module' });
  private readonly sheet: HTMLCanvasElement;
  private readonly small = document.createElement('canvas');
  private readonly timer: ReturnType<typeof setInterval>;
  private waiting = 0;
  private last = performance.now();

  constructor(
    first: Scenery,
    private readonly scenery: () => Scenery | undefined,
  ) {
    this.sheet = sheetFor(first);
    const { width, height } = this.sheet;
    const scale = Math.min(1, WIDEST / width);
    this.small.width = Math.round(width * scale);
    this.small.height = Math.round(height * scale);
    this.worker.addEventListener('message', ({ data }: MessageEvent<FromGif>) => {
      if (data.type === 'written') this.waiting--;
    });
    this.take(first);
    this.timer = setInterval(() => {
      const now = this.scenery();
      if (now && this.waiting < WAITING) this.take(now);
    }, PACE);
  }

  stop(): Promise<Blob> {
    clearInterval(this.timer);
    return new Promise((resolve, reject) => {
      this.worker.addEventListener('message', ({ data }: MessageEvent<FromGif>) => {
        if (data.type !== 'gif') return;
        this.worker.terminate();
        resolve(new Blob([data.bytes], { type: 'image/gif' }));
      });
      this.worker.addEventListener('error', ({ message }) => {
        reject(new Error(`no film from <gif-worker>: ${message}`));
      });
      this.send({ type: 'end', ms: this.elapsed() });
    });
  }

  private take(scenery: Scenery): void {
    drawSheet(this.sheet, scenery);
    const context = this.small.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2d context for <gif>');
    const { width, height } = this.small;
    context.drawImage(this.sheet, 0, 0, width, height);
    const { buffer } = context.getImageData(0, 0, width, height).data;
    this.waiting++;
    this.send({ type: 'picture', pixels: buffer, width, height, ms: this.elapsed() }, [buffer]);
  }

  /** Real ms since the last picture. */
  private elapsed(): number {
    const now = performance.now();
    const ms = Math.round(now - this.last);
    this.last = now;
    return ms;
  }

  private send(message: ToGif, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer);
  }
}
