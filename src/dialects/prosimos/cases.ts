/** What the cases of Prosimos carry, and which of them go first. */
import type { CaseAttribute } from '#simulation';
import { formulaOf } from '../../bpmn/index.ts';
import { isActivity } from '../directory.ts';
import { itemsOf, numberIn, property, textIn } from '../json.ts';
import { isDistribution, readDistribution } from './distributions.ts';
import type { Reading } from './reading.ts';
import { attributeName, readAttributes, readRules } from './rules.ts';

/** Attributes that are set on the way get their first value from the start. */
export function readCaseAttributes(
  file: unknown,
  { directory, report, generation, elements }: Reading,
): readonly CaseAttribute[] {
  for (const item of itemsOf(property(file, 'event_attributes'))) {
    const node = directory.node(textIn(item, 'event_id') ?? '');
    for (const attribute of itemsOf(property(item, 'attributes'))) {
      const values = property(attribute, 'values');
      const read = isDistribution(values) ? readDistribution(values, generation) : undefined;
      const value =
        read?.spec.type === 'constant'
          ? numberIn(itemsOf(property(values, 'distribution_params'))[0], 'value')
          : undefined;
      const name = textIn(attribute, 'name') ?? '';
      if (!node || value === undefined) report.notRead('attributes', node, name);
      else {
        const known = elements.get(node.id);
        elements.set(node.id, {
          ...known,
          assign: { ...known?.assign, [attributeName(name)]: formulaOf(String(value)) },
        });
      }
    }
  }
  return [
    ...new Map(
      ['global_attributes', 'case_attributes']
        .flatMap((section) => readAttributes(property(file, section), generation, report))
        .map((attribute) => [attribute.name, attribute]),
    ).values(),
  ];
}

/** Lower levels go first there, higher priorities here. Answers whether there are any. */
export function readPriorities(file: unknown, { directory, report, elements }: Reading): boolean {
  const rules = itemsOf(property(file, 'prioritisation_rules')).flatMap((item) => {
    const when = readRules(property(item, 'rules'));
    const level = numberIn(item, 'priority_level');
    if (!when || level === undefined) report.unusable('priority', undefined, textIn(item, 'priority_level') ?? '');
    return when && level !== undefined ? [{ when, level }] : [];
  });
  if (rules.length === 0) return false;
  const lowest = Math.max(...rules.map(({ level }) => level)) + 1;
  const priorityWhen = [...rules]
    .sort((a, b) => a.level - b.level)
    .map(({ when, level }) => ({ when, priority: lowest - level }));
  for (const node of directory.model.nodes.filter(isActivity)) {
    const known = elements.get(node.id);
    if (known?.resources?.length) elements.set(node.id, { ...known, priorityWhen });
  }
  return true;
}
