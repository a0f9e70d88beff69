/** Writes an event log to disk, one replication at a time, beside its final place until it is whole. */
import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { issue, type ReplicationResult } from '#simulation';
import type { EventLogWriter } from '../exporters/event-log.ts';
import { UnusableInput } from './unusable-input.ts';

export class LogFile {
  private readonly partPath: string;
  private readonly file: number;

  /** Opens the file at once, so that an unwritable place is known before the run. Throws `UnusableInput`. */
  constructor(private readonly path: string) {
    this.partPath = `${path}.part`;
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw unwritable(path, 'EISDIR');
    this.file = this.attempt(() => openSync(this.partPath, 'w'));
  }

  begin(writer: EventLogWriter): void {
    this.write(writer.begin());
  }

  add(writer: EventLogWriter, { index, trace }: ReplicationResult): void {
    if (!trace) throw new Error(`no trace of replication <${index}>`);
    for (const piece of writer.replication(index, trace)) this.write(piece);
  }

  end(writer: EventLogWriter): void {
    this.write(writer.end());
    this.attempt(() => {
      closeSync(this.file);
      renameSync(this.partPath, this.path);
    });
  }

  /** Leaves nothing behind. */
  discard(): void {
    closeSync(this.file);
    rmSync(this.partPath, { force: true });
  }

  private write(text: string): void {
    if (text === '') return;
    const bytes = Buffer.from(text);
    this.attempt(() => {
      for (let offset = 0; offset < bytes.length;) offset += writeSync(this.file, bytes, offset);
    });
  }

  private attempt<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      throw unwritable(this.path, reason);
    }
  }
}

const unwritable = (file: string, reason: string): UnusableInput =>
  new UnusableInput(issue('error', 'log-unwritable', undefined, { file, reason }));
