/** The command line on the samples: the published shape, the same figures for any number of workers, whole event logs. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { isRefusal, openDocument, readScenarios, toXml, writeScenarios } from '../../../src/bpmn/index.ts';
import { simulate, temporaryFolder } from './command.ts';
import { ResultSchema } from './result-schema.ts';

const SAMPLES = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.bpmn'))
  .sort()
  .map((file) => join('samples', file));

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function result(...args: string[]): Promise<v.InferOutput<typeof ResultSchema>> {
  const { code, stdout, stderr } = await simulate(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return v.parse(ResultSchema, JSON.parse(stdout));
}

describe.each(SAMPLES)('%s', (file) => {
  it('has a result of the published shape, the same for 1 and 3 workers', async () => {
    const one = await result(file, '--replications', '3', '--workers', '1');
    expect(await result(file, '--replications', '3', '--workers', '3')).toEqual(one);
    expect(one.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(one.cases.completed.value).toBeGreaterThan(0);
  });

  it('has no intervals with one replication, and logs as many executions as it counts', async () => {
    const path = join(folder, 'log.csv');
    const { activities, cycleTime } = await result(file, '--replications', '1', '--log', path);
    expect(cycleTime.mean.ci95).toBeNull();
    const ended = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\r\n')
      .filter((row) => row.endsWith(',false')).length;
    const counted = Object.values(activities).reduce((sum, a) => sum + (a.executions.value ?? 0), 0);
    expect(counted).toBeGreaterThan(0);
    // A warm-up is in the log and not in the figures.
    expect(ended).toBeGreaterThanOrEqual(counted);
  });

  it('stays as it is when it is opened and saved, and when its scenarios are written again', async () => {
    const opened = await openDocument(readFileSync(file));
    if (isRefusal(opened)) throw new Error(JSON.stringify(opened.issues));
    const saved = await toXml(opened);
    const { scenarios } = readScenarios(opened.definitions);
    writeScenarios(opened.definitions, opened.moddle, scenarios);
    expect(await toXml(opened)).toBe(saved);
    const again = await openDocument(saved);
    if (isRefusal(again)) throw new Error(JSON.stringify(again.issues));
    expect(readScenarios(again.definitions)).toEqual({ scenarios, issues: [] });
  });
});

const canCheck = spawnSync('xmllint', ['--version']).status === 0;
if (!canCheck) console.warn('skipped: xmllint is not installed');

it.skipIf(!canCheck)('an XES log is well-formed (needs xmllint)', async () => {
  const path = join(folder, 'log.xes');
  await result('samples/complaint-handling/as-is.bpmn', '--replications', '2', '--log', path);
  expect(spawnSync('xmllint', ['--noout', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
});
