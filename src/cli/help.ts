/** What `--help` says. */
import { msg } from '@lit/localize';
import { padEnd, widthOf } from './terminal-text.ts';

export function help(): string {
  const options: readonly (readonly [string, string])[] = [
    ['--scenario ID', msg('scenario to run; default: the first of the file')],
    [
      '--replications N',
      msg('independent repetitions; more make intervals narrower; default: the scenario’s, else 30'),
    ],
    ['--cases N', msg('cases to start in each replication')],
    ['--horizon DURATION', msg('simulated time to observe, such as P28D')],
    ['--warm-up DURATION', msg('simulated time before observation starts')],
    ['--seed TEXT', msg('any text; the same seed gives the same figures')],
    ['--workers N', msg('threads; does not change the figures')],
    ['--json', msg('print the result as one JSON object')],
    ['--log FILE', msg('write every execution as an event log: .csv or .xes')],
    ['--lang LANGUAGE', msg('language of the output: en or zh-CN')],
    ['--help', msg('this text')],
  ];
  const width = Math.max(...options.map(([option]) => widthOf(option)));
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
    ...options.map(([option, text]) => `  ${padEnd(option, width)}  ${text}`),
    '',
    msg('Durations are ISO 8601: P28D is 28 days, PT60H is 60 hours. Exit code 0, or 2 when the input cannot be used.'),
    '',
  ].join('\n');
}
