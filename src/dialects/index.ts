/** All formats of simulation parameters that can be written. A new one is one file and one line here. */
import type { ProcessModel, ResultDocument, Scenario } from '#simulation';
import { bareProcess } from './bare-process.ts';
import { writeBpsim } from './bpsim/write.ts';
import type { Written } from './outgoing.ts';
import { writeProsimos } from './prosimos/write.ts';
import { writeQbp } from './qbp/write.ts';
import { writeScylla } from './scylla/write.ts';

export type { Written, WrittenFile } from './outgoing.ts';

/** What is written: a document with its scenarios, and the one that formats take which know one only. */
export interface WhatToWrite {
  readonly xml: string;
  readonly model: ProcessModel;
  /** Complete: inherits nothing, and its gaps are filled. */
  readonly scenario: Scenario;
  /** Of a run of this scenario, for formats that have a place for results. */
  readonly results?: ResultDocument;
}

export interface DialectWriter {
  /** As it is named on the command line. */
  readonly id: string;
  /** Proper name, alike in every language. */
  readonly format: string;
  write(what: WhatToWrite): Promise<Written>;
}

const alone =
  (write: (source: { model: ProcessModel; scenario: Scenario; bpmn: string }) => Written) =>
  async ({ xml, model, scenario }: WhatToWrite): Promise<Written> =>
    write({ model, scenario, bpmn: await bareProcess(xml) });

export const dialectWriters: readonly DialectWriter[] = [
  { id: 'bpsim', format: 'BPSim 2.0', write: (what) => writeBpsim(what, '2.0') },
  { id: 'bpsim1', format: 'BPSim 1.0', write: (what) => writeBpsim(what, '1.0') },
  { id: 'qbp', format: 'QBP (BIMP, Apromore)', write: alone(writeQbp) },
  { id: 'prosimos', format: 'Prosimos', write: alone(writeProsimos) },
  { id: 'scylla', format: 'Scylla', write: alone(writeScylla) },
];
