/** Reads logs in a thread of their own: what the page uses. */
import type { LogReply, LogRequest } from './log-worker.ts';
import type { LogChoice, LogPreview, readLog } from './open-log.ts';

type Read = ReturnType<typeof readLog>;

/** Previews and reads logs, one thread per reader. */
export class LogReader {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { done(answer: LogReply['answer']): void; failed(error: Error): void }>();
  private last = 0;

  constructor() {
    // The URL must stay inside the call: only then does the build emit a file instead of a data: URL.
    this.worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' });
    this.worker.addEventListener('message', ({ data }: MessageEvent<LogReply>) => {
      this.waiting.get(data.id)?.done(data.answer);
      this.waiting.delete(data.id);
    });
    this.worker.addEventListener('error', ({ message }) => {
      for (const { failed } of this.waiting.values()) failed(new Error(message));
      this.waiting.clear();
    });
  }

  /** What the log seems to be, to be shown before anything is read. */
  async preview(bytes: Uint8Array, file: string): Promise<LogPreview> {
    const answer = await this.ask({ id: ++this.last, type: 'preview', bytes, file });
    if ('kind' in answer) return answer;
    throw new Error('no preview');
  }

  async read(bytes: Uint8Array, file: string, choice: LogChoice = {}): Promise<Read> {
    const answer = await this.ask({ id: ++this.last, type: 'read', bytes, file, choice });
    if (!('kind' in answer)) return answer;
    throw new Error('no log');
  }

  /** Ends the thread; what is asked and not answered stays so. */
  dispose(): void {
    this.worker.terminate();
    this.waiting.clear();
  }

  private ask(request: LogRequest): Promise<LogReply['answer']> {
    return new Promise((done, failed) => {
      this.waiting.set(request.id, { done, failed });
      this.worker.postMessage(request);
    });
  }
}
