/** Films the replay with the browser’s own recorder. */
import { drawSheet, sheetFor, type Scenery } from './sheet.ts';

/** Formats browsers write and what their files are called; first the one that even a slow machine writes while it plays. */
const FORMATS = [
  { type: 'video/webm;codecs=vp8', extension: '.webm' },
  { type: 'video/webm', extension: '.webm' },
  { type: 'video/mp4', extension: '.mp4' },
] as const;
const FRAMES_PER_SECOND = 30;
const BITS_PER_SECOND = 8_000_000;
/** ms between parts that the recorder hands out, and how long its first is waited for. */
const SLICE = 400;
const LATEST = 10_000;
/** Bytes of a part without pictures. */
const HEAD = 1000;

type Format = (typeof FORMATS)[number];

/** The format this browser films in; undefined when it cannot. */
export const filmFormat = (): Format | undefined =>
  'MediaRecorder' in globalThis ? FORMATS.find(({ type }) => MediaRecorder.isTypeSupported(type)) : undefined;

/** A film under way: begins when it is made, ends with `stop`, which answers it. */
export interface Filming {
  /** Of its file, with the dot. */
  readonly extension: string;
  stop(): Promise<Blob>;
}

export class Film implements Filming {
  private readonly canvas: HTMLCanvasElement;
  private readonly recorder: MediaRecorder;
  private readonly parts: Blob[] = [];
  private frame = 0;

  /** `scenery` answers what is to be seen at any moment; undefined = nothing new. */
  constructor(
    first: Scenery,
    private readonly scenery: () => Scenery | undefined,
    private readonly format: Format,
  ) {
    this.canvas = sheetFor(first);
    drawSheet(this.canvas, first);
    this.recorder = new MediaRecorder(this.canvas.captureStream(FRAMES_PER_SECOND), {
      mimeType: format.type,
      videoBitsPerSecond: BITS_PER_SECOND,
    });
    this.recorder.addEventListener('dataavailable', ({ data }) => {
      this.parts.push(data);
    });
    this.recorder.start(SLICE);
    this.frame = requestAnimationFrame(this.draw);
  }

  get extension(): string {
    return this.format.extension;
  }

  /** Ends the film and answers it. An encoder that is behind may finish its first pictures before. */
  async stop(): Promise<Blob> {
    const { recorder } = this;
    const end = performance.now() + LATEST;
    while (!this.parts.some(({ size }) => size > HEAD) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, SLICE / 4));
    cancelAnimationFrame(this.frame);
    return new Promise((resolve) => {
      recorder.addEventListener('stop', () => {
        resolve(new Blob(this.parts, { type: this.format.type.replace(/;.*/, '') }));
      });
      recorder.stop();
    });
  }

  private readonly draw = (): void => {
    const scenery = this.scenery();
    if (scenery) drawSheet(this.canvas, scenery);
    this.frame = requestAnimationFrame(this.draw);
  };
}
