/** All kinds of files the page can export. A new one is one file and one line here. */
import { chartPng, chartSvg } from './chart-picture.ts';
import { diagramPng, diagramSvg } from './diagram-picture.ts';
import type { Exporter } from './exporter.ts';
import { resultCsv } from './result-csv.ts';
import { resultJson } from './result-json.ts';

export type { Exporter, ExportSource } from './exporter.ts';

/** In the order of the menu. */
export const exporters: readonly Exporter[] = [resultJson, resultCsv, chartSvg, chartPng, diagramSvg, diagramPng];
