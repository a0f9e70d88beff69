/** The diagram as a picture on white paper. */
import { msg } from '@lit/localize';
import type { Exporter, ExportSource } from './exporter.ts';
import { parseSvg, pngFile, svgFile } from './picture.ts';

export const diagramSvg: Exporter = {
  id: 'diagram-svg',
  label: () => msg('Diagram as SVG'),
  extension: '.svg',
  accepts,
  write: async (source) => svgFile(await draw(source)),
};

export const diagramPng: Exporter = {
  id: 'diagram-png',
  label: () => msg('Diagram as PNG'),
  extension: '.png',
  accepts,
  write: async (source) => pngFile(await draw(source)),
};

function accepts({ diagram }: ExportSource): boolean {
  return diagram !== undefined;
}

async function draw({ diagram }: ExportSource): Promise<SVGSVGElement> {
  if (!diagram) throw new Error('no diagram to export');
  return parseSvg(await diagram());
}
