/** The sheet the replay is painted on: what is stamped where, at its edges, and how half-transparent edges mix. */
import { expect } from 'chai';
import { faded, PixelSheet, spriteOf, type Sprite } from '../../../src/views/replay/pixel-sheet.ts';

const WHITE = 0xffffffff;
const RED = 0xff0000ff;

const square = (side: number, colour: number): Sprite => ({
  width: side,
  height: side,
  pixels: new Uint32Array(side * side).fill(colour),
});

function sheetOf(width: number, height: number): { readonly sheet: PixelSheet; pixels(): readonly number[] } {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('no 2d context for <canvas>');
  const sheet = new PixelSheet(context);
  sheet.begin(new Uint32Array(width * height).fill(WHITE));
  return {
    sheet,
    pixels: () => {
      sheet.show();
      return [...new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)];
    },
  };
}

describe('the sheet of the replay', () => {
  it('stamps a sprite around a point and nothing beside it', () => {
    const { sheet, pixels } = sheetOf(5, 4);
    sheet.stamp(square(2, RED), 2, 2);
    const red = pixels().flatMap((colour, i) => (colour === RED ? [i] : []));
    expect(red).to.deep.equal([6, 7, 11, 12]);
  });

  it('cuts off what lies outside, on every side', () => {
    for (const [x, y, left] of [
      [0, 0, 1],
      [4, 0, 1],
      [0, 4, 1],
      [4, 4, 1],
      [-9, 2, 0],
      [2, 90, 0],
    ] as const) {
      const { sheet, pixels } = sheetOf(4, 4);
      sheet.stamp(square(2, RED), x, y);
      expect(pixels().filter((colour) => colour === RED).length, `${x}, ${y}`).to.equal(left);
    }
  });

  it('mixes half-transparent pixels with what is below and leaves clear ones alone', () => {
    const { sheet, pixels } = sheetOf(2, 1);
    sheet.stamp({ width: 2, height: 1, pixels: Uint32Array.of(0x80000000, 0) }, 1, 0.5);
    const [mixed = 0, clear] = pixels();
    expect(clear).to.equal(WHITE);
    for (const shift of [0, 8, 16]) expect((mixed >>> shift) & 0xff).to.be.within(125, 129);
    expect(mixed >>> 24).to.equal(255);
  });

  it('fades a picture towards a colour', () => {
    const [dark = 0, light = 0] = faded(Uint32Array.of(0xff000000, WHITE), WHITE, 0.45);
    expect(dark & 0xff).to.be.within(138, 143);
    expect(light & 0xff).to.be.within(253, 255);
  });

  it('draws a sprite around its middle', () => {
    const { width, height, pixels } = spriteOf(3, 3, (context) => {
      context.fillStyle = 'rgb(255 0 0)';
      context.fillRect(-0.5, -0.5, 1, 1);
    });
    expect([width, height]).to.deep.equal([3, 3]);
    expect([...pixels].map((colour) => colour === RED)).to.deep.equal([
      ...Array<boolean>(4).fill(false),
      true,
      ...Array<boolean>(4).fill(false),
    ]);
  });
});
