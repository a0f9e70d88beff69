/** Event log as XES 1.0: one trace per case, a start and a complete event per execution of an activity. */
import type { TraceColumns } from '#simulation';
import { caseIdOf, executionAt, type EventLogContext, type EventLogWriter, type Execution } from './event-log.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value="unknown"/>
  </global>
  <global scope="event">
    <string key="concept:name" value="unknown"/>
    <date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>
    <string key="lifecycle:transition" value="complete"/>
  </global>
  <classifier name="Activity" keys="concept:name"/>
  <classifier name="Activity and transition" keys="concept:name lifecycle:transition"/>
  <string key="lifecycle:model" value="standard"/>
`;

export function eventLogXes(context: EventLogContext): EventLogWriter {
  return {
    begin: () => `${HEAD}  <string key="concept:name" value="${attribute(context.name)}"/>\n`,
    *replication(index, trace) {
      for (const [number, rows] of rowsByCase(trace)) {
        const events = rows
          .flatMap((row) => eventsOf(executionAt(context, index, trace, row), trace, row))
          // A start goes before a completion of the same instant: the rows are in order of their end.
          .sort((a, b) => a.time - b.time || a.rank - b.rank);
        yield (
          `  <trace>\n    <string key="concept:name" value="${attribute(caseIdOf(context, index, number))}"/>\n` +
          `    <int key="replication" value="${index + 1}"/>\n` +
          events.map((event) => event.xml).join('') +
          '  </trace>\n'
        );
      }
    },
    end: () => '</log>\n',
  };
}

interface XesEvent {
  readonly time: number;
  readonly rank: number;
  readonly xml: string;
}

/** Start and complete; what was cancelled ends with the transitions the standard lifecycle has for that. */
function eventsOf(execution: Execution, trace: TraceColumns, row: number): XesEvent[] {
  const events: XesEvent[] = [];
  const add = (transition: string, time: number | undefined, text: string | undefined, rank: number): void => {
    if (text === undefined || time === undefined) return;
    events.push({ time, rank, xml: eventXml(execution, row, transition, text) });
  };
  add('start', trace.started[row], execution.started, 2 * row);
  const end = !execution.cancelled ? 'complete' : execution.started === undefined ? 'withdraw' : 'ate_abort';
  add(end, trace.ended[row], execution.ended, 2 * row + 1);
  return events;
}

function eventXml(execution: Execution, row: number, transition: string, time: string): string {
  const { activity, elementId, resource, pool } = execution;
  return (
    '    <event>\n' +
    `      <string key="concept:name" value="${attribute(activity)}"/>\n` +
    `      <string key="concept:instance" value="${row + 1}"/>\n` +
    `      <string key="lifecycle:transition" value="${transition}"/>\n` +
    `      <date key="time:timestamp" value="${time}"/>\n` +
    (resource === undefined ? '' : `      <string key="org:resource" value="${attribute(resource)}"/>\n`) +
    (pool === undefined ? '' : `      <string key="org:group" value="${attribute(pool)}"/>\n`) +
    `      <string key="elementId" value="${attribute(elementId)}"/>\n` +
    '    </event>\n'
  );
}

/** Rows of each case, cases in order of their number. */
function rowsByCase(trace: TraceColumns): (readonly [number, number[]])[] {
  const cases = new Map<number, number[]>();
  for (let row = 0; row < trace.length; row++) {
    const number = trace.case[row] ?? 0;
    const rows = cases.get(number);
    if (rows) rows.push(row);
    else cases.set(number, [row]);
  }
  return [...cases].sort(([a], [b]) => a - b);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an attribute value; characters that XML 1.0 forbids are left out. */
const attribute = (text: string): string =>
  text
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"\t\n\r]/g, (c) => ENTITIES[c] ?? c);
