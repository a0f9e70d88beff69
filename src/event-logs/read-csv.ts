/** Reads a table of events: one row per execution, or one per event of its lifecycle. */
import Papa from 'papaparse';
import { isReadable, mappingOf } from './columns.ts';
import { duplicatesIn, ErrorLog, LogBuilder, type DateOrder, type Mapping, type ReadLog } from './event-log.ts';
import { Pairing } from './lifecycle.ts';
import { dateWritingOf, parseTime, type DateWriting } from './timestamps.ts';

/** A look at a table before it is read: what it seems to be, and its first rows. */
export interface TablePreview {
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the names of the columns say; the user may know better. */
  readonly mapping: Mapping;
  /** How the dates of each column are written. */
  readonly dates: readonly DateWriting[];
  /** Whether the mapping is enough to read the table. */
  readonly readable: boolean;
}

const PREVIEWED = 200;
const JUDGED = 5000;

/** The first rows. Only as much of the text is parsed. */
export function previewTable(text: string): TablePreview {
  const { data, meta } = Papa.parse<string[]>(text, { preview: JUDGED + 1, skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const mapping = mappingOf(header);
  return {
    delimiter: meta.delimiter,
    header: header.map((name) => name.trim()),
    rows: rows.slice(0, PREVIEWED),
    mapping,
    dates: header.map((_, at) => dateWritingOf(rows.map((row) => row[at] ?? ''))),
    readable: isReadable(mapping),
  };
}

/** What reading a table needs to know of it. */
export type TableReading = Pick<TablePreview, 'delimiter' | 'mapping' | 'header'> & { readonly dateOrder: DateOrder };

/** Reads the whole table by a mapping. Rows that cannot be used are counted, and the first of them listed. */
export function readTable(text: string, { delimiter, mapping, dateOrder, header }: TableReading): ReadLog {
  const builder = new LogBuilder();
  const errors = new ErrorLog();
  const pairing = mapping.time === undefined ? undefined : new Pairing(builder, errors);
  const needed = 1 + Math.max(...[mapping.case, mapping.activity].map((at) => at ?? 0));
  const first = header.join('\u0000');
  let row = 0;
  let pseudo = 0;
  const timeAt = (fields: readonly string[], at: number | undefined): number => {
    const written = at === undefined ? undefined : fields[at];
    if (written === undefined || written.trim() === '') return NaN;
    const time = parseTime(written, dateOrder);
    if (Number.isNaN(time)) errors.add(row, 'time-unreadable', written);
    return time;
  };
  const textAt = (fields: readonly string[], at: number | undefined): string =>
    at === undefined ? '' : (fields[at] ?? '').trim();
  const take = (fields: readonly string[]): void => {
    row++;
    if (row === 1) return;
    if (fields.length < needed) {
      if (fields.some((field) => field.trim() !== '')) errors.add(row, 'too-few-fields', fields.join(delimiter));
      return;
    }
    if (row === 2 && fields.map((field) => field.trim()).join('\u0000') === first) {
      errors.add(row, 'header-repeated', fields.join(delimiter));
      return;
    }
    const caseId = textAt(fields, mapping.case);
    const activity = textAt(fields, mapping.activity);
    const resource = textAt(fields, mapping.resource);
    if (caseId === '') errors.add(row, 'case-missing', activity);
    else if (activity === '') errors.add(row, 'activity-missing', caseId);
    else if (isPseudo(activity, resource)) pseudo++;
    else if (pairing) {
      const time = timeAt(fields, mapping.time);
      if (Number.isNaN(time)) errors.add(row, 'time-missing', caseId);
      else
        pairing.add({
          caseId,
          activity,
          resource,
          instance: textAt(fields, mapping.instance),
          transition: textAt(fields, mapping.lifecycle),
          time,
          row,
        });
    } else {
      const start = timeAt(fields, mapping.start);
      const end = timeAt(fields, mapping.end);
      if (Number.isNaN(start) && Number.isNaN(end)) errors.add(row, 'time-missing', caseId);
      else if (end < start)
        errors.add(row, 'end-before-start', `${fields[mapping.start ?? 0]} > ${fields[mapping.end ?? 0]}`);
      else builder.add(caseId, activity, resource, timeAt(fields, mapping.enabled), start, end);
    }
  };
  Papa.parse<string[]>(text, { delimiter, step: ({ data }) => take(data) });
  pairing?.finish();
  const log = builder.build();
  return { log, errors, duplicates: duplicatesIn(log), pseudo };
}

/** Some tools log the begin and end of a case as work of `Start` by `Start`. */
const isPseudo = (activity: string, resource: string): boolean =>
  (activity === 'Start' || activity === 'End') && activity === resource;
