/** The table of BPMN elements: element, place, what a run does, and the trace that shows it. The page and the docs read the same rows. */
import { activityRows } from './activities.ts';
import { eventRows } from './events.ts';
import { gatewayRows } from './gateways.ts';
import type { ConformanceRow } from './row.ts';

export type { ConformanceRow, SampleNode } from './row.ts';

/** Rows in the order in which they are shown; texts in the language of the page at the time they are asked for. */
export const conformanceRows: readonly ConformanceRow[] = [...activityRows, ...gatewayRows, ...eventRows];
