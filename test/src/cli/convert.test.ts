/** Parameters of other simulators on the command line: simulated beside their process, and written for others. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '#simulation';
import { bimp, process as orders, prosimosV2, SIMUBRIDGE } from '../importers/files.ts';
import { readConvertOptions } from '../../../src/cli/convert-options.ts';
import { command, convert, simulate, temporaryFolder, writeText } from './command.ts';

let folder: string;
let files: Readonly<Record<'qbp' | 'orders' | 'prosimos' | 'simubridge', string>>;

beforeAll(() => {
  folder = temporaryFolder();
  files = {
    qbp: writeText(folder, 'qbp.bpmn', bimp),
    orders: writeText(folder, 'orders.bpmn', orders()),
    prosimos: writeText(folder, 'prosimos.json', prosimosV2),
    simubridge: writeText(folder, 'warehouse.json', SIMUBRIDGE),
  };
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('simulate', () => {
  it.each([
    ['Prosimos beside its process, in any order', () => [files.prosimos, files.orders, '--cases', '50'], 50],
    ['SimuBridge, which brings its process', () => [files.simubridge], 200],
  ])('takes %s', async (_, args, cases) => {
    const { code, stdout } = await simulate(...args(), '--replications', '2', '--json');
    const result = JSON.parse(stdout) as ResultDocument;
    expect([code, result.cases.started.value]).toEqual([0, cases]);
    expect(result.issues.filter(({ code: found }) => found === 'dialect-read')).toHaveLength(1);
  });

  it('says that parameters need their process', async () => {
    const { code, stdout, stderr } = await simulate(files.prosimos);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Error: prosimos\.json holds Prosimos parameters without their process/);
  });
});

describe('simulate --results', () => {
  it('writes the process with parameters and results, which the next reader is told of', async () => {
    const out = join(folder, 'with-results.bpmn');
    const { code, stderr } = await simulate(files.qbp, '--replications', '2', '--results', out);
    expect(code).toBe(0);
    expect(stderr).toMatch(/Note: The results of “QBP” were written as means over 2 replications\./);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(/<bpsim:Scenario [^>]*vendor="Preflight" result="/);
    const again = await simulate(out, '--replications', '2', '--json');
    expect((JSON.parse(again.stdout) as ResultDocument).cases.started.value).toBe(500);
  });

  it.each([
    ['a name that says no format', () => join(folder, 'results.txt'), /^Error: The format of the results/],
    ['its own input', () => files.qbp, /^Error: Writing .* would replace a file that is read/],
  ])('given %s ends with exit code 2 and one line', async (_, out, message) => {
    const { code, stdout, stderr } = await simulate(files.qbp, '--results', out());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('convert', () => {
  it('writes for another simulator, names the files and reports the losses', async () => {
    const out = join(folder, 'handed.json');
    const { code, stdout, stderr } = await command('convert', files.qbp, '--to', 'prosimos', out);
    const beside = join(folder, 'handed-prosimos.bpmn');
    expect([code, stdout]).toEqual([0, `${out}\n${beside}\n`]);
    expect(stderr).toMatch(/Warning: The fixed cost of “Check order” was left out: Prosimos has no place for it\./);
    const again = await simulate(out, beside, '--replications', '2', '--json');
    expect((JSON.parse(again.stdout) as ResultDocument).cases.started.value).toBe(500);
  });

  it('writes BPSim alone when the name says so', async () => {
    const out = join(folder, 'alone.bpsim');
    expect((await convert(files.qbp, '--to', 'bpsim', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/^<\?xml[^>]*>\n<bpsim:BPSimData /);
  });

  it.each([
    ['its own input as output', () => files.qbp, /would replace a file that is read/],
    ['a folder that is not there', () => join(folder, 'no', 'x.bpmn'), /cannot be written/],
  ])('given %s ends with exit code 2 and one line', async (_, out, message) => {
    const { code, stdout, stderr } = await convert(files.qbp, '--to', 'qbp', out());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });

  it.each([
    [['a.bpmn', 'out.bpmn'], 'convert-without-format'],
    [['a.bpmn', '--to', 'bizagi', 'out.bpm'], 'convert-format-unknown'],
    [['a.bpmn', '--to', 'qbp'], 'convert-files-not-named'],
    [['a.bpmn', '--to', 'qbp', '--what', 'out.bpmn'], 'option-unknown'],
  ])('refuses %j', (args, code) => {
    expect(() => readConvertOptions(args)).toThrow(code);
  });
});
