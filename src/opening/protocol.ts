/** What passes between the page and the thread that prepares documents. */
import type { PreparedDocument, Refusal } from '../bpmn/index.ts';

export interface PrepareRequest {
  readonly id: number;
  readonly source: string | Uint8Array;
  readonly fileName?: string | undefined;
}

export interface PrepareReply {
  readonly id: number;
  /** Absent when the preparation itself failed, which is our fault: `reason` says how. */
  readonly prepared?: PreparedDocument | Refusal;
  readonly reason?: string;
}
