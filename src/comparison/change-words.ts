/** What a change between two designs is called where it stands beside others: "Quality engineers: 3 → 4 people". */
import { msg, str } from '@lit/localize';
import type { BridgeStep, ChangeGroup, ElementPair } from '../experiments/index.ts';
import { formatNumber, type FormatLocale } from '../format/index.ts';
import { nameOf } from '../i18n/element-names.ts';
import { changeLine, parameterChanges, type ParameterChange, type Side } from './parameter-changes.ts';

/** Names steps of a bridge between two designs. */
export function stepNamer(
  from: Side,
  to: Side,
  pairs: readonly ElementPair[],
  locale: FormatLocale,
): (step: BridgeStep) => string {
  const changes = parameterChanges(from, to, pairs, locale);
  const twins = new Map(pairs.map((pair) => [pair.from, pair.to]));
  const nameGroup = (group: ChangeGroup): string => {
    if (group.structure) return diagramWords(group.structure, to, from, locale);
    const lines = changes.filter((change) => belongs(change, group, twins));
    const [only, ...more] = lines;
    if (only && more.length === 0) return changeLine(only);
    if (group.kind === 'run') return msg('Settings of the run');
    const id = group.to ?? group.from ?? '';
    const side = group.to === undefined ? from : to;
    const where = only?.where ?? nameOf(side.model, side.scenario, id);
    const count = formatNumber(lines.length, locale, 0);
    return group.kind === 'choice'
      ? msg(str`${nameOf(side.model, side.scenario, id)}: which way cases go`)
      : lines.length === 0
        ? where
        : msg(str`${where}: ${count} parameters`);
  };
  return ({ groups }) => {
    const [first, ...rest] = groups;
    if (first && rest.length === 0) return nameGroup(first);
    return msg(str`${formatNumber(groups.length, locale, 0)} further changes together`);
  };
}

function belongs(change: ParameterChange, group: ChangeGroup, twins: ReadonlyMap<string, string>): boolean {
  if (group.kind === 'choice')
    return change.kind === 'element' && group.fields.some(({ field }) => twins.get(field) === change.id);
  return change.kind === group.kind && (group.kind === 'run' || change.id === (group.to ?? group.from));
}

/** Counts steps, events and gateways; flows follow from them. */
function diagramWords(
  { added, removed, changed }: NonNullable<ChangeGroup['structure']>,
  to: Side,
  from: Side,
  locale: FormatLocale,
): string {
  const nodes = new Set([...from.model.nodes, ...to.model.nodes].map(({ id }) => id));
  const count = (ids: readonly string[]): number => ids.filter((id) => nodes.has(id)).length;
  const [plus, minus, other] = [added, removed, changed].map(count);
  const parts = [
    ...(plus ? [`+${formatNumber(plus, locale, 0)}`] : []),
    ...(minus ? [`−${formatNumber(minus, locale, 0)}`] : []),
    ...(other ? [`≠${formatNumber(other, locale, 0)}`] : []),
  ];
  return parts.length === 0 ? msg('The diagram: its flows') : msg(str`The diagram: ${parts.join(' ')} elements`);
}
