/** The table of supported elements says what the engine does; `vitest -u` writes it anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { compile } from '#simulation';
import { behaviors } from '../simulation/behaviors/index.ts';
import { rows, type Row } from './support/conformance.ts';
import { sketch } from './support/model.ts';

const SEMANTICS = 'test/simulation/semantics';
const traces = readdirSync(SEMANTICS).map((file) => ({ file, text: readFileSync(`${SEMANTICS}/${file}`, 'utf8') }));

describe('docs/elements.md', () => {
  it.each(rows)('$element, $position: the engine agrees', ({ node, happens }) => {
    const study = sketch({ nodes: { Host: 'Task', It: node }, flows: [] });
    const refused = compile(study).issues.filter((i) => i.code === 'element-not-supported');
    expect(refused.map((i) => i.elementId)).toEqual(happens === undefined ? ['It'] : []);
  });

  it('has a row for every behavior of the engine', () => {
    const shown = sketch({ nodes: Object.fromEntries(rows.map(({ node }, i) => [`Row_${i}`, node])), flows: [] });
    const missing = behaviors.filter((behavior) => !shown.model.nodes.some((node) => behavior.handles(node)));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('names traces that exist', () => {
    const lost = rows.filter(({ trace }) => trace !== undefined && !fileOf(trace)).map(({ trace }) => trace);
    expect(lost).toEqual([]);
  });

  it('is up to date', async () => {
    const path = 'docs/elements.md';
    const config = await resolveConfig(path);
    await expect(await format(page(), { ...config, filepath: path })).toMatchFileSnapshot(`../${path}`);
  });
});

const fileOf = (trace: string): string | undefined => traces.find(({ text }) => text.includes(`it('${trace}'`))?.file;

function page(): string {
  const simulated = rows.filter(({ happens }) => happens !== undefined);
  const refused = rows.filter(({ happens }) => happens === undefined);
  return `# Supported BPMN elements

This page is written by \`test/elements.test.ts\`, which asks the engine about every row and fails when the page is out of date.
The traces are tests under \`${SEMANTICS}/\` with exact times worked out by hand.

## Simulated

| Element | Where | What happens | Trace |
| --- | --- | --- | --- |
${simulated.map(line).join('\n')}

## Not simulated yet

A model with one of these is not run. An error names the element before the run; the diagram can be drawn, edited and saved.

| Element | Where |
| --- | --- |
${refused.map(({ element, position }) => `| ${element} | ${position} |`).join('\n')}

## Without effect on a run

Data objects, data stores, groups and text annotations are kept and not looked at. Lanes and pools have no effect of their own: the
first proposal of parameters makes one resource pool per lane. A pool without a process is a black box: its message comes after the
latency given on the message flow, else after the delay given where it is awaited.
`;
}

const line = ({ element, position, happens, trace }: Row): string =>
  `| ${element} | ${position} | ${happens ?? ''} | ${trace === undefined ? '' : `\`${fileOf(trace) ?? ''}\`: ${trace}`} |`;
