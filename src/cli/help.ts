/** What `--help` says. */
import { msg } from '@lit/localize';
import { dialectWriters } from '../dialects/index.ts';
import { padEnd, widthOf } from './terminal-text.ts';

type Option = readonly [option: string, text: string];

/** The help of a command. */
export function help(command: string): string {
  switch (command) {
    case 'compare':
      return page(
        msg('Sets designs against each other under the same luck and prints the differences with 95 % intervals.'),
        'compare -- BASELINE.bpmn OTHER.bpmn …',
        [msg('A scenario other than the first of a file is named behind it: as-is.bpmn#MoreEngineers.')],
        [
          ['--bridge', msg('share the difference out among the single changes (slower)')],
          ['--primary FIGURE', msg('figure to rank more than two designs by, such as cycleTime/p90')],
        ],
      );
    case 'sweep':
      return page(
        msg('Runs a process with one or two parameters over ranges, all under the same luck.'),
        'sweep -- FILE.bpmn --vary NAME=STEPS …',
        [
          msg(
            'NAME is the id or name of a pool (its people), a start (cases per hour), a step (mean seconds of work) or a branch (its share).',
          ),
          msg('STEPS: 1..6, 0.1..0.5:0.1, PT5M,PT10M, or factors on what the file says: 0.8x..1.2x:0.1x.'),
        ],
        [
          ['--vary NAME=STEPS', msg('parameter and its values; twice for a grid')],
          ['--kpi FIGURE', msg('figure to show, such as slas/Case/hitRate; several times for several')],
          ['--csv FILE', msg('write the figures as a table')],
        ],
      );
    case 'staff':
      return page(
        msg('Finds the cheapest staffing that keeps the promises, with a stated guarantee.'),
        'staff -- FILE.bpmn [--target 0.95]',
        [],
        [
          ['--target SHARE', msg('hit rate to reach in a period; default: the target of each service level')],
          ['--sla ID', msg('promise to keep, several times for several; default: all about whole cases')],
          [
            '--pool ID=MIN..MAX',
            msg('pool and its bounds; default: all pools, up to twice the people of today and one more'),
          ],
          ['--shifts ID=08:00+8h,…', msg('shifts the people of the pool may be put on')],
          ['--assurance SHARE', msg('share of the periods in which the promises must be kept; default 0.95')],
        ],
      );
    case 'convert':
      return convertHelp();
    default:
      return simulateHelp();
  }
}

function page(what: string, usage: string, notes: readonly string[], own: readonly Option[]): string {
  return [
    what,
    '',
    `  npm run -s ${usage} [${msg('options')}]`,
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
    ...lines([...own, ...common()]),
    '',
    footer(),
    '',
  ].join('\n');
}

const common = (): readonly Option[] => [
  ['--replications N', msg('independent repetitions; more make intervals narrower; default: the scenario’s, else 30')],
  ['--cases N', msg('cases to start in each replication')],
  ['--horizon DURATION', msg('simulated time to observe, such as P28D')],
  ['--warm-up DURATION', msg('simulated time before observation starts')],
  ['--seed TEXT', msg('any text; the same seed gives the same figures')],
  ['--workers N', msg('threads; does not change the figures')],
  ['--json', msg('print the result as one JSON object')],
  ['--lang LANGUAGE', msg('language of the output: en or zh-CN')],
  ['--help', msg('this text')],
];

const footer = (): string =>
  msg('Durations are ISO 8601: P28D is 28 days, PT60H is 60 hours. Exit code 0, or 2 when the input cannot be used.');

function lines(options: readonly Option[]): readonly string[] {
  const width = Math.max(...options.map(([option]) => widthOf(option)));
  return options.map(([option, text]) => `  ${padEnd(option, width)}  ${text}`);
}

function simulateHelp(): string {
  const options: readonly Option[] = [
    ['--scenario ID', msg('scenario to run; default: the first of the file')],
    ['--precision FIGURE=WIDTH', msg('go on until the half-width is so small, such as cycleTime/mean=5%')],
    ['--max-replications N', msg('with a precision: replications at most; default 1000')],
    ['--log FILE', msg('write every execution as an event log: .csv or .xes')],
    ['--results FILE', msg('write parameters and results as BPSim 2.0: .bpmn with the process, .bpsim without')],
    ...common(),
  ];
  return [
    msg('Simulates a BPMN process and prints what to expect, with 95 % intervals.'),
    '',
    `  npm run -s simulate -- FILE [${msg('more files')}] [${msg('options')}]`,
    '',
    msg(
      'FILE is a process: BPMN 2.0, with BPSim, QBP or Scylla parameters inside or without any; or a SimuBridge scenario.',
    ),
    msg(
      'Parameters that come in files of their own (BPSim, Prosimos, Scylla’s two configurations) are named beside it, in any order:',
    ),
    '',
    '  npm run -s simulate -- loan.bpmn prosimos.json',
    '',
    ...lines(options),
    '',
    footer(),
    '',
  ].join('\n');
}

function convertHelp(): string {
  const options: readonly Option[] = [
    ['--to FORMAT', dialectWriters.map(({ id }) => id).join(', ')],
    ['--scenario ID', msg('scenario to write; default: the one in the files with parameters, else the first')],
    ['--lang LANGUAGE', msg('language of the output: en or zh-CN')],
    ['--help', msg('this text')],
  ];
  return [
    msg(
      'Writes a process with its parameters in the format of another simulator, and reports what that has no place for.',
    ),
    '',
    `  npm run -s convert -- FILE [${msg('more files')}] --to FORMAT OUT`,
    '',
    ...lines(options),
    '',
    msg('FILE and more files are what simulate takes. OUT is the file to write:'),
    '',
    `  bpsim, bpsim1   ${msg('the process (.bpmn) with BPSim 2.0 or 1.0 inside, or BPSim alone (.bpsim)')}`,
    `  qbp             ${msg('the process (.bpmn) with the QBP block inside')}`,
    `  prosimos        ${msg('the parameters (.json); beside them the process, NAME-prosimos.bpmn')}`,
    `  scylla          ${msg('the simulation (.xml); beside it NAME-global.xml and the process, NAME-scylla.bpmn')}`,
    '',
  ].join('\n');
}
