/** Every trace file, event by event: what the engine does with the diagram is what was worked out by hand. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTraceFile, runTrace } from '../../support/trace-file.ts';

const FOLDER = 'test/fixtures/traces';
const names = readdirSync(FOLDER).flatMap((file) => /^(.*)\.trace\.json$/.exec(file)?.[1] ?? []);

describe('trace files', () => {
  it.each(names)('%s', async (name) => {
    const file = readTraceFile(`${FOLDER}/${name}.trace.json`);
    const run = await runTrace(`${FOLDER}/${name}.bpmn`, file);
    expect({ issues: run.issues, trace: run.trace }).toEqual({ issues: [...file.issues].sort(), trace: file.trace });
    for (const [path, value] of Object.entries(file.figures)) expect(run.figure(path), path).toBe(value);
  });

  it('are whole pairs', () => {
    const drawn = readdirSync(FOLDER).flatMap((file) => /^(.*)\.bpmn$/.exec(file)?.[1] ?? []);
    expect(drawn.sort()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThanOrEqual(120);
  });
});
