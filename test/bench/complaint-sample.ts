/** The complaint sample as it comes with the app, read from its file, so that calendars, SLAs and costs count too. */
import { readFileSync } from 'node:fs';
import { resolveScenario, type Study } from '#simulation';
import { isRefusal, openDocument, readProcess, readScenarios } from '../../src/bpmn/index.ts';

const FILE = 'samples/complaint-handling/as-is.bpmn';

/** The study of its first scenario, ended by a number of cases instead of a date. */
export async function complaintSample(cases: number): Promise<Study> {
  const opened = await openDocument(readFileSync(FILE), FILE);
  if (isRefusal(opened)) throw new Error(`cannot be opened <${FILE}>`);
  const { scenarios } = readScenarios(opened.definitions);
  const { scenario } = resolveScenario(scenarios, scenarios[0]?.id ?? '');
  const { start, businessCalendar, timeZone } = scenario.run ?? {};
  return {
    model: readProcess(opened.definitions).model,
    scenario: {
      ...scenario,
      run: {
        cases,
        ...(start === undefined ? {} : { start }),
        ...(businessCalendar === undefined ? {} : { businessCalendar }),
        ...(timeZone === undefined ? {} : { timeZone }),
      },
    },
  };
}
