/** What all sections of a Prosimos file share while they are read. */
import type { ElementParameters } from '#simulation';
import type { Directory } from '../directory.ts';
import type { Report } from '../report.ts';
import type { Generation } from './distributions.ts';

export interface Reading {
  readonly directory: Directory;
  readonly report: Report;
  readonly generation: Generation;
  readonly elements: Map<string, ElementParameters>;
}
