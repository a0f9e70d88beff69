/** The table of supported elements says what the engine does; `vitest -u` writes it anew. */
import { existsSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { behaviorOf, type FlowNode } from '#simulation';
import { behaviors } from '../simulation/behaviors/index.ts';
import { conformanceRows, type ConformanceRow, type SampleNode } from '../src/views/help/conformance/index.ts';
import { readTraceFile } from './support/trace-file.ts';

const TRACES = 'test/fixtures/traces';
const name = ({ element, position }: ConformanceRow): string => `${element()}, ${position()}`;
const nodeOf = (sample: SampleNode): FlowNode => ({
  id: 'It',
  scope: 'Process',
  incoming: [],
  outgoing: [],
  ...sample,
});

describe('docs/elements.md', () => {
  it.each(conformanceRows.map((row) => [name(row), row] as const))('%s: the engine runs it', (_, { nodes }) => {
    expect(nodes.filter((node) => behaviorOf(nodeOf(node)) === undefined)).toEqual([]);
  });

  it('has a row for every behavior of the engine', () => {
    const shown = conformanceRows.flatMap(({ nodes }) => nodes.map((node) => behaviorOf(nodeOf(node))?.name));
    expect(behaviors.map((behavior) => behavior.name).filter((known) => !shown.includes(known))).toEqual([]);
  });

  it('has no blank cell and no row twice', () => {
    const rows = conformanceRows.map((row) => [row.element(), row.position(), row.happens()]);
    expect(rows.flat().filter((cell) => cell.trim() === '')).toEqual([]);
    expect(new Set(conformanceRows.map(name)).size).toBe(conformanceRows.length);
  });

  it('names traces that exist', () => {
    const lost = conformanceRows
      .filter(({ trace }) => !existsSync(`${TRACES}/${trace}.trace.json`))
      .map((r) => r.trace);
    expect(lost).toEqual([]);
  });

  it('is up to date', async () => {
    const path = 'docs/elements.md';
    const config = await resolveConfig(path);
    await expect(await format(page(), { ...config, filepath: path })).toMatchFileSnapshot(`../${path}`);
  });
});

const line = (row: ConformanceRow): string => {
  const { shows } = readTraceFile(`${TRACES}/${row.trace}.trace.json`);
  return `| ${row.element()} | ${row.position()} | ${row.happens()} | [${row.trace}](../${TRACES}/${row.trace}.trace.json "${shows.replace(/"/g, '')}") |`;
};

const page = (): string => `# BPMN elements in a run

This page is written by \`test/elements.test.ts\`, which asks the engine about every row and fails when the page is out of date. Each
trace is a pair of files under \`${TRACES}/\`: a diagram, and what happens in it when, worked out by hand. There are more
of them than the table names; the number in front is that of the rule they show.

| Element | Where | What happens | Trace |
| --- | --- | --- | --- |
${conformanceRows.map(line).join('\n')}

What is thrown takes effect before the token of the thrower moves on. Work that is done at the instant at which a timer is due is
done. A model with something else is not run: an error names the element, which can be drawn, edited and saved all the same.

## Conditions and data

Conditions, counts and new values of attributes are FEEL over the attributes of a case, which are drawn when it arrives and changed
by activities and events. A data object whose state an activity puts out can be asked for by its name: \`Order = "accepted"\`. Loops
and multi-instance activities know \`loopCounter\`, \`numberOfInstances\`, \`numberOfActiveInstances\`, \`numberOfCompletedInstances\` and
\`numberOfTerminatedInstances\`, complex gateways \`activationCount\`. A name that means nothing is an error before the run.

## Pools and messages

A case of a collaboration is the whole conversation: its instances in all pools. A message goes to whoever of the case waits for it,
else begins an instance at a start event, else is kept. Nodes without message flows exchange a message when both refer to the same
one. A pool without a process is a black box: it answers its latency, given on the message flow, after it was asked last.

## Without effect on a run

Data stores, groups, text annotations, lanes and the borders of pools are kept and not looked at. The first proposal of parameters
makes one resource pool per lane.
`;
