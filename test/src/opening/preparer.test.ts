import { describe, expect, it } from 'vitest';
import { isRefusal, prepareDocument } from '../../../src/bpmn/index.ts';
import { createPreparer, type PreparingWorker } from '../../../src/opening/preparer.ts';
import type { PrepareReply, PrepareRequest } from '../../../src/opening/protocol.ts';

const XML =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D"><process id="P"><task id="A"/></process></definitions>';

/** A worker on the spot that answers as `reply` says. */
class FakeWorker implements PreparingWorker {
  terminated = false;
  readonly requests: PrepareRequest[] = [];
  private readonly listeners = new Map<string, (event: { readonly data: PrepareReply }) => void>();

  constructor(private readonly reply: (request: PrepareRequest, worker: FakeWorker) => void) {}

  postMessage(request: PrepareRequest): void {
    this.requests.push(structuredClone(request));
    this.reply(request, this);
  }
  addEventListener(type: string, listener: (event: { readonly data: PrepareReply }) => void): void {
    this.listeners.set(type, listener);
  }
  say(data: PrepareReply): void {
    if (!this.terminated) this.listeners.get('message')?.({ data: structuredClone(data) });
  }
  fail(): void {
    this.listeners.get('error')?.({ data: { id: -1 } });
  }
  terminate(): void {
    this.terminated = true;
  }
}

const answering = (): FakeWorker =>
  new FakeWorker((request, worker) => {
    void prepareDocument(request.source, request.fileName).then((prepared) => {
      worker.say({ id: request.id, prepared });
    });
  });

describe('preparing in a thread', () => {
  it('gives what preparing on the spot gives', async () => {
    const prepare = createPreparer({ createWorker: answering });
    expect(await prepare(XML, 'a.bpmn')).toEqual(await prepareDocument(XML, 'a.bpmn'));
    expect(await prepare('hello', 'b.bpmn')).toMatchObject({ refused: true, issues: [{ code: 'file-is-text' }] });
  });

  it('ends a thread that takes too long, refuses the file, and goes on with a new one', async () => {
    const workers: FakeWorker[] = [];
    const prepare = createPreparer({
      limit: 30,
      createWorker: () => {
        const worker = workers.length === 0 ? new FakeWorker(() => undefined) : answering();
        workers.push(worker);
        return worker;
      },
    });
    const refusal = await prepare(XML, 'slow.bpmn');
    expect(refusal.issues).toMatchObject([{ code: 'file-takes-too-long', values: { file: 'slow.bpmn' } }]);
    expect(workers[0]?.terminated).toBe(true);
    expect(isRefusal(await createPreparer({ createWorker: answering })(XML))).toBe(false);
  });

  it('works on the spot where threads die or cannot start', async () => {
    const dying = createPreparer({
      createWorker: () =>
        new FakeWorker((_, worker) => {
          worker.fail();
        }),
    });
    expect(isRefusal(await dying(XML))).toBe(false);
    const forbidden = createPreparer({
      createWorker: () => {
        throw new Error('no workers here');
      },
    });
    expect(isRefusal(await forbidden(XML))).toBe(false);
  });

  it('prepares a file once, though first its bytes and then its text are asked for', async () => {
    const worker = answering();
    const prepare = createPreparer({ createWorker: () => worker });
    const prepared = await prepare(new TextEncoder().encode(XML));
    if (isRefusal(prepared)) throw new Error('refused');
    expect(await prepare(prepared.text)).toBe(prepared);
    expect(worker.requests).toHaveLength(1);
    await prepare(prepared.text);
    expect(worker.requests).toHaveLength(2);
  });
});
