import { describe, expect, it } from 'vitest';
import { asksForHelp, languageOf, readOptions } from '../../../src/cli/options.ts';
import { UnusableInput } from '../../../src/cli/unusable-input.ts';

const read = (...args: string[]) => readOptions(args, 4);

function refused(...args: string[]) {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof UnusableInput) return { code: error.issue.code, ...error.issue.values };
    throw error;
  }
  return undefined;
}

describe('the arguments', () => {
  it('need nothing but a file', () => {
    expect(read('a.bpmn')).toEqual({ file: 'a.bpmn', beside: [], overrides: {}, workers: 4, json: false });
  });

  it('take further files as parameters of the first', () => {
    expect(read('a.bpmn', '--json', 'global.xml', 'sim.xml')).toMatchObject({
      file: 'a.bpmn',
      beside: ['global.xml', 'sim.xml'],
    });
  });

  it('may come in any order, with spaces or equals signs', () => {
    expect(
      read(
        ...['--seed', 'luck', '--json', '--replications=50', 'my process.bpmn', '--cases', '1000', '--horizon', 'P28D'],
        ...['--warm-up', 'PT36H', '--scenario', 'Today', '--workers', '2', '--log', 'out/Log.XES', '--lang', 'zh-CN'],
      ),
    ).toEqual({
      file: 'my process.bpmn',
      beside: [],
      scenario: 'Today',
      overrides: { seed: 'luck', replications: 50, cases: 1000, horizon: 28 * 86_400_000, warmUp: 36 * 3_600_000 },
      workers: 2,
      json: true,
      log: { path: 'out/Log.XES', format: 'xes' },
    });
  });

  it('take any text as a seed, also none and one like a number', () => {
    expect(read('a.bpmn', '--seed', '').overrides).toEqual({ seed: '' });
    expect(read('a.bpmn', '--seed', '-1').overrides).toEqual({ seed: '-1' });
    expect(read('a.bpmn', '--seed=9007199254740993').overrides).toEqual({ seed: '9007199254740993' });
  });

  it('ask for a precision relative to the mean, as a duration or in the unit of the figure', () => {
    const asked = (...args: string[]) => read('a.bpmn', '--precision', ...args).precision;
    expect(asked('cycleTime/mean=5%')).toEqual({ figure: 'cycleTime/mean', wanted: { relative: 0.05 } });
    expect(asked('cycleTime/p90=PT2H')).toEqual({ figure: 'cycleTime/p90', wanted: { absolute: 7200 } });
    expect(asked('slas/A=B/hitRate=0.02', '--max-replications', '500')).toEqual({
      figure: 'slas/A=B/hitRate',
      wanted: { absolute: 0.02 },
      most: 500,
    });
  });

  it.each(['cycleTime/mean', '=5%', 'cycleTime/mean=', 'cycleTime/mean=0', 'cycleTime/mean=-1', 'cycleTime/mean=much'])(
    'refuse the precision %s',
    (given) => {
      expect(refused('a.bpmn', '--precision', given)).toEqual({ code: 'precision-unreadable', given });
    },
  );

  it('refuse the most replications of no precision', () => {
    expect(refused('a.bpmn', '--max-replications', '9')?.code).toBe('option-needs-another');
  });

  it('after -- are files', () => {
    expect(read('--', '--odd.bpmn').file).toBe('--odd.bpmn');
  });

  it('use at most eight threads unless told otherwise', () => {
    expect(readOptions(['a.bpmn'], 64).workers).toBe(8);
    expect(readOptions(['a.bpmn', '--workers', '16'], 64).workers).toBe(16);
    expect(readOptions(['a.bpmn'], 0).workers).toBe(1);
  });

  it.each(['0', '-1', '2.5', 'many', '', '1e9', 'NaN', 'Infinity', '0x10'])('refuse %j replications', (given) => {
    expect(refused('a.bpmn', '--replications', given)).toMatchObject({
      code: 'option-not-a-count',
      option: '--replications',
      given,
    });
  });

  it.each(['1e12', '1000000000001', '0', '-5'])('refuse %s cases', (given) => {
    expect(refused('a.bpmn', '--cases', given)).toMatchObject({ code: 'option-not-a-count', given, most: 1e9 });
  });

  it.each(['5 days', 'P', 'PT', '-P1D', 'PT0S', 'P1X', '', '7', 'P99999999Y', 'P1.2.3D'])(
    'refuse a horizon of %j',
    (given) => {
      expect(refused('a.bpmn', '--horizon', given)).toMatchObject({ code: 'option-not-a-duration', given });
    },
  );

  it('allow no warm-up but not a negative one', () => {
    expect(read('a.bpmn', '--warm-up', 'PT0S').overrides).toEqual({ warmUp: 0 });
    expect(refused('a.bpmn', '--warm-up', '-PT1H')).toMatchObject({ code: 'option-not-a-duration' });
  });

  it.each([
    [[], 'file-not-named'],
    [[''], 'file-not-named'],
    [['a.bpmn', '--replicatons', '5'], 'option-unknown'],
    [['a.bpmn', '-x'], 'option-unknown'],
    [['a.bpmn', '--seed'], 'option-without-value'],
    [['a.bpmn', '--json=yes'], 'option-with-value'],
    [['a.bpmn', '--log', 'log.txt'], 'log-format-unknown'],
    [['a.bpmn', '--log', 'csv'], 'log-format-unknown'],
    [['a.bpmn', '--lang', 'fr'], 'language-unknown'],
  ])('refuse %j as %s', (args, code) => {
    expect(refused(...args)).toMatchObject({ code });
  });

  it('tell the language and the wish for help before anything else', () => {
    expect(languageOf(['--lang', 'zh-CN', '--nonsense'])).toBe('zh-CN');
    expect(languageOf(['--lang', 'fr'])).toBe('en');
    expect(asksForHelp(['-h'])).toBe(true);
    expect(asksForHelp(['a.bpmn', '--help', '--nonsense'])).toBe(true);
    expect(asksForHelp(['a.bpmn'])).toBe(false);
  });
});
