import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResultDocument } from '#simulation';
import { widthOf } from '../../../src/cli/terminal-text.ts';
import { command, PROCESS, random, simulate, steady, temporaryFolder, writeModel, writeText } from './command.ts';

let folder: string;
let model: string;

beforeAll(async () => {
  folder = temporaryFolder();
  model = await writeModel(folder, 'claims.bpmn', [steady, random]);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function resultOf(...args: string[]): Promise<ResultDocument> {
  const { code, stdout, stderr } = await simulate(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as ResultDocument;
}

describe('the result as JSON', () => {
  it('is what the published shape says, in seconds, and exact for a deterministic queue', async () => {
    const result = await resultOf(model);

    expect(result).toMatchObject({
      format: 'preflight-result/1',
      model: { file: 'claims.bpmn', sha256: createHash('sha256').update(readFileSync(model)).digest('hex') },
      scenario: { id: 'Steady', name: 'Steady stream' },
      seed: 'a',
      replications: 2,
      cases: {
        started: { value: 100, ci95: [100, 100] },
        completed: { value: 100 },
        failed: { value: 0 },
        open: { value: 0 },
      },
      // Case n waits 30 (n − 1) s: on average 1485 s, at most 2970 s, then 90 s of work.
      cycleTime: { mean: { value: 1575, ci95: [1575, 1575] }, min: { value: 90 }, max: { value: 3060 } },
      decomposition: { working: { value: 90 }, queuedContention: { value: 1485 }, external: { value: 0 } },
      // 30 (n − 1) + 90 ≤ 1800 holds for n ≤ 58.
      slas: [
        {
          id: 'Sla_1',
          name: 'Within half an hour',
          limit: 1800,
          target: 0.9,
          clock: 'calendar',
          hitRate: { value: 0.58 },
        },
      ],
      activities: {
        Check: {
          name: '审核理赔',
          executions: { value: 100 },
          queue: { mean: { value: 1485 } },
          work: { mean: { value: 90 } },
          elapsed: { mean: { value: 1575 } },
        },
      },
      flows: { Flow_1: { value: 100 }, Flow_2: { value: 100 } },
      resources: { Clerks: { name: 'Clerks', capacity: 1, utilisation: { value: 1 }, busy: { value: 9000 } } },
      cost: { perCase: { value: 1.5 }, busy: { value: 150 } },
    });
    expect(result.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has no interval with one replication', async () => {
    const { replications, cycleTime } = await resultOf(model, '--replications', '1');
    expect([replications, cycleTime.mean]).toEqual([1, { value: 1575, ci95: null }]);
  });

  it('holds the findings', async () => {
    const bare = writeText(folder, 'bare.bpmn', PROCESS);
    const { issues, scenario } = await resultOf(bare, '--replications', '2', '--cases', '20');
    const proposed = issues.find(({ code }) => code === 'scenario-proposed');
    expect(proposed).toMatchObject({ severity: 'warning', elementId: null });
    expect(proposed?.message).toContain('bare.bpmn');
    expect(scenario.name).not.toBe('');
  });

  it('starts as many cases as asked for, even where the end of the run is a guess', async () => {
    const bare = writeText(folder, 'counted.bpmn', PROCESS);
    const { cases } = await resultOf(bare, '--replications', '2', '--cases', '1234');
    expect(cases.started.value).toBe(1234);
  });

  it('is the same, byte by byte, for any number of workers', async () => {
    const answers = await Promise.all(
      ['1', '2', '4'].map((workers) => simulate(model, '--scenario', 'Random', '--json', '--workers', workers)),
    );
    expect(answers[0]?.code).toBe(0);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    // As a user starts it, by default on all cores.
    expect(await command('simulate', model, '--scenario', 'Random', '--json')).toEqual(answers[0]);
  });

  it('goes on until a figure is known well enough, to the same replication for any number of workers', async () => {
    const options = ['--scenario', 'Random', '--precision', 'cycleTime/mean=8%', '--replications', '10'];
    const [one, ...more] = await Promise.all(
      ['1', '3', '4'].map((workers) => simulate(model, ...options, '--json', '--workers', workers)),
    );
    expect(one?.code).toBe(0);
    for (const answer of more) expect(answer).toEqual(one);
    const { replications, precision, cycleTime, hash } = JSON.parse(one?.stdout ?? '') as ResultDocument;
    expect(precision).toMatchObject({ figure: 'cycleTime/mean', wanted: { relative: 0.08 }, reached: true });
    expect(precision?.halfWidth).toBeLessThanOrEqual((0.08 / 1.08) * (cycleTime.mean.value ?? 0));
    // A run of exactly so many replications is the same run.
    expect(replications).toBeGreaterThan(10);
    const fixed = await resultOf(model, '--scenario', 'Random', '--replications', `${replications}`);
    expect(fixed.hash).toBe(hash);
  });

  it('says in words whether the precision was reached', async () => {
    const { stdout } = await simulate(
      model,
      '--scenario',
      'Random',
      '--precision',
      'cycleTime/mean=1',
      '--max-replications',
      '12',
    );
    expect(stdout).toMatch(/Mean cycle time: known to ±.* after 12 replications; ±1 s would take about [\d,]+/);
    const refusal = await simulate(model, '--precision', 'cycleTime/median=1');
    expect(refusal.code).toBe(2);
    expect(refusal.stderr).toContain('cycleTime/median');
  });

  it('depends on the seed', async () => {
    const [one, again, other] = await Promise.all(
      ['1', '1', '2'].map((seed) => resultOf(model, '--scenario', 'Random', '--seed', seed)),
    );
    expect(again).toEqual(one);
    expect(other?.hash).not.toBe(one?.hash);
    expect(other?.seed).toBe('2');
  });

  it('obeys horizon and warm-up', async () => {
    const all = ['--scenario', 'Steady', '--cases', '1000'];
    const { cases } = await resultOf(model, ...all, '--horizon', 'PT10M');
    expect(cases).toMatchObject({ started: { value: 11 }, completed: { value: 6 }, open: { value: 5 } });
    const later = await resultOf(model, ...all, '--horizon', 'PT10M', '--warm-up', 'PT5M');
    expect(later.cases.started.value).toBeLessThan(11);
  });
});

describe('the report', () => {
  it('tells figures with intervals, promises with a verdict, and names from the file', async () => {
    const { code, stdout, stderr } = await command('simulate', model);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('claims.bpmn · Steady stream');
    expect(stdout).toMatch(/^Mean +26 min 15 s +26 min 15 s–26 min 15 s$/m);
    expect(stdout).toMatch(/^Within half an hour +30 min +90\.0 % +58\.0 % .* missed$/m);
    expect(stdout).toMatch(/^审核理赔 +100 /m);
    expect(stdout).toMatch(/^Clerks +1 +100\.0 % /m);
  });

  it('is aligned where names are wide', async () => {
    const { stdout } = await simulate(model);
    const [head = '', row = ''] =
      stdout
        .split('\n\n')
        .find((section) => section.startsWith('Activities'))
        ?.split('\n') ?? [];
    const executions = widthOf(head.slice(0, head.indexOf('Executions'))) + 'Executions'.length;
    const at = row.indexOf('100') + 3;
    expect(widthOf(row.slice(0, at))).toBe(executions);
  });

  it('says so when there are no intervals', async () => {
    const { stdout } = await simulate(model, '--replications', '1');
    expect(stdout).toContain('1 replication, so no intervals');
    expect(stdout).toContain('too few replications to tell');
  });

  it('shows findings on standard error', async () => {
    const bare = writeText(folder, 'noted.bpmn', PROCESS);
    const { stdout, stderr } = await simulate(bare, '--replications', '2', '--cases', '20');
    expect(stderr).toMatch(/^Warning: “noted\.bpmn” has no scenario/m);
    expect(stdout).not.toContain('Warning');
  });

  it('speaks Chinese', async () => {
    const { code, stdout } = await simulate(model, '--lang', 'zh-CN');
    expect(code).toBe(0);
    expect(stdout).toContain('26 分钟 15 秒');
  });
});

describe('input that can be used after all', () => {
  it('scales shares of 0.6 and 0.6 and says so', async () => {
    const xml = readFileSync('samples/complaint-handling/as-is.bpmn', 'utf8')
      .replace('FloatingParameter value="0.85"', 'FloatingParameter value="0.6"')
      .replace('FloatingParameter value="0.15"', 'FloatingParameter value="0.6"');
    const { code, stderr } = await simulate(writeText(folder, 'shares.bpmn', xml), '--replications', '2');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: The shares of ‘.+’ add up to 1\.2, not to 1, and are scaled to 100 %\..*\n$/);
  });

  it('begins where nothing flows in when there is no start event', async () => {
    const xml = PROCESS.replace(/<bpmn:startEvent[\s\S]*?<\/bpmn:startEvent>/, '')
      .replace(/<bpmn:sequenceFlow id="Flow_1"[^>]*>/, '')
      .replace('<bpmn:incoming>Flow_1</bpmn:incoming>', '');
    const { code, stdout, stderr } = await simulate(writeText(folder, 'no-start.bpmn', xml), '--replications', '2');
    expect(code).toBe(0);
    expect(stderr).toMatch(/has no start event, so every step without an incoming flow begins at once/);
    expect(stdout).toMatch(/^审核理赔 +[1-9]/m);
  });
});

describe('help', () => {
  it('names every option', async () => {
    const { code, stdout } = await command('simulate', '--help');
    expect(code).toBe(0);
    for (const option of [
      'scenario',
      'replications',
      'cases',
      'horizon',
      'warm-up',
      'seed',
      'workers',
      'json',
      'log',
      'lang',
    ]) {
      expect(stdout).toContain(`--${option}`);
    }
  });
});

describe('an event log', () => {
  it('as CSV has a row per execution of all replications', async () => {
    const path = join(folder, 'log.csv');
    expect(await command('simulate', model, '--log', path)).toMatchObject({ code: 0 });
    const [head, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
    expect(head).toBe(
      'case_id,activity,element_id,enable_time,start_time,end_time,resource,pool,replication,cancelled',
    );
    expect(rows).toHaveLength(200);
    // Case 3 comes after two minutes and waits one.
    expect(rows[2]).toBe(
      '1-3,审核理赔,Check,2026-01-05T00:02:00.000+00:00,2026-01-05T00:03:00.000+00:00,2026-01-05T00:04:30.000+00:00,Clerks 1,Clerks,1,false',
    );
    expect(rows[199]).toMatch(/^2-100,.*,2,false$/);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it('as XES has a trace per case with a start and a complete event per execution', async () => {
    const path = join(folder, 'log.xes');
    expect(await simulate(model, '--log', path, '--replications', '1', '--cases', '5')).toMatchObject({ code: 0 });
    const xml = readFileSync(path, 'utf8');
    expect(xml.match(/<trace>/g)).toHaveLength(5);
    expect(xml.match(/value="start"/g)).toHaveLength(5);
    expect(xml.match(/transition" value="complete"/g)).toHaveLength(6); // one is the default of the head
    expect(xml).toContain('<date key="time:timestamp" value="2026-01-05T00:01:30.000+00:00"/>');
    expect(xml.trimEnd()).toMatch(/<\/log>$/);
  });

  it('does not change the figures', async () => {
    const plain = await simulate(model, '--scenario', 'Random', '--json');
    const logged = await simulate(model, '--scenario', 'Random', '--json', '--log', join(folder, 'again.csv'));
    expect(logged).toEqual(plain);
  });
});

describe('unusable input', () => {
  const ZIP = Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0);

  /** [what, arguments, what the one line says] */
  const cases: readonly [string, () => string[], RegExp][] = [
    ['no file', () => [], /No file was named/],
    ['a missing file', () => [join(folder, 'nothing.bpmn')], /nothing\.bpmn” does not exist/],
    ['a folder', () => [folder], /is a folder/],
    ['an empty file', () => [writeText(folder, 'empty.bpmn', '')], /empty/],
    ['plain text', () => [writeText(folder, 'text.bpmn', 'hello')], /text/],
    ['an archive', () => [writeText(folder, 'zip.bpmn', ZIP)], /zip/i],
    ['truncated XML', () => [writeText(folder, 'cut.bpmn', PROCESS.slice(0, 700))], /cut\.bpmn|line/],
    [
      'other XML',
      () => [writeText(folder, 'other.bpmn', '<svg xmlns="http://www.w3.org/2000/svg"/>')],
      /SVG|picture|drawing/i,
    ],
    [
      'DMN',
      () => [writeText(folder, 'rules.dmn', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>')],
      /rules\.dmn is a decision table \(DMN\)\. Open the process/,
    ],
    [
      'a pool of nobody',
      () => [changed('pool.bpmn', 'NumericParameter value="1" />', 'NumericParameter value="0" />')],
      /‘审核理赔’ needs ‘Clerks’, which has nobody\. Add at least 1/,
    ],
    [
      'a negative duration',
      () => [changed('negative.bpmn', '<bpsim:FloatingParameter value="1.5"', '<bpsim:FloatingParameter value="-1.5"')],
      /审核理赔: .* cannot be negative\. Enter 0 or more/,
    ],
    ['an unknown scenario', () => [model, '--scenario', 'Nope'], /“Nope”.*Steady \(Steady stream\), Random/],
    [
      'a scenario where there are none',
      () => [writeText(folder, 'none.bpmn', PROCESS), '--scenario', 'X'],
      /no scenario “X”; it has none at all/,
    ],
    ['no replications', () => [model, '--replications', '0'], /--replications cannot be “0”/],
    ['negative replications', () => [model, '--replications', '-1'], /--replications cannot be “-1”/],
    ['half a replication', () => [model, '--replications', '2.5'], /--replications cannot be “2\.5”/],
    ['replications in words', () => [model, '--replications', 'many'], /--replications cannot be “many”/],
    ['too many cases', () => [model, '--cases', '1e12'], /--cases cannot be “1e12”.*1000000000/],
    ['a bad horizon', () => [model, '--horizon', '5 days'], /--horizon cannot be “5 days”.*ISO 8601/],
    ['a bad warm-up', () => [model, '--warm-up', '-PT5H'], /--warm-up cannot be/],
    ['an unknown option', () => [model, '--sed', '7'], /no option --sed/],
    ['a log in another format', () => [model, '--log', join(folder, 'x.txt')], /\.csv or \.xes/],
    ['a log nowhere', () => [model, '--log', join(folder, 'no/such/place.csv')], /place\.csv” cannot be written/],
    [
      'a log over a folder',
      () => {
        mkdirSync(join(folder, 'dir.csv'), { recursive: true });
        return [model, '--log', join(folder, 'dir.csv')];
      },
      /dir\.csv” cannot be written/,
    ],
  ];

  /** The model with some text replaced. */
  const changed = (name: string, from: string, to: string): string => {
    const xml = readFileSync(model, 'utf8');
    expect(xml).toContain(from);
    return writeText(folder, name, xml.replaceAll(from, to));
  };

  it.each(cases)('%s ends with exit code 2 and one line', async (_, args, message) => {
    const { code, stdout, stderr } = await simulate(...args());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^Error: /);
    expect(stderr).toMatch(message);
  });

  it('like a model that cannot run names the element', async () => {
    const broken = await writeModel(folder, 'broken.bpmn', [
      {
        ...steady,
        elements: {
          ...steady.elements,
          Check: { ...steady.elements?.['Check'], resources: [[{ pool: 'Clerks', units: 3 }]] },
        },
      },
    ]);
    const { code, stdout, stderr } = await command('simulate', broken);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Error: .*审核理赔/);
  });

  it('is reported in the language asked for', async () => {
    const { code, stderr } = await command('simulate', join(folder, 'nothing.bpmn'), '--lang', 'zh-CN');
    expect([code, stderr.includes('nothing.bpmn')]).toEqual([2, true]);
  });

  it('leaves no log behind', async () => {
    const path = join(folder, 'never.csv');
    await simulate(join(folder, 'nothing.bpmn'), '--log', path);
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
  });
});
