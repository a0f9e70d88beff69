/** The shown chart as a picture in light colours, with its title and caption. */
import { msg } from '@lit/localize';
import type { Exporter, ExportSource } from './exporter.ts';
import { pngFile, svgFile } from './picture.ts';

const SIZE = { width: 960, height: 400 };

export const chartSvg: Exporter = {
  id: 'chart-svg',
  label: () => msg('Chart as SVG'),
  extension: '.svg',
  accepts,
  write: async (source) => svgFile(await draw(source)),
};

export const chartPng: Exporter = {
  id: 'chart-png',
  label: () => msg('Chart as PNG'),
  extension: '.png',
  accepts,
  write: async (source) => pngFile(await draw(source)),
};

function accepts({ run, chart }: ExportSource): boolean {
  return run !== undefined && chart !== undefined;
}

async function draw({ run, chart: id, locale }: ExportSource): Promise<SVGSVGElement> {
  if (!run || id === undefined) throw new Error('no chart to export');
  const { chartOf } = await import('../charts/index.ts');
  const { sheet } = await import('../charts/sheet.ts');
  const definition = chartOf(id);
  const chart = definition.read(run);
  if (!chart) throw new Error(`nothing to show in chart <${id}>`);
  const height = chart.height ?? SIZE.height;
  const picture = chart.draw({ width: SIZE.width, height, locale, theme: 'paper' });
  return sheet(picture, { title: definition.title(), caption: chart.caption(locale), width: SIZE.width, height });
}
