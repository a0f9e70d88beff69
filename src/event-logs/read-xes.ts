/** Reads XES of any namespace and version: events of a lifecycle, paired to executions. */
import { Parser } from 'saxen';
import { duplicatesIn, ErrorLog, LogBuilder, type ReadLog } from './event-log.ts';
import { Pairing } from './lifecycle.ts';
import { parseTime } from './timestamps.ts';

interface Attributes {
  name: string;
  resource: string;
  instance: string;
  transition: string;
  time: string;
}

const fresh = (): Attributes => ({ name: '', resource: '', instance: '', transition: '', time: '' });

const FIELDS: Readonly<Record<string, keyof Attributes>> = {
  'concept:name': 'name',
  'org:resource': 'resource',
  'concept:instance': 'instance',
  'lifecycle:transition': 'transition',
  'time:timestamp': 'time',
};

/** Reads well-formed XES; what is broken is read over. `row` in messages counts the events. */
export function readXes(text: string): ReadLog {
  const builder = new LogBuilder();
  const errors = new ErrorLog();
  const pairing = new Pairing(builder, errors);
  const parser = new Parser();
  let caseId = '';
  let traces = 0;
  let row = 0;
  let event: Attributes | undefined;
  let inTrace = false;
  /** Attributes of attributes say nothing of the event itself. */
  let nested = 0;

  parser.on('openTag', (qualified, attributesOf, decode) => {
    const name = qualified.slice(qualified.indexOf(':') + 1);
    if (name === 'trace') {
      inTrace = true;
      caseId = String(++traces);
    } else if (name === 'event') event = fresh();
    else if (inTrace) {
      if (nested === 0) {
        const { key = '', value = '' } = attributesOf();
        const field = FIELDS[key];
        if (event && field) event[field] = decode(value).trim();
        else if (!event && key === 'concept:name') caseId = decode(value).trim() || caseId;
      }
      nested++;
    }
  });
  parser.on('closeTag', (qualified) => {
    const name = qualified.slice(qualified.indexOf(':') + 1);
    if (name === 'trace') inTrace = false;
    else if (name === 'event' && event) {
      take(event);
      event = undefined;
      nested = 0;
    } else if (nested > 0) nested--;
  });
  parser.on('error', () => undefined);
  parser.on('warn', () => undefined);

  function take({ name, resource, instance, transition, time: written }: Attributes): void {
    row++;
    const time = parseTime(written, 'unclear');
    if (name === '') errors.add(row, 'activity-missing', caseId);
    else if (written === '') errors.add(row, 'time-missing', name);
    else if (Number.isNaN(time)) errors.add(row, 'time-unreadable', written);
    else pairing.add({ caseId, activity: name, resource, instance, transition, time, row });
  }

  parser.parse(text);
  pairing.finish();
  const log = builder.build();
  return { log, errors, duplicates: duplicatesIn(log), pseudo: 0 };
}
