/** Which picture of the cycle time comes first. */
import type { ChartInput } from '../../../charts/chart.ts';
import { casePromises } from '../../../charts/promises.ts';

/** The clock on which the promise to the customer was made. */
export const leadingChart = (input: ChartInput): keyof typeof CYCLE_TIME_CHARTS =>
  casePromises(input, 'calendar').length === 0 && casePromises(input, 'business').length > 0 ? 'business' : 'calendar';

const CALENDAR = ['cycle-time-distribution', 'cycle-time-cumulative'] as const;
const WORKING = ['working-time-distribution', 'working-time-cumulative'] as const;

export const CYCLE_TIME_CHARTS = {
  calendar: [...CALENDAR, ...WORKING],
  business: [...WORKING, ...CALENDAR],
} as const satisfies Record<'calendar' | 'business', readonly string[]>;
