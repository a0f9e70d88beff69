/** Comma-separated values that spreadsheets open as they are (RFC 4180 with a byte order mark). */

/** Tells spreadsheets that the text is UTF-8; without it Chinese names arrive garbled. */
const BYTE_ORDER_MARK = '\uFEFF';

export type CsvValue = string | number | null;

/** The rows as one text, lines ended by CR LF. */
export const toCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');

/**
 * One field. A text that a spreadsheet would run as a formula is preceded by an apostrophe (OWASP, CSV injection); numbers are
 * written as they are.
 */
export function csvField(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
