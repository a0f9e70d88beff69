/** Writes an animated GIF picture by picture, in a thread of its own: choosing 256 colours takes longer than a frame. */
import { applyPalette, GIFEncoder, quantize } from 'gifenc';

export type ToGif =
  /** A picture that shows until the next: `ms` after the one before it. */
  | {
      readonly type: 'picture';
      readonly pixels: ArrayBuffer;
      readonly width: number;
      readonly height: number;
      readonly ms: number;
    }
  /** There are no more; the last one shows for `ms`. */
  | { readonly type: 'end'; readonly ms: number };

export type FromGif =
  /** One picture is written. */
  { readonly type: 'written' } | { readonly type: 'gif'; readonly bytes: Uint8Array<ArrayBuffer> };

type Picture = Extract<ToGif, { readonly type: 'picture' }>;

const encoder = GIFEncoder();
/** How long a picture shows is known when the next one comes. */
let held: Picture | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToGif>) => {
  if (held) write(held, data.ms);
  if (data.type === 'picture') {
    held = data;
    answer({ type: 'written' });
    return;
  }
  encoder.finish();
  answer({ type: 'gif', bytes: encoder.bytes() });
});

function write({ pixels, width, height }: Picture, delay: number): void {
  const colours = new Uint8ClampedArray(pixels);
  const palette = quantize(colours, 256, { format: 'rgb444' });
  encoder.writeFrame(applyPalette(colours, palette, 'rgb444'), width, height, { palette, delay });
}

const answer = (message: FromGif): void => {
  self.postMessage(message);
};
