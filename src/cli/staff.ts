/** `staff`: the cheapest staffing that keeps the promises. */
import { msg, str } from '@lit/localize';
import type { Scenario, Study } from '#simulation';
import {
  findStaffing,
  proposedChoices,
  proposedGoals,
  staffingDocument,
  type PoolChoice,
  type Shift,
  type StaffingDocument,
  type StaffingGoal,
} from '../experiments/index.ts';
import { formatInterval, formatMoney, formatNumber, formatPercent, formatSpan } from '../format/index.ts';
import { Arguments, COMMON, wrong } from './arguments.ts';
import { experiment, giveUp, INTERRUPTED, loadNamed } from './experiment.ts';
import { issueLines } from './issue-line.ts';
import type { Surroundings } from './simulate.ts';
import { table } from './table.ts';
import { printable } from './terminal-text.ts';

const OPTIONS = {
  ...COMMON,
  target: { type: 'string' },
  sla: { type: 'string' },
  pool: { type: 'string' },
  shifts: { type: 'string' },
  assurance: { type: 'string' },
} as const;

/** Runs and prints; answers the exit code. Throws `UnusableInput`. */
export async function staffFile(args: readonly string[], cores: number, surroundings: Surroundings): Promise<number> {
  const given = new Arguments(args, OPTIONS);
  const [file, ...more] = given.files;
  if (file === undefined || file === '') throw wrong('file-not-named', {});
  if (more.length > 0) throw wrong('one-file-only', { files: given.files.join(', ') });
  const { study: loadedStudy, file: model, issues } = await loadNamed(file, given.overrides(), surroundings.folder);
  const study = withLuck(loadedStudy, given);
  const choices = choicesOf(study, given);
  const goals = goalsOf(study, given);
  const assurance = given.share('assurance');
  const question = { choices, goals, ...(assurance === undefined ? {} : { assurance }) };
  return experiment(surroundings, given.workers(cores), async ({ backend, signal, progress }) => {
    const outcome = await findStaffing(backend, study, question, {
      signal,
      onUpdate: ({ replications }) => {
        progress.showText(msg(str`${formatNumber(replications, surroundings.locale, 0)} replications`));
      },
    });
    if (!('result' in outcome)) return giveUp(outcome, surroundings);
    const document = staffingDocument(outcome.result, {
      model: { file: model.name, sha256: model.sha256 },
      scenario: { id: study.scenario.id, name: study.scenario.name },
      choices,
      goals: goals.map(({ sla, target }) => ({ sla, target: target ?? targetOf(study.scenario, sla) })),
    });
    if (given.has('json')) surroundings.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    else {
      surroundings.stderr.write(
        issueLines(issues)
          .map((line) => `${line}\n`)
          .join(''),
      );
      surroundings.stdout.write(`${report(document, study.scenario, surroundings)}\n`);
    }
    return outcome.status === 'complete' ? 0 : INTERRUPTED;
  });
}

/** The search compiles the scenario itself, so what the command line says about the run goes into it. */
function withLuck(study: Study, given: Arguments): Study {
  const { seed, replications, warmUp } = given.overrides();
  const run = {
    ...study.scenario.run,
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
    ...(warmUp === undefined ? {} : { warmUp: { value: warmUp, unit: 'ms' as const } }),
  };
  return { ...study, scenario: { ...study.scenario, run } };
}

/** `--pool ID=MIN..MAX`; by default all pools that work needs, from one to twice the people of today and one more. */
function choicesOf(study: Study, given: Arguments): readonly PoolChoice[] {
  const shifts = new Map(given.all('shifts').map(readShifts));
  const asked = given.all('pool').map((text): PoolChoice => {
    const [, pool = '', min, max] = /^(.+)=(\d+)\.\.(\d+)$/.exec(text.trim()) ?? [];
    if (min === undefined || max === undefined) throw wrong('pool-unreadable', { given: text });
    return { pool, min: Number(min), max: Number(max) };
  });
  return (asked.length > 0 ? asked : proposedChoices(study)).map((choice) => {
    const own = shifts.get(choice.pool);
    return own ? { ...choice, shifts: own } : choice;
  });
}

