/** `--precision FIGURE=HALF-WIDTH`: go on until a figure is known well enough. */
import { compile, toMs, type Precision, type PrecisionGoal, type Study } from '#simulation';
import { parseDuration } from '../bpmn/bpsim/durations.ts';
import { MOST_REPLICATIONS, wrong, type Arguments } from './arguments.ts';
import { kpiPath } from './experiment.ts';
import { unusable } from './open-design.ts';

export const PRECISION = { precision: { type: 'string' }, 'max-replications': { type: 'string' } } as const;

/** What was asked for; whether there is such a figure is known only with the study. */
export interface AskedPrecision {
  /** As typed. */
  readonly figure: string;
  readonly wanted: Precision;
  readonly most?: number;
}

/** `cycleTime/mean=5%` of the mean, `=PT2H`, or `=0.02` in the figure’s own unit. Throws `UnusableInput`. */
export function readPrecision(given: Arguments): AskedPrecision | undefined {
  const text = given.last('precision');
  const most = given.count('max-replications', MOST_REPLICATIONS);
  if (text === undefined) {
    if (most === undefined) return undefined;
    throw wrong('option-needs-another', { option: '--max-replications', other: '--precision' });
  }
  const at = text.lastIndexOf('=');
  const figure = text.slice(0, Math.max(0, at)).trim();
  const wanted = at > 0 ? halfWidth(text.slice(at + 1).trim()) : undefined;
  if (!wanted || figure === '') throw wrong('precision-unreadable', { given: text });
  return { figure, wanted, ...(most === undefined ? {} : { most }) };
}

function halfWidth(text: string): Precision | undefined {
  const span = parseDuration(text);
  const number = span ? toMs(span) / 1000 : Number(text.replace(/%$/, ''));
  if (!(number > 0 && number < Infinity)) return undefined;
  return text.endsWith('%') ? { relative: number / 100 } : { absolute: number };
}

/** The goal with the place of the figure; throws `UnusableInput` where the study has none of that name. */
export function goalFor({ figure, ...rest }: AskedPrecision, study: Study): PrecisionGoal {
  const { network, issues } = compile(study);
  if (!network) throw unusable(issues);
  return { figure: kpiPath(figure, network.kpiPaths), ...rest };
}
