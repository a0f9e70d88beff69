/** Batches as Prosimos says them: rules of conditions that hold together, factors of the time by size. Waits are in seconds. */
import { toMs, type Batching, type BatchRule, type FlowNode } from '#simulation';
import { itemsOf, numberFrom, numberIn, property, textIn } from '../json.ts';
import type { Report } from '../report.ts';
import { dayOf, DAY_NAMES } from '../weeks.ts';

const HOUR = 60;

/** The batches of a task; undefined when no rule of it can be read. */
export function readBatch(item: unknown, node: FlowNode, report: Report): Batching | undefined {
  const written = textIn(item, 'type');
  // Work that goes to and fro between the cases ends with the last of them; in turns each ends a little sooner.
  if (written === 'Concurrent') report.notRead('batching', node, written);
  let most = Infinity;
  const fires = itemsOf(property(item, 'firing_rules')).flatMap((together) => {
    const read = readRule(itemsOf(together), node, report);
    if (!read) return [];
    most = Math.min(most, read.most);
    return [read.rule];
  });
  if (fires.length === 0) {
    report.unusable('batching', node, '');
    return undefined;
  }
  const durations = itemsOf(property(item, 'duration_distrib')).flatMap((entry) => {
    const [size, factor] = [numberIn(entry, 'key'), numberIn(entry, 'value')];
    return size !== undefined && size >= 1 && factor !== undefined && factor > 0 ? [{ size, factor }] : [];
  });
  const alone = itemsOf(property(item, 'size_distrib')).find((entry) => numberIn(entry, 'key') === 1);
  if ((numberIn(alone, 'value') ?? 0) > 0) report.notRead('batching', node, 'size_distrib');
  return {
    type: written === 'Parallel' ? 'parallel' : 'sequential',
    fires,
    ...(most < Infinity ? { most } : {}),
    ...(durations.length > 0 ? { durations } : {}),
  };
}

interface Limits {
  rule: { -readonly [K in keyof BatchRule]: BatchRule[K] };
  most: number;
}

/** One case alone is a batch there only by a wait since the last one came. */
function readRule(conditions: readonly unknown[], node: FlowNode, report: Report): Limits | undefined {
  const read: Limits = { rule: {}, most: Infinity };
  let any = false;
  for (const condition of conditions) {
    if (readCondition(condition, read)) any = true;
    else report.notRead('batching', node, wordsOf(condition));
  }
  if (!any) return undefined;
  if (read.rule.size === undefined && read.rule.quiet === undefined) read.rule.size = 2;
  return read;
}

/** Adds the condition to what is read; false when it cannot be said here. */
function readCondition(condition: unknown, read: Limits): boolean {
  const { rule } = read;
  const comparison = textIn(condition, 'comparison') ?? '';
  const isFrom = ['>', '>=', '='].includes(comparison);
  if (textIn(condition, 'attribute') === 'week_day') {
    const day = dayOf(textIn(condition, 'value')?.toUpperCase());
    if (day === undefined || comparison !== '=') return false;
    rule.days = [day];
    return true;
  }
  const value = numberFrom(property(condition, 'value'));
  if (value === undefined || value < 0) return false;
  switch (textIn(condition, 'attribute')) {
    case 'size':
      if (isFrom) rule.size = Math.max(2, comparison === '>' ? value + 1 : value);
      if (!isFrom || comparison === '=') read.most = Math.max(1, comparison === '<' ? value - 1 : value);
      return true;
    case 'large_wt':
      if (isFrom) rule.oldest = { value, unit: 's' };
      return isFrom;
    case 'ready_wt':
      if (isFrom) rule.quiet = { value, unit: 's' };
      return isFrom;
    case 'daily_hour':
      if (value > 24) return false;
      if (comparison === '=') rule.from = value * HOUR;
      else if (isFrom) Object.assign(rule, { from: value * HOUR, to: rule.to ?? 24 * HOUR });
      else Object.assign(rule, { from: rule.from ?? 0, to: value * HOUR });
      return true;
    case undefined:
    default:
      return false;
  }
}

const wordsOf = (condition: unknown): string =>
  ['attribute', 'comparison', 'value'].map((part) => textIn(condition, part) ?? '').join(' ');

/** The batches of a task as Prosimos has them; what it cannot say is reported. */
export function writeBatch(batch: Batching, node: FlowNode, report: Report) {
  if (batch.leftovers === 'wait') report.changed('batching', node, 'flush');
  return {
    task_id: node.id,
    type: batch.type === 'parallel' ? 'Parallel' : 'Sequential',
    size_distrib: [
      { key: '1', value: 0 },
      { key: '2', value: 1 },
    ],
    duration_distrib: (batch.durations ?? []).map(({ size, factor }) => ({ key: String(size), value: factor })),
    firing_rules: batch.fires.flatMap((rule) => writeRule(rule, batch.most, node, report)),
  };
}

/** A rule for each of its days: there, only one can be named at a time. */
function writeRule(rule: BatchRule, most: number | undefined, node: FlowNode, report: Report): readonly object[][] {
  const list: object[] = [];
  const add = (attribute: string, comparison: string, value: number | string): void => {
    list.push({ attribute, comparison, value });
  };
  if (rule.size !== undefined && most === rule.size) add('size', '=', rule.size);
  else {
    if (rule.size !== undefined) add('size', '>=', rule.size);
    if (most !== undefined) add('size', '<=', most);
  }
  if (rule.oldest) add('large_wt', '>=', toMs(rule.oldest) / 1000);
  if (rule.quiet) add('ready_wt', '>=', toMs(rule.quiet) / 1000);
  const whole = (minute: number): number => {
    if (minute % HOUR !== 0) report.changed('batching', node, `${Math.floor(minute / HOUR)}:00`);
    return Math.floor(minute / HOUR);
  };
  // Hours that run past midnight are not one range of hours there.
  const isOvernight = rule.from !== undefined && rule.to !== undefined && rule.to <= rule.from;
  if (isOvernight) report.leftOut('batching', node, 'daily_hour');
  else if (rule.from !== undefined && rule.to === undefined) add('daily_hour', '=', whole(rule.from));
  else {
    if (rule.from !== undefined && rule.from > 0) add('daily_hour', '>=', whole(rule.from));
    if (rule.to !== undefined && rule.to < 24 * HOUR) add('daily_hour', '<', whole(rule.to));
  }
  if (!rule.days || rule.days.length === 7) return list.length > 0 ? [list] : [];
  return rule.days.map((day) => [
    ...list,
    { attribute: 'week_day', comparison: '=', value: titled(DAY_NAMES[day - 1] ?? '') },
  ]);
}

const titled = (name: string): string => name.slice(0, 1) + name.slice(1).toLowerCase();
