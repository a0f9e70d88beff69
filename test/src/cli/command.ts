/** Runs the built command line, on small files made for the purpose. */
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Scenario } from '#simulation';
import { isRefusal, openDocument, toXml, writeScenarios } from '../../../src/bpmn/index.ts';
import type * as program from '../../../src/cli/main.ts';

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run -s simulate -- …`, without npm. */
export const simulate = (...args: string[]): Promise<Answer> => call('simulate', ...args);

/** `npm run -s convert -- …`, without npm. */
export const convert = (...args: string[]): Promise<Answer> => call('convert', ...args);

/** Any command as a process of its own, which builds the program when its sources changed: `compare`, `sweep`, `staff`. */
export function command(...args: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', ...args], {
      env: { PATH: process.env['PATH'] },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

let built: Promise<typeof program> | undefined;
let before: Promise<unknown> = Promise.resolve();

/** The built program called in this process, as most tests do not look at how it starts and ends; one call after the other. */
function call(name: string, ...args: string[]): Promise<Answer> {
  const answer = before.then(async (): Promise<Answer> => {
    built ??= command(name, '--help').then(
      () => import(pathToFileURL('dist-cli/cli.js').href) as Promise<typeof program>,
    );
    const { main } = await built;
    const written = { stdout: '', stderr: '' };
    const stream = (to: keyof typeof written) =>
      new Writable({
        write(chunk: Buffer, _, done) {
          written[to] += chunk.toString();
          done();
        },
      });
    const code = await main(name, args, {
      folder: process.cwd(),
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      onInterrupt: () => undefined,
    });
    return { code, ...written };
  });
  before = answer.catch(() => undefined);
  return answer;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'preflight-cli-'));

/** One start, one task with a Chinese name, one end. */
export const PROCESS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Definitions_1" targetNamespace="http://example.com">
  <bpmn:process id="Process_1" isExecutable="false">
    <bpmn:startEvent id="Start_1" name="Claim arrives"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Check"/>
    <bpmn:userTask id="Check" name="审核理赔"><bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Check" targetRef="End_1"/>
    <bpmn:endEvent id="End_1"><bpmn:incoming>Flow_2</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>
`;

const minutes = (type: string, params: Readonly<Record<string, number>>) => ({ type, params, unit: 'min' }) as const;

/** A case each minute, 90 seconds of work, one clerk: case n waits (n − 1) · 30 s. */
export const steady: Scenario = {
  id: 'Steady',
  name: 'Steady stream',
  run: { cases: 100, replications: 2, seed: 'a' },
  pools: [{ id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 1 }], costPerHour: 60 }],
  elements: {
    Start_1: { arrivals: { interval: minutes('constant', { value: 1 }) } },
    Check: { work: minutes('constant', { value: 1.5 }), resources: [[{ pool: 'Clerks', units: 1 }]] },
  },
  slas: [
    {
      id: 'Sla_1',
      name: 'Within half an hour',
      on: { type: 'case' },
      limit: { value: 30, unit: 'min' },
      clock: 'calendar',
      target: 0.9,
    },
  ],
};

/** Random arrivals and work, load 0.8. */
export const random: Scenario = {
  id: 'Random',
  name: 'Random stream',
  run: { cases: 200, replications: 8 },
  pools: [{ id: 'Clerks', name: 'Clerks', staffing: [{ capacity: 1 }] }],
  elements: {
    Start_1: { arrivals: { interval: minutes('exponential', { mean: 1.25 }) } },
    Check: { work: minutes('exponential', { mean: 1 }), resources: [[{ pool: 'Clerks', units: 1 }]] },
  },
};

/** Writes the process with these scenarios; answers the path. */
export async function writeModel(
  folder: string,
  name: string,
  scenarios: readonly Scenario[],
  xml = PROCESS,
): Promise<string> {
  const opened = await openDocument(xml);
  if (isRefusal(opened)) throw new Error(`no document in <${xml}>`);
  writeScenarios(opened.definitions, opened.moddle, scenarios);
  return writeText(folder, name, await toXml(opened));
}

export function writeText(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
