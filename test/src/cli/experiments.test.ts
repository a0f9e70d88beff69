import { rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonDocument, StaffingDocument, SweepDocument } from '../../../src/experiments/index.ts';
import { UnusableInput } from '../../../src/cli/unusable-input.ts';
import { readVary } from '../../../src/cli/vary.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { command, random, simulate, steady, temporaryFolder, writeModel } from './command.ts';

let folder: string;
let claims: string;

beforeAll(async () => {
  folder = temporaryFolder();
  const faster = {
    id: 'Faster',
    name: 'Two clerks',
    inherits: 'Random',
    pools: [{ ...random.pools![0]!, staffing: [{ capacity: 2 }] }],
  };
  claims = await writeModel(folder, 'claims.bpmn', [
    { ...random, slas: [{ ...steady.slas![0]!, limit: { value: 12, unit: 'min' as const } }] },
    faster,
  ]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('parameters on the command line', () => {
  const study = sketch({
    nodes: { S: 'StartEvent', A: { type: 'Task', name: 'Check = it' }, E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: { S: { arrivals: { interval: exponential(30) } }, A: { work: exponential(10), resources: by('Clerks') } },
    pools: [pool('Clerks', 3, { costPerHour: 20 })],
  });
  const read = (text: string) => {
    const { axis } = readVary(text, study);
    return [axis.parameter.kind, axis.parameter.id, axis.as, ...axis.steps];
  };

  it.each([
    ['Clerks=1..3', ['units', 'Clerks', 'value', 1, 2, 3]],
    ['Clerks.costPerHour=10,30', ['costPerHour', 'Clerks', 'value', 10, 30]],
    ['S=0.8x..1.2x:0.2x', ['arrivals', 'S', 'factor', 0.8, 1, 1.2]],
    ['Check = it=PT5M,600', ['work', 'A', 'value', 300, 600]],
    ['A=0.1..0.3:0.1', ['work', 'A', 'value', 0.1, 0.2, 0.3]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Clerks', 'vary-unreadable'],
    ['Clerks=', 'vary-unreadable'],
    ['Clerks=5..1', 'vary-unreadable'],
    ['Clerks=1..100000000', 'vary-unreadable'],
    ['Gone=1..2', 'vary-unknown'],
  ])('%s is refused', (text, code) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof UnusableInput && error.issue.code).toBe(code);
    }
  });
});

describe('experiments from a terminal', () => {
  it('compare scenarios of a file: each with the figures it has alone', async () => {
    const { code, stdout } = await command('compare', claims, `${claims}#Faster`, '--json');
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as ComparisonDocument;
    expect(document).toMatchObject({ format: 'preflight-comparison/1', replications: 8, ranking: null, bridge: null });
    const alone = JSON.parse((await simulate(claims, '--scenario', 'Faster', '--json')).stdout) as { hash: string };
    expect(document.designs[1]!.hash).toBe(alone.hash);
    const time = document.figures.find(({ path }) => path === 'cycleTime/mean')!;
    expect(time.better).toBe('lower');
    expect(time.differences[0]!.value).toBeLessThan(0);
    expect(time.differences[0]!.detectable).toBe(true);
  });

  it('sweep a pool, as JSON and as a table', async () => {
    const csv = join(folder, 'sweep.csv');
    const asked = ['--vary', 'Clerks=1..2', '--kpi', 'cycleTime/mean', '--csv', csv, '--json'];
    const { code, stdout } = await command('sweep', claims, ...asked);
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as SweepDocument;
    expect(document).toMatchObject({ format: 'preflight-sweep/1', figures: ['cycleTime/mean'], axes: [{ stated: 1 }] });
    expect(document.points[0]!.differences[0]!.value).toBe(0);
    expect(document.points[1]!.values[0]!.value).toBeLessThan(document.baseline[0]!.value!);
    expect(readFileSync(csv, 'utf8').split('\r\n')[0]).toBe(
      '\uFEFFunits Clerks,cycleTime/mean,cycleTime/mean lo,cycleTime/mean hi',
    );
  });

  it('find the staffing', async () => {
    const { code, stdout } = await command('staff', claims, '--target', '90%', '--pool', 'Clerks=1..3', '--json');
    expect(code).toBe(0);
    const document = JSON.parse(stdout) as StaffingDocument;
    expect(document).toMatchObject({ format: 'preflight-staffing/1', goals: [{ target: 0.9 }] });
    expect(document.plans[document.best!]!.staffing).toEqual({ Clerks: [2] });
  });

  it('say what is wrong', async () => {
    const one = await command('compare', claims);
    expect([one.code, one.stderr]).toEqual([2, expect.stringContaining('as-is.bpmn#Today')]);
    const nothing = await command('sweep', claims);
    expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('--vary Clerks=1..6')]);
    const gone = await command('staff', claims, '--sla', 'Gone');
    expect([gone.code, gone.stderr]).toEqual([2, expect.stringContaining('Gone')]);
  });
});
