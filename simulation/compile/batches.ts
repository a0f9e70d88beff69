/** Activities that are done for several cases together. */
import { createTimeline } from '../calendars/index.ts';
import type { Activity, Batch, BatchCondition } from '../kernel/network.ts';
import type { BatchRule } from '../model/batching.ts';
import { issue } from '../model/issue.ts';
import type { FlowNode } from '../model/process.ts';
import { toMs, type Span } from '../model/units.ts';
import { parametersOf, type Context } from './context.ts';

/** How the activity gathers cases; undefined = each is done for itself. */
export function compileBatch(
  context: Context,
  node: FlowNode,
  { team, impatience }: Pick<Activity, 'team' | 'impatience'>,
): Batch | undefined {
  const { batch } = parametersOf(context, node.id);
  if (!batch) return undefined;
  const fault = (code: string, value: string | number = ''): void => {
    context.issues.push(issue('error', code, node, { value: String(value) }));
  };
  const whole = (value: number | undefined, usual: number): number => {
    if (value === undefined || (Number.isInteger(value) && value >= 1)) return value ?? usual;
    fault('batch-size-out-of-range', value);
    return usual;
  };
  const length = (span: Span | undefined): number => {
    const ms = span ? Math.round(toMs(span)) : 0;
    if (ms >= 0 && Number.isFinite(ms)) return ms;
    fault('batch-wait-out-of-range', span?.value);
    return 0;
  };
  if (batch.fires.length === 0 || batch.fires.some((rule) => Object.keys(rule).length === 0))
    fault('batch-without-rule');
  for (const { factor } of batch.durations ?? [])
    if (!(factor > 0 && factor <= 100)) fault('batch-factor-out-of-range', factor);
  // Persons are picked for one case, and only one case can give up.
  const isOfPersons = team && (team.same >= 0 || team.others.length > 0 || team.workBy.size > 0 || team.memory >= 0);
  if (isOfPersons) fault('batch-of-persons');
  if (impatience) fault('batch-of-impatient');
  return {
    parallel: batch.type === 'parallel',
    fires: batch.fires.map((rule) => ({
      size: whole(rule.size, 1),
      oldest: length(rule.oldest),
      quiet: length(rule.quiet),
      ...hoursOf(context, node, rule),
    })),
    most: whole(batch.most, Infinity),
    durations: [...(batch.durations ?? [])]
      .map(({ size, factor }) => ({ size: whole(size, 1), factor }))
      .sort((a, b) => b.size - a.size),
    flushes: batch.leftovers !== 'wait',
  };
}

/** The hours of the rule; a moment is the beginning of its minute. */
function hoursOf(
  { clock, issues }: Context,
  node: FlowNode,
  { days, from, to }: BatchRule,
): Pick<BatchCondition, 'timeline' | 'isMoment'> {
  if (days === undefined && from === undefined && to === undefined) return { timeline: undefined, isMoment: false };
  const isMoment = from !== undefined && to === undefined;
  const start = from ?? 0;
  const end = isMoment ? start + 1 : (to ?? 1440);
  const isSound = [start, end].every((minute) => Number.isInteger(minute) && minute >= 0 && minute <= 1440);
  if (days?.length === 0 || !isSound || (!isMoment && start === end)) {
    issues.push(issue('error', 'batch-hours', node));
    return { timeline: undefined, isMoment: false };
  }
  const rules = [{ days: days ?? [1, 2, 3, 4, 5, 6, 7], from: start, to: end }];
  return { timeline: createTimeline({ id: node.id, name: '', rules }, clock), isMoment };
}
