/** `--vary NAME[.KIND]=STEPS`: which parameter takes which values. */
import { toMs, type Study } from '#simulation';
import { parseDuration } from '../bpmn/bpsim/durations.ts';
import { parametersOf, type KnownParameter, type SweepAxis } from '../experiments/index.ts';
import { wrong } from './arguments.ts';

export interface Varied {
  readonly axis: SweepAxis;
  readonly known: KnownParameter;
}

/** Most steps of one axis. */
const MOST_STEPS = 1000;

/**
 * `Clerks=1..6`, `Check.work=PT5M,PT10M`, `Start=0.8x..1.2x:0.1x`, `grade.urgent=0.1..0.3:0.05`. NAME is the id or name of a pool
 * (its people), a start (its rate), a step (its mean work) or a branch (its share); KIND names another parameter of it, or a value
 * of a category. Steps are a list, or FROM..TO with a step width (default 1, of factors 0.1). Times are in seconds or ISO 8601.
 */
export function readVary(text: string, study: Study): Varied {
  const at = text.lastIndexOf('=');
  if (at < 1) throw wrong('vary-unreadable', { given: text });
  const known = parameterNamed(text.slice(0, at), study);
  const written = text.slice(at + 1).trim();
  const as = written.includes('x') ? 'factor' : 'value';
  const steps = stepsOf(written, as, known);
  if (
    !steps ||
    steps.length === 0 ||
    steps.length > MOST_STEPS ||
    steps.some((step) => !(step >= 0 && step < Infinity))
  )
    throw wrong('vary-unreadable', { given: text });
  return { axis: { parameter: known.parameter, steps, as }, known };
}

function parameterNamed(name: string, study: Study): KnownParameter {
  const all = parametersOf(study);
  const named = ({ parameter: { id } }: KnownParameter, wanted: string): boolean =>
    id === wanted || nameOf(id, study) === wanted;
  const whole = all.find((known) => named(known, name) && known.parameter.part === undefined);
  if (whole) return whole;
  const dot = name.lastIndexOf('.');
  const [owner, kind] = [name.slice(0, dot), name.slice(dot + 1)];
  const part = all.find(
    (known) => dot > 0 && named(known, owner) && (known.parameter.part === kind || known.parameter.kind === kind),
  );
  if (part) return part;
  const ids = [...new Set(all.map(({ parameter: { id } }) => id))].join(', ');
  throw wrong('vary-unknown', { name, names: ids });
}

const nameOf = (id: string, { model, scenario }: Study): string | undefined =>
  [...(scenario.pools ?? []), ...model.nodes, ...model.flows].find((named) => named.id === id)?.name;

function stepsOf(text: string, as: 'value' | 'factor', { quantity }: KnownParameter): readonly number[] | undefined {
  const range = /^(.+?)\.\.(.+?)(?::(.+))?$/.exec(text);
  const number = (part: string): number => {
    const plain = as === 'factor' ? part.replace(/x$/, '') : part;
    const span = quantity === 'time' && as === 'value' ? parseDuration(plain) : undefined;
    return span ? toMs(span) / 1000 : plain.trim() === '' ? NaN : Number(plain);
  };
  if (!range) return text.split(',').map(number);
  const [from, to] = [number(range[1] ?? ''), number(range[2] ?? '')];
  const width = range[3] === undefined ? (as === 'factor' ? 0.1 : 1) : number(range[3]);
  if (!(width > 0) || !(to >= from)) return undefined;
  const count = Math.floor((to - from) / width + 1e-9) + 1;
  if (count > MOST_STEPS) return undefined;
  // Multiples, so that 0.1 + 0.1 + 0.1 stays 0.3.
  return Array.from({ length: count }, (_, i) => Number((from + i * width).toPrecision(12)));
}
