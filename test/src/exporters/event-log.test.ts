import { describe, expect, it } from 'vitest';
import type { TraceColumns } from '#simulation';
import { eventLogCsv, textCell } from '../../../src/exporters/event-log-csv.ts';
import { eventLogXes } from '../../../src/exporters/event-log-xes.ts';
import { openDocument } from '../../../src/bpmn/index.ts';
import type { EventLogContext, EventLogWriter } from '../../../src/exporters/event-log.ts';

const HOUR = 3_600_000;

const context: EventLogContext = {
  name: 'Claims & more',
  nodeIds: ['Check', 'Pay'],
  nodeNames: ['Check "A", <fast>', ''],
  poolNames: ['=HYPERLINK("x")', 'Clerks'],
  clock: { start: '2026-01-05T09:00:00', timeZone: 'Asia/Shanghai' },
  replications: 1,
};

/** Case 0: Check 0–1–2 h by Clerks 2, Pay 2–2–2 h by nobody; case 1: Check cancelled while waiting, Pay cancelled under way. */
const trace: TraceColumns = {
  length: 4,
  case: Float64Array.of(0, 0, 1, 1),
  node: Int32Array.of(0, 1, 0, 1),
  offered: Float64Array.of(0, 2 * HOUR, HOUR, HOUR),
  started: Float64Array.of(HOUR, 2 * HOUR, NaN, 2 * HOUR),
  ended: Float64Array.of(2 * HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR + 5),
  pool: Int32Array.of(1, -1, -1, 0),
  unit: Int32Array.of(1, -1, -1, 0),
  cancelled: Uint8Array.of(0, 0, 1, 1),
};

const write = (writer: EventLogWriter, replications = 1) => {
  let text = writer.begin();
  for (let i = 0; i < replications; i++) for (const piece of writer.replication(i, trace)) text += piece;
  return text + writer.end();
};

describe('an event log as CSV', () => {
  it('has a row per execution with local times and offsets', () => {
    expect(write(eventLogCsv(context)).split('\r\n')).toEqual([
      'case_id,activity,element_id,enable_time,start_time,end_time,resource,pool,replication,cancelled',
      '1,"Check ""A"", <fast>",Check,2026-01-05T09:00:00.000+08:00,2026-01-05T10:00:00.000+08:00,2026-01-05T11:00:00.000+08:00,Clerks 2,Clerks,1,false',
      '1,Pay,Pay,2026-01-05T11:00:00.000+08:00,2026-01-05T11:00:00.000+08:00,2026-01-05T11:00:00.000+08:00,,,1,false',
      '2,"Check ""A"", <fast>",Check,2026-01-05T10:00:00.000+08:00,,2026-01-05T12:00:00.000+08:00,,,1,true',
      `2,Pay,Pay,2026-01-05T10:00:00.000+08:00,2026-01-05T11:00:00.000+08:00,2026-01-05T13:00:00.005+08:00,"'=HYPERLINK(""x"") 1","'=HYPERLINK(""x"")",1,true`,
      '',
    ]);
  });

  it('numbers cases within replications when there are several', () => {
    const rows = write(eventLogCsv({ ...context, replications: 2 }), 2).split('\r\n');
    expect(rows.map((row) => row.split(',')[0])).toEqual([
      'case_id',
      '1-1',
      '1-1',
      '1-2',
      '1-2',
      '2-1',
      '2-1',
      '2-2',
      '2-2',
      '',
    ]);
  });

  it('can begin with a byte order mark', () => {
    expect(write(eventLogCsv(context, { bom: true }))).toMatch(/^\ufeffcase_id/);
  });

  it('comes in pieces', () => {
    const n = 2500;
    const long = { ...trace, length: n, case: new Float64Array(n), node: new Int32Array(n) };
    expect([...eventLogCsv(context).replication(0, long)]).toHaveLength(3);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '\0=1'])('never lets %j run as a formula', (text) => {
    expect(textCell(text).replace(/^"/, '')).toMatch(/^'/);
  });
});

describe('an event log as XES', () => {
  it('has start and complete events in order of time, and says how cancelled work ended', () => {
    const xml = write(eventLogXes(context));
    const events = [
      ...xml.matchAll(/concept:name" value="([^"]*)"|transition" value="(\w+)"\/>|timestamp" value="([^"]+)"/g),
    ]
      .slice(4) // of the head
      .map((m) => m[1] ?? m[2] ?? m[3]);
    expect(events).toEqual([
      ...['Claims &amp; more', '1'],
      ...['Check &quot;A&quot;, &lt;fast&gt;', 'start', '2026-01-05T10:00:00.000+08:00'],
      ...['Check &quot;A&quot;, &lt;fast&gt;', 'complete', '2026-01-05T11:00:00.000+08:00'],
      ...['Pay', 'start', '2026-01-05T11:00:00.000+08:00'],
      ...['Pay', 'complete', '2026-01-05T11:00:00.000+08:00'],
      '2',
      ...['Pay', 'start', '2026-01-05T11:00:00.000+08:00'],
      ...['Check &quot;A&quot;, &lt;fast&gt;', 'withdraw', '2026-01-05T12:00:00.000+08:00'],
      ...['Pay', 'ate_abort', '2026-01-05T13:00:00.005+08:00'],
    ]);
  });

  it('names the standard and its extensions', () => {
    const xml = write(eventLogXes(context));
    expect(xml).toContain('xes.version="1.0"');
    expect(xml).toContain('xmlns="http://www.xes-standard.org/"');
    for (const extension of ['concept', 'time', 'lifecycle', 'org']) {
      expect(xml).toContain(`prefix="${extension}" uri="http://www.xes-standard.org/${extension}.xesext"`);
    }
    expect(xml.match(/org:resource" value="[^"]*"/g)?.[0]).toBe('org:resource" value="Clerks 2"');
  });

  it('is well-formed whatever the names hold', async () => {
    const hostile = { ...context, name: 'a\0<b>&"\n\ud800', nodeNames: ['</trace>', "x='y'"] };
    const xml = write(eventLogXes(hostile));
    expect(xml).toContain('value="a&lt;b&gt;&amp;&quot;&#10;"');
    // The front door tells a well-formed log from a broken file.
    expect(await openDocument(xml)).toMatchObject({ refused: true, issues: [{ code: 'file-is-xes' }] });
  });
});
