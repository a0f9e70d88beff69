/** What changed from one state of a study to another, in words: designs, the picture, and every parameter. */
import { msg, str } from '@lit/localize';
import { diffDiagrams } from '../comparison/diagram-diff.ts';
import { changeLine, parameterChanges } from '../comparison/parameter-changes.ts';
import type { Twins } from '../comparison/twins.ts';
import { nameOf } from '../i18n/element-names.ts';
import type { Locale } from '../i18n/locale.ts';
import { markName } from '../i18n/mark-names.ts';
import type { Study } from '../study/study.ts';
import { Variants, type Variant } from './experiments/variants.ts';

/** The differences of one design; no lines = it says the same in both. */
export interface DesignDifferences {
  readonly design: string;
  readonly lines: readonly string[];
}

export async function differencesOf(from: Study, to: Study, locale: Locale): Promise<readonly DesignDifferences[]> {
  const [before, after] = [await new Variants().of(from), await new Variants().of(to)];
  const changed: DesignDifferences[] = [];
  for (const design of to.designs) {
    const twin =
      from.designs.find(({ id }) => id === design.id) ?? from.designs.find(({ name }) => name === design.name);
    const lines = twin
      ? await linesOf(
          before.filter((v) => v.design.id === twin.id),
          after.filter((v) => v.design.id === design.id),
          locale,
        )
      : [msg('This design is new.')];
    changed.push({ design: design.name, lines });
  }
  for (const design of from.designs)
    if (!to.designs.some(({ id, name }) => id === design.id || name === design.name))
      changed.push({ design: design.name, lines: [msg('This design is gone.')] });
  return changed;
}

async function linesOf(
  before: readonly Variant[],
  after: readonly Variant[],
  locale: Locale,
): Promise<readonly string[]> {
  const [a, b] = [before[0], after[0]];
  if (!a || !b) return [msg('One of the two cannot be read.')];
  const twins = sameIds(a, b);
  const { from, to } = await diffDiagrams(a.xml, b.xml, twins);
  const drawn = [
    ...[...to].map(([id, change]) => `${nameOf(b.model, b.scenario, id)}: ${markName(change)}`),
    ...[...from].flatMap(([id, change]) =>
      change === 'removed' ? [`${nameOf(a.model, a.scenario, id)}: ${markName(change)}`] : [],
    ),
  ];
  const scenarios = after.flatMap((variant) => {
    const { id, name } = variant.scenario;
    const old = before.find(({ scenario }) => scenario.id === id);
    if (!old) return [msg(str`Scenario “${name}” is new.`)];
    const lines = parameterChanges(old, variant, twins, locale).map(changeLine);
    return after.length > 1 ? lines.map((line) => `${name} · ${line}`) : lines;
  });
  const gone = before
    .filter(({ scenario }) => !after.some((variant) => variant.scenario.id === scenario.id))
    .map(({ scenario }) => msg(str`Scenario “${scenario.name}” is gone.`));
  return [...drawn, ...scenarios, ...gone];
}

/** Elements that both have. */
function sameIds({ model: a }: Variant, { model: b }: Variant): readonly Twins[] {
  const ids = ({ nodes, flows, messageFlows }: Variant['model']): readonly string[] =>
    [...nodes, ...flows, ...messageFlows].map(({ id }) => id);
  const known = new Set(ids(a));
  return ids(b)
    .filter((id) => known.has(id))
    .map((id) => ({ from: id, to: id }));
}
