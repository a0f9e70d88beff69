/** Logs with the traps that real ones have: previewed, read, and every unusable row told. */
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { arrivalsIn } from '../../../src/event-logs/arrivals.ts';
import { mappingOf } from '../../../src/event-logs/columns.ts';
import type { ReadLog } from '../../../src/event-logs/event-log.ts';
import { previewLog, readLog } from '../../../src/event-logs/open-log.ts';
import { datesOf, parseTime } from '../../../src/event-logs/timestamps.ts';
import { inFirstWeek } from '../../../src/views/inspector/sections/replay.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(content: string | Uint8Array, choice = {}): ReadLog {
  const answer = readLog(typeof content === 'string' ? bytes(content) : content, 'log.csv', choice);
  if (!('log' in answer)) throw new Error(answer.issue.code);
  return answer;
}

/** Executions in words. */
const rows = ({ log }: ReadLog) =>
  Array.from({ length: log.length }, (_, i) => [
    log.cases[log.case[i] ?? 0],
    log.activities[log.activity[i] ?? 0],
    log.resources[log.resource[i] ?? -1] ?? '',
    timeText(log.start[i] ?? NaN),
    timeText(log.end[i] ?? NaN),
  ]);

const timeText = (time: number): string => (Number.isNaN(time) ? '' : new Date(time).toISOString());

describe('points in time', () => {
  it.each([
    ['2023-02-09T08:00:00.000', '2023-02-09T08:00:00.000Z'],
    ['2023-02-09 08:00:00.123456+02:00', '2023-02-09T06:00:00.123Z'],
    ['2023-02-09T08:00Z', '2023-02-09T08:00:00.000Z'],
    ['2023/02/09 08:00:05,5', '2023-02-09T08:00:05.500Z'],
    ['9.3.10 8:05', '2010-03-09T08:05:00.000Z'],
    ['31/12/2010 14:00:05', '2010-12-31T14:00:05.000Z', 'day-first'],
    ['2/9/2023 2:05 PM', '2023-02-09T14:05:00.000Z', 'month-first'],
    ['2/9/2023', '2023-09-02T00:00:00.000Z', 'day-first'],
    ['44966,5', '2023-02-09T12:00:00.000Z'],
    ['1675929600', '2023-02-09T08:00:00.000Z'],
    ['1675929600000', '2023-02-09T08:00:00.000Z'],
    ['2024-02-29T24:00:00', '2024-03-01T00:00:00.000Z'],
    ['2024-02-30T00:00:00', ''],
    ['2026-13-01', ''],
    ['=NOW()', ''],
  ] as const)('%s', (text, expected, order = 'month-first') => {
    expect(timeText(parseTime(text, order))).toBe(expected);
  });
});

describe('the order of day and month', () => {
  /** What is judged of a table with these times in its start and end columns, and what its start is read as. */
  function judged(...times: readonly (readonly [start: string, end: string])[]) {
    const text = ['case,activity,start,end', ...times.map(([start, end], i) => `${i},Check,${start},${end}`)].join(
      '\n',
    );
    const preview = previewLog(bytes(text), 'log.csv');
    if (preview.kind !== 'table') throw new Error('no table');
    const { dates, mapping } = preview.table;
    return { ...datesOf(dates, mapping), read: rows(read(text))[0]?.[3] };
  }

  it('is no question where dates are ISO, or have points, or are numbers', () => {
    for (const date of ['2026-04-03 08:00', '2026/04/03 08:00', '3.4.2026 08:00', '46115.5'])
      expect(judged([date, date]).order, date).toBe('none');
  });

  it('is seen from days after the twelfth, in whichever column', () => {
    expect(judged(['3/4/2026', '3/4/2026'], ['3/4/2026', '13/4/2026'])).toMatchObject({
      order: 'day-first',
      read: '2026-04-03T00:00:00.000Z',
    });
    expect(judged(['3/4/2026', '3/13/2026'])).toMatchObject({
      order: 'month-first',
      read: '2026-03-04T00:00:00.000Z',
    });
  });

  it('is asked for with a date of the file where both are possible, and read as usual until somebody says', () => {
    expect(judged(['3/4/2026 08:00', '3/4/2026 09:00'])).toEqual({
      order: 'unclear',
      example: '3/4/2026',
      read: '2026-03-04T08:00:00.000Z',
    });
    expect(judged(['3-4-2026', '3-4-2026'])).toMatchObject({ order: 'unclear', read: '2026-04-03T00:00:00.000Z' });
    expect(judged(['13/4/2026', '3/13/2026'])).toMatchObject({ order: 'unclear', example: '13/4/2026' });
  });

  it('is that of the columns that are taken as times, not of others', () => {
    const text = 'case,activity,start,due\n1,Check,2026-04-03 08:00,3/4/2026\n';
    const preview = previewLog(bytes(text), 'log.csv');
    if (preview.kind !== 'table') throw new Error('no table');
    const { dates, mapping } = preview.table;
    expect(datesOf(dates, mapping).order).toBe('none');
    expect(datesOf(dates, { ...mapping, start: 3 })).toEqual({ order: 'unclear', example: '3/4/2026' });
    expect(rows(read(text, { mapping: { ...mapping, start: 3 }, dateOrder: 'day-first' }))[0]?.[3]).toBe(
      '2026-04-03T00:00:00.000Z',
    );
  });
});

