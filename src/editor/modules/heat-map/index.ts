/** Module: figures on the diagram. */
import type { ModuleDeclaration } from 'didi';
import { HeatMap } from './heat-map.ts';

export const heatMapModule: ModuleDeclaration = {
  __init__: ['heatMap'],
  heatMap: ['type', HeatMap],
};
