/** What cases are like: the mean of a number, or the share of one value of a category (the other values give way in proportion). */
import { effectiveMean, scaleSpec, type CaseAttribute } from '#simulation';
import type { Parameter, ParameterDescriptor } from './parameter.ts';
import { attributeOf, withAttribute } from './scenario-parts.ts';

export const attribute: ParameterDescriptor = {
  kind: 'attribute',
  quantity: 'number',
  list: (study) =>
    (study.scenario.attributes ?? []).flatMap(({ name }): Parameter[] =>
      attribute.read(study, { kind: 'attribute', id: name }) === undefined ? [] : [{ kind: 'attribute', id: name }],
    ),
  read({ scenario }, { id }) {
    const found = attributeOf(scenario, id);
    if (found?.type !== 'number' || !scaleSpec(found.distribution, 1)) return undefined;
    const mean = effectiveMean(found.distribution);
    return mean === undefined || !(mean > 0) ? undefined : mean;
  },
  write: (study, parameter, value) =>
    withAttribute(study.scenario, parameter.id, (found) => {
      const factor = value / (attribute.read(study, parameter) ?? value);
      const scaled = found.type === 'number' && factor > 0 ? scaleSpec(found.distribution, factor) : undefined;
      return found.type === 'number' && scaled ? { ...found, distribution: scaled } : found;
    }),
  source({ scenario }, { id }) {
    const found = attributeOf(scenario, id);
    return {
      ...(found?.provenance ? { provenance: found.provenance } : {}),
      ...(found?.type === 'number' && found.uncertainty ? { uncertainty: found.uncertainty } : {}),
    };
  },
};

export const attributeShare: ParameterDescriptor = {
  kind: 'attributeShare',
  quantity: 'share',
  list: ({ scenario }) =>
    (scenario.attributes ?? []).flatMap((found): Parameter[] =>
      found.type === 'category' && found.values.length > 1
        ? found.values.map(({ value }) => ({ kind: 'attributeShare', id: found.name, part: value }))
        : [],
    ),
  read({ scenario }, { id, part }) {
    const found = attributeOf(scenario, id);
    if (found?.type !== 'category' || found.values.length < 2) return undefined;
    const own = found.values.find(({ value }) => value === part);
    const total = totalOf(found);
    return own && total > 0 ? own.share / total : undefined;
  },
  write: ({ scenario }, { id, part }, value) =>
    withAttribute(scenario, id, (found) => {
      if (found.type !== 'category') return found;
      const own = found.values.find((item) => item.value === part)?.share ?? 0;
      const others = totalOf(found) - own;
      const shareOf = (before: number): number =>
        (1 - value) * (others > 0 ? before / others : 1 / (found.values.length - 1));
      return {
        ...found,
        values: found.values.map((item) => ({ ...item, share: item.value === part ? value : shareOf(item.share) })),
      };
    }),
  source({ scenario }, { id }) {
    const found = attributeOf(scenario, id);
    return found?.provenance ? { provenance: found.provenance } : {};
  },
};

const totalOf = (category: Extract<CaseAttribute, { type: 'category' }>): number =>
  category.values.reduce((sum, { share }) => sum + share, 0);