describe('columns', () => {
  it.each([
    [
      'case_id,activity,enable_time,start_time,end_time,resource',
      { case: 0, activity: 1, enabled: 2, start: 3, end: 4, resource: 5 },
    ],
    ['CaseID,Activity,StartTimestamp,EndTimestamp,r esource', { case: 0, activity: 1, start: 2, end: 3, resource: 4 }],
    [
      'case:concept:name,concept:name,start_timestamp,time:timestamp,org:resource',
      { case: 0, activity: 1, start: 2, end: 3, resource: 4 },
    ],
    [
      'case:concept:name,concept:name,lifecycle:transition,time:timestamp',
      { case: 0, activity: 1, lifecycle: 2, time: 3 },
    ],
    ['Service ID,Operation,Start Date,End Date,Agent', { case: 0, activity: 1, start: 2, end: 3, resource: 4 }],
    ['case,start,end,LogType,activity,elementId,resource', { case: 0, start: 1, end: 2, activity: 4, resource: 6 }],
    ['案例编号,活动,开始时间,完成时间,处理人', { case: 0, activity: 1, start: 2, end: 3, resource: 4 }],
  ])('%s', (header, mapping) => {
    expect(mappingOf(header.split(','))).toEqual(mapping);
  });
});

describe('a table', () => {
  it('is shown before it is read', () => {
    const preview = previewLog(bytes('case;activity;start;end\n1; Check ;9.3.10 8:05;9.3.10 8:10\n'), 'log.csv');
    expect(preview).toMatchObject({
      kind: 'table',
      table: {
        delimiter: ';',
        header: ['case', 'activity', 'start', 'end'],
        readable: true,
        rows: [['1', ' Check ', '9.3.10 8:05', '9.3.10 8:10']],
      },
    });
  });

  it('may have old line ends, an empty column, spaces around names, and its header twice', () => {
    const { log, errors, ...found } = read(
      [
        'Service ID,Operation,enable_time,Start Date,End Date,Agent',
        'Service ID,Operation,enable_time,Start Date,End Date,Agent',
        '1, Inbound Call,,9.3.10 8:05,9.3.10 8:10,Helen',
        '1,Handle Case,,9.3.10 8:10,9.3.10 8:10,Helen',
      ].join('\r'),
    );
    expect(rows({ log, errors, ...found })).toEqual([
      ['1', 'Inbound Call', 'Helen', '2010-03-09T08:05:00.000Z', '2010-03-09T08:10:00.000Z'],
      ['1', 'Handle Case', 'Helen', '2010-03-09T08:10:00.000Z', '2010-03-09T08:10:00.000Z'],
    ]);
    expect(errors.counts).toEqual({ 'header-repeated': 1 });
    expect(Number.isNaN(log.enabled[0])).toBe(true);
  });

  it('tells every row that cannot be used, and runs nothing', () => {
    const { log, errors, duplicates, pseudo } = read(
      [
        'case,activity,start,end,resource',
        '1,Check,2023-01-02 08:00,2023-01-02 09:00,Ann',
        '1,Check,2023-01-02 08:00,2023-01-02 09:00,Ann',
        ',Check,2023-01-02 08:00,2023-01-02 09:00,Ann',
        '2,,2023-01-02 08:00,2023-01-02 09:00,Ann',
        '2,Check,2023-01-02 10:00,2023-01-02 09:00,Ann',
        '2,Check,yesterday,,Ann',
        '2',
        '"=cmd()|x","@SUM(1)",2023-01-02 08:00,2023-01-02 09:00,-1',
        '3,Start,2023-01-02 08:00,2023-01-02 08:00,Start',
      ].join('\n'),
    );
    expect(rows({ log, errors, duplicates, pseudo }).map(([id, activity]) => [id, activity])).toEqual([
      ['1', 'Check'],
      ['1', 'Check'],
      ['=cmd()|x', '@SUM(1)'],
    ]);
    expect([duplicates, pseudo]).toEqual([1, 1]);
    expect(errors.listed).toEqual([
      { row: 4, code: 'case-missing', value: 'Check' },
      { row: 5, code: 'activity-missing', value: '2' },
      { row: 6, code: 'end-before-start', value: '2023-01-02 10:00 > 2023-01-02 09:00' },
      { row: 7, code: 'time-unreadable', value: 'yesterday' },
      { row: 7, code: 'time-missing', value: '2' },
      { row: 8, code: 'too-few-fields', value: '2' },
    ]);
  });

  it('may be compressed, and in the encoding of a Chinese spreadsheet', () => {
    // 案例,活动,开始时间,结束时间 in GB 18030.
    const header = [
      0xb0, 0xb8, 0xc0, 0xfd, 44, 0xbb, 0xee, 0xb6, 0xaf, 44, 0xbf, 0xaa, 0xca, 0xbc, 0xca, 0xb1, 0xbc, 0xe4, 44,
    ];
    const end = [0xbd, 0xe1, 0xca, 0xf8, 0xca, 0xb1, 0xbc, 0xe4, 10];
    const row = bytes('1,A,2023-01-02 08:00,2023-01-02 09:00\n');
    expect(rows(read(gzipSync(new Uint8Array([...header, ...end, ...row]))))).toHaveLength(1);
  });

  it('of a lifecycle is paired, first come first served', () => {
    const log = read(
      [
        'case:concept:name,concept:name,lifecycle:transition,time:timestamp,org:resource',
        '1,A,START,2023-01-02T08:00:00Z,Ann',
        '1,A,start,2023-01-02T08:01:00Z,Ann',
        '1,A,complete,2023-01-02T08:02:00Z,Ann',
        '1,A,complete,2023-01-02T08:04:00Z,Ann',
        '1,B,complete,2023-01-02T08:05:00Z,Ann',
        '1,C,start,2023-01-02T08:06:00Z,Ann',
      ].join('\n'),
    );
    expect(rows(log).map(([, activity, , start, end]) => [activity, start?.slice(14, 16), end?.slice(14, 16)])).toEqual(
      [
        ['A', '00', '02'],
        ['A', '01', '04'],
        ['B', '', '05'],
        ['C', '06', ''],
      ],
    );
    expect(log.errors.counts).toEqual({ 'end-without-start': 1, 'start-without-end': 1 });
  });

  it.each([
    ['nothing', '', 'file-is-empty'],
    ['words', 'hello', 'log-columns-missing'],
    ['columns nobody knows', 'a,b,c\n1,2,3\n', 'log-columns-missing'],
    ['a damaged archive', new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3]), 'log-damaged'],
    ['an archive that unpacks to 4 GB', new Uint8Array([0x1f, 0x8b, 8, 0, 255, 255, 255, 255]), 'log-damaged'],
  ])('of %s is refused', (_, content, code) => {
    const answer = readLog(typeof content === 'string' ? bytes(content) : content, 'log.csv');
    expect('issue' in answer ? answer.issue.code : 'read').toBe(code);
  });

  it('of many rows is read whole', () => {
    const lines = ['case_id,activity,start_time,end_time,resource'];
    for (let i = 0; i < 200_000; i++)
      lines.push(
        `${i % 50_000},Step ${i % 20},2023-01-0${1 + (i % 9)}T08:00:0${i % 10}.000,2023-01-1${i % 9}T09:00:00.000,R${i % 40}`,
      );
    const { log, errors } = read(lines.join('\n'));
    expect([log.length, log.cases.length, log.activities.length, log.resources.length]).toEqual([
      200_000, 50_000, 20, 40,
    ]);
    expect(errors.listed).toEqual([]);
  });
});

