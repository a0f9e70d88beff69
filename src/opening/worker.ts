/** The thread that prepares documents: whatever a file does to it, the page goes on. */
import { prepareDocument } from '../bpmn/index.ts';
import type { PrepareReply, PrepareRequest } from './protocol.ts';

self.addEventListener('message', ({ data }: MessageEvent<PrepareRequest>) => {
  const { id, source, fileName } = data;
  prepareDocument(source, fileName).then(
    (prepared) => {
      answer({ id, prepared });
    },
    (error: unknown) => {
      answer({ id, reason: String(error) });
    },
  );
});

function answer(reply: PrepareReply): void {
  self.postMessage(reply);
}
