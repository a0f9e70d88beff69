/** Pictures for files: SVG on white paper, and PNG drawn from it. */

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SVG = 'http://www.w3.org/2000/svg';

/** Pixels per unit of the drawing in a PNG, enough for print and dense screens. */
const SCALE = 2;

/** Browsers refuse canvases beyond this side length. */
const MOST_PIXELS = 16_000;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An SVG file of the drawing on a white ground. */
export const svgFile = (svg: SVGSVGElement): Blob =>
  new Blob([XML, new XMLSerializer().serializeToString(onPaper(svg))], { type: 'image/svg+xml' });

/** A PNG of the drawing on a white ground; scaled down only where it would exceed what browsers can draw. */
export async function pngFile(svg: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(svg);
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
  const image = await rendered(svgFile(svg));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context for <canvas>');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture from <canvas>'))), 'image/png');
  });
}

/** The drawing that a text holds. */
export function parseSvg(text: string): SVGSVGElement {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (!(root instanceof SVGSVGElement)) throw new Error(`expected <svg>, found <${root.nodeName}>`);
  return root;
}

/** Width and height in units of the drawing, from its attributes or its view box. */
export function sizeOf(svg: SVGSVGElement): Size {
  const box = viewBoxOf(svg);
  const side = (name: 'width' | 'height', fallback: number): number => {
    const written = Number.parseFloat(svg.getAttribute(name) ?? '');
    const relative = svg.getAttribute(name)?.trim().endsWith('%') ?? false;
    return written > 0 && !relative ? written : fallback;
  };
  return { width: side('width', box.width), height: side('height', box.height) };
}

function onPaper(svg: SVGSVGElement): SVGSVGElement {
  const copy = document.importNode(svg, true);
  const { width, height } = sizeOf(svg);
  const box = viewBoxOf(svg);
  // Without a size of its own an image of the SVG has none either.
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, value] of Object.entries(box)) ground.setAttribute(name, String(value));
  ground.setAttribute('fill', '#ffffff');
  copy.prepend(ground);
  return copy;
}

function viewBoxOf(svg: SVGSVGElement): Size & { readonly x: number; readonly y: number } {
  const numbers = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x = 0, y = 0, width = 0, height = 0] = numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : [];
  if (width > 0 && height > 0) return { x, y, width, height };
  const own = (name: string) => Number.parseFloat(svg.getAttribute(name) ?? '') || 0;
  return { x: 0, y: 0, width: own('width'), height: own('height') };
}

async function rendered(svg: Blob): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