describe('arrivals', () => {
  const log = [
    'case,activity,enabled,start,end',
    'late,Check,,2026-03-04 09:00,2026-03-04 10:00',
    'early,Check,2026-03-03 07:30,2026-03-03 08:00,2026-03-03 10:00',
    'late,Open,,,2026-03-04 08:30',
    'never,Check,,soon,',
  ].join('\n');

  it('are the first time of each case, whatever the order of rows', () => {
    const arrivals = arrivalsIn(read(log).log);
    expect(arrivals.map(timeText)).toEqual(['2026-03-03T07:30:00.000Z', '2026-03-04T08:30:00.000Z']);
  });

  it('move to the first week of a run; weekday, time of day and distances stay', () => {
    const seconds = arrivalsIn(read(log).log).map((ms) => ms / 1000);
    const day = 86_400;
    // 3 March 2026 is a Tuesday, the run begins on a Monday.
    expect(inFirstWeek(seconds, '2026-01-05T00:00:00')).toEqual([day + 7.5 * 3600, 2 * day + 8.5 * 3600]);
  });
});

describe('XES', () => {
  const log = (namespace: string, events: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="2.0"${namespace}><global scope="event"><string key="concept:name" value="x"/></global><trace><string key="concept:name" value="Case &amp; 1"/>${events}</trace><trace/></log>`;
  const event = (transition: string, time: string): string =>
    `<event><string key="concept:name" value="A"><string key="concept:name" value="nested"/></string><string key="org:resource" value="Ann"/><string key="lifecycle:transition" value="${transition}"/><date key="time:timestamp" value="${time}"/></event>`;

  it.each([
    ['its namespace', ' xmlns="http://www.xes-standard.org/"'],
    ['the other one', ' xmlns="http://www.xes-standard.org"'],
    ['none', ''],
  ])('of %s is read', (_, namespace) => {
    const events =
      event('schedule', '2023-01-02T07:30:00+01:00') +
      event('start', '2023-01-02T08:00:00.000+01:00') +
      event('Complete', '2023-01-02T09:00:00.000+01:00');
    const answer = read(log(namespace, events));
    expect(rows(answer)).toEqual([['Case & 1', 'A', 'Ann', '2023-01-02T07:00:00.000Z', '2023-01-02T08:00:00.000Z']]);
    expect(timeText(answer.log.enabled[0] ?? NaN)).toBe('2023-01-02T06:30:00.000Z');
  });

  it('tells events without a time', () => {
    const { errors } = read(log('', '<event><string key="concept:name" value="A"/></event>'));
    expect(errors.listed).toEqual([{ row: 1, code: 'time-missing', value: 'A' }]);
  });
});

describe.skipIf(!hasCorpus('logs'))('logs of the corpus', () => {
  it.each([
    ['logs/pix_enh_1.csv', 32],
    ['logs/Simple_log_no_start_times.csv', 4648],
  ])('%s is read whole', (name, count) => {
    const { log, errors } = read(corpusFile(name));
    expect([log.length, errors.counts]).toEqual([count, {}]);
  });

  it('reads a compressed one', () => {
    const [name = ''] = corpusFiles('logs', /\.gz$/);
    const { log, errors } = read(corpusFile(name));
    expect(log.length).toBeGreaterThan(1000);
    expect(errors.counts).toEqual({});
    expect(log.start.every((start, i) => start <= (log.end[i] ?? 0))).toBe(true);
  });
});
