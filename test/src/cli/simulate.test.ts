import { readdirSync, rmSync } from 'node:fs';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile, simulate, type Request } from '#simulation';
import type { Options } from '../../../src/cli/options.ts';
import { simulateFile, type Surroundings } from '../../../src/cli/simulate.ts';
import { FakeWorker } from '../runs/fakes.ts';
import { random, temporaryFolder, writeModel } from './command.ts';

let folder: string;
let interrupt: () => void = () => undefined;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Simulates on this thread and is interrupted after two replications. */
function interrupted({ type, ...request }: Request, worker: FakeWorker): void {
  if (type === 'cancel' || !('study' in request)) return;
  const { runId, study, plan, from, to } = request;
  const { network } = compile(study);
  for (let index = from; network && index < to; index++) {
    worker.reply({ type: 'replications', runId, results: [simulate(network, plan, index)] });
    if (index === 1) interrupt();
  }
  worker.reply({ type: 'done', runId, from, to });
}

async function run(options: Partial<Options>, answer: (request: Request, worker: FakeWorker) => void) {
  const file = await writeModel(folder, 'claims.bpmn', [random]);
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) =>
    new Writable({
      write(chunk: Buffer, _, done) {
        written[name] += chunk.toString();
        done();
      },
    });
  const surroundings: Surroundings = {
    locale: 'en',
    folder,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    createWorker: () => new FakeWorker(answer),
    onInterrupt: (action) => {
      interrupt = action;
    },
  };
  const code = await simulateFile(
    { file, beside: [], overrides: {}, workers: 1, json: false, ...options },
    surroundings,
  );
  return { code, ...written };
}

describe('an interrupted run', () => {
  it('prints what is known, labelled as partial', async () => {
    const { code, stdout } = await run({}, interrupted);
    expect(code).toBe(130);
    expect(stdout).toContain('Partial: 2 of 8 replications');
    expect(stdout).toMatch(/^Started +200 /m);
  });

  it('leaves no half-written log', async () => {
    await run({ log: { path: 'log.csv', format: 'csv' } }, interrupted);
    expect(readdirSync(folder)).toEqual(['claims.bpmn']);
  });

  it('prints nothing when nothing is known', async () => {
    const answer = await run({}, () => {
      interrupt();
    });
    expect(answer).toEqual({ code: 130, stdout: '', stderr: '' });
  });
});

describe('a run on a machine that fails', () => {
  it('says so on one line and ends with exit code 1', async () => {
    const { code, stdout, stderr } = await run({}, (_, worker) => {
      worker.crash('out of memory');
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Error: .*out of memory.*\n$/);
  });
});