/** `--shifts POOL=08:00+8h,12:00+8h`. */
function readShifts(text: string): readonly [pool: string, shifts: readonly Shift[]] {
  const at = text.lastIndexOf('=');
  const shifts = text
    .slice(at + 1)
    .split(',')
    .map((part): Shift => {
      const [, hour, minute, length] = /^\s*(\d{1,2}):(\d\d)\+(\d+(?:\.\d+)?)h\s*$/.exec(part) ?? [];
      if (at < 1 || length === undefined) throw wrong('shifts-unreadable', { given: text });
      return { start: Number(hour) * 60 + Number(minute), length: Math.round(Number(length) * 60) };
    });
  return [text.slice(0, at), shifts];
}

/** `--sla ID`, several times; by default all promises about whole cases, or all there are. */
function goalsOf(study: Study, given: Arguments): readonly StaffingGoal[] {
  const target = given.share('target');
  const asked = given.all('sla');
  const ids = asked.length > 0 ? asked : proposedGoals(study).map(({ sla }) => sla);
  return ids.map((sla) => ({ sla, ...(target === undefined ? {} : { target }) }));
}

const targetOf = ({ slas = [] }: Scenario, id: string): number => slas.find((sla) => sla.id === id)?.target ?? NaN;

/** Plans shown around the answer. */
const MOST_ROWS = 12;

function report(document: StaffingDocument, scenario: Scenario, { locale }: Surroundings): string {
  const { plans, best, guarantee, choices, goals, costs } = document;
  const poolName = (id: string): string => printable(scenario.pools?.find((pool) => pool.id === id)?.name ?? id);
  const share = (value: number): string => formatPercent(value, locale);
  const cost = (value: number): string =>
    costs.unit === 'money'
      ? formatMoney(value, scenario.currency ?? 'CNY', locale)
      : formatSpan({ value: Math.round(value), unit: 'h' }, locale);
  const found = best === null ? undefined : plans[best];
  const assurance = share(guarantee.assurance);
  const confidence = share(guarantee.confidence);
  const high = share(guarantee.indifferentUpTo);
  const staffing = (plan: StaffingDocument['plans'][number]): readonly string[] =>
    choices.map(({ pool }) => (plan.staffing[pool] ?? []).join(' + '));
  const answer = found
    ? msg(
        str`Recommended: ${choices.map(({ pool }, i) => `${poolName(pool)} ${staffing(found)[i] ?? ''}`).join(', ')}. With ${confidence} confidence it keeps all promises in more than ${assurance} of the periods, and no cheaper staffing within the bounds does so in ${high} or more.`,
      )
    : msg('No staffing within the bounds keeps all promises as often as asked. Widen the bounds, or lower the target.');
  const shown = [...plans.keys()]
    .sort((a, b) => distance(a, best, plans.length) - distance(b, best, plans.length))
    .slice(0, MOST_ROWS)
    .sort((a, b) => a - b);
  const rows = shown.flatMap((i) => {
    const plan = plans[i];
    if (!plan) return [];
    return [
      [
        `${i === best ? '→ ' : '  '}${cost(plan.cost)}`,
        ...staffing(plan),
        plan.chance.value === null ? msg('cannot be run') : share(plan.chance.value),
        formatInterval(plan.chance, share) ?? '',
        ...plan.hitRates.map(({ value }) => (value === null ? '' : share(value))),
        i === document.today ? msg('today') : '',
      ],
    ];
  });
  const heads = [
    msg('Cost of shifts'),
    ...choices.map(({ pool }) => poolName(pool)),
    msg('Promises kept'),
    msg('95 % interval'),
    ...goals.map(({ sla }) => printable(scenario.slas?.find(({ id }) => id === sla)?.name ?? sla)),
    '',
  ];
  return [answer, table(heads, rows)].join('\n\n');
}

const distance = (index: number, best: number | null, count: number): number => Math.abs(index - (best ?? count - 1));
