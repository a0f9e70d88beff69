/** Reads logs beside the page, so that a million rows do not make it wait. The only file here that says `self`. */
import type { ReadLog } from './event-log.ts';
import { previewLog, readLog, type LogChoice, type LogPreview } from './open-log.ts';

export type LogRequest =
  | { readonly id: number; readonly type: 'preview'; readonly bytes: Uint8Array; readonly file: string }
  | {
      readonly id: number;
      readonly type: 'read';
      readonly bytes: Uint8Array;
      readonly file: string;
      readonly choice: LogChoice;
    };

export interface LogReply {
  readonly id: number;
  readonly answer: LogPreview | ReturnType<typeof readLog>;
}

interface Scope {
  postMessage(message: LogReply, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: LogRequest }) => void): void;
}

declare const self: Scope;

self.addEventListener('message', ({ data }) => {
  const { id, bytes, file } = data;
  if (data.type === 'preview') {
    self.postMessage({ id, answer: previewLog(bytes, file) });
    return;
  }
  const answer = readLog(bytes, file, data.choice);
  self.postMessage({ id, answer }, 'log' in answer ? buffersOf(answer) : []);
});

/** Given away, not copied. */
const buffersOf = ({ log }: ReadLog): ArrayBuffer[] =>
  [log.case, log.activity, log.resource, log.enabled, log.start, log.end].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
