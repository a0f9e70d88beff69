/** Event log as CSV (RFC 4180): one row per execution of an activity, with the column names process mining tools recognise. */
import { executionAt, type EventLogContext, type EventLogWriter } from './event-log.ts';

const COLUMNS = [
  'case_id',
  'activity',
  'element_id',
  'enable_time',
  'start_time',
  'end_time',
  'resource',
  'pool',
  'replication',
  'cancelled',
] as const;

/** Rows per piece of text: few enough to stay small, many enough to write fast. */
const ROWS_PER_PIECE = 1000;

/** `bom` puts a byte order mark first, without which Excel misreads anything but ASCII; other tools take it for a letter. */
export function eventLogCsv(context: EventLogContext, { bom = false } = {}): EventLogWriter {
  return {
    begin: () => (bom ? '\ufeff' : '') + line(COLUMNS),
    *replication(index, trace) {
      let piece = '';
      for (let row = 0; row < trace.length; row++) {
        const e = executionAt(context, index, trace, row);
        piece += line([
          e.caseId,
          textCell(e.activity),
          textCell(e.elementId),
          e.enabled ?? '',
          e.started ?? '',
          e.ended ?? '',
          textCell(e.resource ?? ''),
          textCell(e.pool ?? ''),
          String(index + 1),
          String(e.cancelled),
        ]);
        if ((row + 1) % ROWS_PER_PIECE === 0) {
          yield piece;
          piece = '';
        }
      }
      if (piece !== '') yield piece;
    },
    end: () => '',
  };
}

/**
 * Text from a model as a cell. Spreadsheets take a cell that begins like a formula for one and run it, so such text gets an
 * apostrophe (OWASP ASVS 1.2.10), also for the full-width signs that East Asian spreadsheets accept.
 */
export function textCell(text: string): string {
  const safe = /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly string[]): string => cells.join(',') + '\r\n';
