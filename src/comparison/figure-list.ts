/**
 * The list of figures that designs and runs are compared by, in the order a manager asks for them, and what each is called.
 * Whoever offers figures to choose from takes them from here; those that only some models have come from their families.
 */
import { msg, str } from '@lit/localize';
import type { KpiPath, ResultDocument, Scenario, Study } from '#simulation';
import { families, type FamilyFigure } from '../charts/families/index.ts';
import type { DisplayClock } from '../charts/time-unit.ts';

/** What a figure measures, which decides the words about it. */
export type FigureKind = 'time' | 'share' | 'money' | 'count';

export interface ListedFigure {
  /** Place in the result document, as the baseline calls it. */
  readonly path: KpiPath;
  readonly name: string;
  readonly kind: FigureKind;
  /** Of times: whether a day has 24 hours or those that people work; default `calendar`. */
  readonly clock?: DisplayClock;
  /** Of a promise: its own name, and the target it has to reach. */
  readonly promise?: string;
  readonly target?: number;
}

/** Figures of these results, whichever of them has them. */
export const figuresOfResults = (documents: readonly ResultDocument[]): readonly ListedFigure[] =>
  listOf({
    promises: promises(documents),
    pools: pools(documents),
    further: documents.flatMap((document) =>
      families.flatMap((family) =>
        family.figures.flatMap((figure) =>
          family.subjects(document).map(({ path, name }): FurtherFigure => ({ path, name, figure })),
        ),
      ),
    ),
  });

/** Figures that runs of this study measure, given the paths of all they measure. */
export function figuresOfStudy({ model, scenario }: Study, kpiPaths: readonly KpiPath[]): readonly ListedFigure[] {
  const steps = new Map(model.nodes.map(({ id, name }) => [id, name]));
  const people = new Map((scenario.pools ?? []).map(({ id, name }) => [id, name]));
  const names = { step: (id: string) => steps.get(id) || id, pool: (id: string) => people.get(id) || id };
  const further = families.flatMap((family) =>
    family.figures.flatMap((figure) =>
      kpiPaths.flatMap((full): readonly FurtherFigure[] => {
        if (full.at(-1) !== figure.key) return [];
        const path = full.slice(0, -1);
        const name = family.subjectName(path, names);
        return name === undefined ? [] : [{ path, name, figure }];
      }),
    ),
  );
  return listOf({ ...stated(scenario), further });
}

/** Figures that are there whatever the model, before anybody compiled it. */
export const figuresOfScenario = (scenario: Scenario): readonly ListedFigure[] =>
  listOf({ ...stated(scenario), further: [] });

/** The figure at `path`; one that is not in the list goes by its path. */
export const figureAt = (figures: readonly ListedFigure[], path: KpiPath): ListedFigure =>
  figures.find((figure) => samePath(figure.path, path)) ?? { path, name: path.join('/'), kind: 'count' };

/** The figure by which a comparison is judged when nobody chooses: the mean cycle time. */
export const MAIN_PATH: KpiPath = ['cycleTime', 'mean'];

export const samePath = (a: KpiPath, b: KpiPath): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/** A figure of a family, of the step, pool or person at `path`. */
interface FurtherFigure {
  readonly path: KpiPath;
  readonly name: string;
  readonly figure: FamilyFigure;
}

/** Whose figures there are. */
interface Subjects {
  readonly promises: readonly Pick<ResultDocument['slas'][number], 'id' | 'name' | 'target'>[];
  readonly pools: readonly (readonly [id: string, name: string])[];
  readonly further: readonly FurtherFigure[];
}

/** Promises first, then times, people, money and flow. */
const listOf = (of: Subjects): readonly ListedFigure[] => [
  ...of.promises.map(({ id, name, target }): ListedFigure => ({
    path: ['slas', id, 'hitRate'],
    name: msg(str`Kept: ${name}`),
    kind: 'share',
    promise: name,
    target,
  })),
  { path: MAIN_PATH, name: msg('Mean cycle time'), kind: 'time' },
  { path: ['cycleTime', 'p90'], name: msg('P90 cycle time'), kind: 'time' },
  {
    path: ['businessCycleTime', 'mean'],
    name: msg('Mean cycle time in working time'),
    kind: 'time',
    clock: 'business',
  },
  { path: ['decomposition', 'queuedContention'], name: msg('Waiting for busy people'), kind: 'time' },
  ...of.pools.map(([id, name]): ListedFigure => ({
    path: ['resources', id, 'utilisation'],
    name: msg(str`Utilisation: ${name}`),
    kind: 'share',
  })),
  { path: ['cost', 'perCase'], name: msg('Cost of work per case'), kind: 'money' },
  { path: ['cost', 'paid'], name: msg('Cost of shifts'), kind: 'money' },
  { path: ['throughputPerDay'], name: msg('Completed per day'), kind: 'count' },
  { path: ['wip', 'mean'], name: msg('Cases in progress'), kind: 'count' },
  { path: ['firstPassYield'], name: msg('Right the first time'), kind: 'share' },
  { path: ['handovers'], name: msg('Handovers per case'), kind: 'count' },
  ...compared(of.further),
];

/** Those of the families that are compared, each once. */
function compared(further: Subjects['further']): readonly ListedFigure[] {
  const listed = further.flatMap(({ path, name, figure: { key, kind, clock, compared: nameOf } }): ListedFigure[] =>
    nameOf ? [{ path: [...path, key], name: nameOf(name), kind, ...(clock ? { clock } : {}) }] : [],
  );
  return [...new Map(listed.map((figure) => [JSON.stringify(figure.path), figure])).values()];
}

const stated = ({ slas = [], pools: stated = [] }: Scenario): Omit<Subjects, 'further'> => ({
  promises: slas,
  pools: stated.map(({ id, name }) => [id, name]),
});

/** SLAs of all documents by id. */
function promises(documents: readonly ResultDocument[]): ResultDocument['slas'] {
  const all = new Map(documents.flatMap(({ slas }) => slas.map((sla) => [sla.id, sla] as const)).reverse());
  return [...new Set(documents.flatMap(({ slas }) => slas.map(({ id }) => id)))].flatMap((id) => all.get(id) ?? []);
}

function pools(documents: readonly ResultDocument[]): Subjects['pools'] {
  const names = new Map<string, string>();
  for (const { resources } of documents)
    for (const [id, { name }] of Object.entries(resources)) if (!names.has(id)) names.set(id, name);
  return [...names];
}
