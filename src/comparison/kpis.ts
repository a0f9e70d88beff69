/** The figures by which designs are compared, in the order a manager asks for them, and how each is written. */
import { msg, str } from '@lit/localize';
import { summarise, type Estimate, type KpiPath, type ResultDocument, type Scenario } from '#simulation';
import { families, type FamilyFigure, type Subject } from '../charts/families/index.ts';
import { countWriting, moneyWriting, shareWriting, timeWriting, type Writing } from '../charts/figures.ts';
import { DEFAULT_CURRENCY } from '../charts/pool-table.ts';
import { displayUnit, secondsPer } from '../charts/time-unit.ts';
import { betterOf, figureOf, type StudyRun } from '../experiments/index.ts';
import { unitLabel, type FormatLocale } from '../format/index.ts';

/** What a figure measures, which decides the words about it. */
export type KpiKind = 'time' | 'share' | 'money' | 'count';

export interface Kpi {
  /** Place in the result document, as the baseline calls it. */
  readonly path: KpiPath;
  readonly name: string;
  readonly kind: KpiKind;
  /** Unit as a column says it: `days`, `%`. Empty for counts. */
  readonly unit: string;
  readonly writing: Writing;
  /** How many units of the figure make one of the axis of a chart: 86 400 for days, 0.01 for percent. */
  readonly perUnit: number;
  /** Which way is good news. */
  readonly better: 'lower' | 'higher' | undefined;
  /** Of a promise: its own name, and the target it has to reach. */
  readonly promise?: string;
  readonly target?: number;
}

/** A run as far as its figures need names. */
export interface Measured {
  readonly document: ResultDocument;
  readonly scenario: Scenario;
}

/** Promises first, then times, people, money and flow; figures that only one of the runs has stand at their place. */
export function kpisOf(runs: readonly Measured[], locale: FormatLocale): readonly Kpi[] {
  const documents = runs.map(({ document }) => document);
  return kpisAmong(
    {
      values: (path) => documents.flatMap((document) => valueAt(document, path) ?? []),
      promises: promises(documents),
      pools: pools(documents),
      further: further(documents),
      currency: runs[0]?.scenario.currency ?? DEFAULT_CURRENCY,
    },
    locale,
  );
}

/** The same figures of replications without a result document. */
export function kpisOfRun({ kpiPaths, kpis }: StudyRun, scenario: Scenario, locale: FormatLocale): readonly Kpi[] {
  return kpisAmong(
    {
      values: (path) => {
        const { mean } = summarise(figureOf(kpiPaths, kpis, path) ?? []);
        return Number.isNaN(mean) ? [] : [mean];
      },
      promises: scenario.slas ?? [],
      pools: (scenario.pools ?? []).map(({ id, name }) => [id, name]),
      further: [],
      currency: scenario.currency ?? DEFAULT_CURRENCY,
    },
    locale,
  );
}

/** What there is to make figures of. */
interface Known {
  /** Of each run that has the figure. */
  readonly values: (path: KpiPath) => readonly number[];
  readonly promises: readonly Pick<ResultDocument['slas'][number], 'id' | 'name' | 'target'>[];
  readonly pools: readonly (readonly [id: string, name: string])[];
  /** Figures that only some models have, and of what. */
  readonly further: readonly (readonly [subject: Subject, figure: FamilyFigure])[];
  readonly currency: string;
}

function kpisAmong(known: Known, locale: FormatLocale): readonly Kpi[] {
  const make = kpiMaker(known, locale);
  return [
    ...known.promises.map(({ id, name, target }) => ({
      ...make.share(['slas', id, 'hitRate'], msg(str`Kept: ${name}`)),
      promise: name,
      target,
    })),
    make.time(['cycleTime', 'mean'], msg('Mean cycle time')),
    make.time(['cycleTime', 'p90'], msg('P90 cycle time')),
    make.time(['businessCycleTime', 'mean'], msg('Mean cycle time in working time'), 'business'),
    make.time(['decomposition', 'queuedContention'], msg('Waiting for busy people')),
    ...known.pools.map(([id, name]) => make.share(['resources', id, 'utilisation'], msg(str`Utilisation: ${name}`))),
    make.money(['cost', 'perCase'], msg('Cost of work per case')),
    make.money(['cost', 'paid'], msg('Cost of shifts')),
    make.count(['throughputPerDay'], msg('Completed per day')),
    make.count(['wip', 'mean'], msg('Cases in progress')),
    make.share(['firstPassYield'], msg('Right the first time')),
    make.count(['handovers'], msg('Handovers per case')),
    ...known.further.map(([{ path, name }, { key, kind, clock, compared }]) =>
      make[kind]([...path, key], compared?.(name) ?? name, clock),
    ),
  ].filter((kpi) => known.values(kpi.path).length > 0);
}

/** The figure by which a comparison is judged when nobody chooses: the mean cycle time. */
export const MAIN_PATH: KpiPath = ['cycleTime', 'mean'];

export const samePath = (a: KpiPath, b: KpiPath): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

function kpiMaker({ values, currency }: Known, locale: FormatLocale) {
  const largest = (path: KpiPath): number => Math.max(0, ...values(path));
  const kpi = (path: KpiPath, name: string, rest: Omit<Kpi, 'path' | 'name' | 'better'>): Kpi => ({
    path,
    name,
    better: betterOf(path),
    ...rest,
  });
  return {
    time: (path: KpiPath, name: string, clock: 'calendar' | 'business' = 'calendar') => {
      const unit = displayUnit(largest(path), clock);
      return kpi(path, name, {
        kind: 'time',
        unit: unitLabel(unit, locale),
        writing: timeWriting(unit, largest(path), locale),
        perUnit: secondsPer(unit),
      });
    },
    share: (path: KpiPath, name: string) =>
      kpi(path, name, { kind: 'share', unit: '%', writing: shareWriting(locale), perUnit: 0.01 }),
    money: (path: KpiPath, name: string) =>
      kpi(path, name, {
        kind: 'money',
        unit: currency,
        writing: moneyWriting(currency, largest(path), locale),
        perUnit: 1,
      }),
    count: (path: KpiPath, name: string) =>
      kpi(path, name, { kind: 'count', unit: '', writing: countWriting(locale), perUnit: 1 }),
  };
}

/** SLAs of all documents by id. */
function promises(documents: readonly ResultDocument[]): ResultDocument['slas'] {
  const all = new Map(documents.flatMap(({ slas }) => slas.map((sla) => [sla.id, sla] as const)).reverse());
  return [...new Set(documents.flatMap(({ slas }) => slas.map(({ id }) => id)))].flatMap((id) => all.get(id) ?? []);
}

function pools(documents: readonly ResultDocument[]): readonly (readonly [id: string, name: string])[] {
  const names = new Map<string, string>();
  for (const { resources } of documents)
    for (const [id, { name }] of Object.entries(resources)) if (!names.has(id)) names.set(id, name);
  return [...names];
}

/** Figures of the families that are compared, each once. */
function further(documents: readonly ResultDocument[]): Known['further'] {
  const all = documents.flatMap((document) =>
    families.flatMap((family) =>
      family.figures.flatMap((figure) =>
        figure.compared ? family.subjects(document).map((subject) => [subject, figure] as const) : [],
      ),
    ),
  );
  return [...new Map(all.map((one) => [[...one[0].path, one[1].key].join('/'), one] as const)).values()];
}

/** The value of the figure in the document; undefined when it is not there or was not measured. */
export const valueAt = (document: ResultDocument, path: KpiPath): number | undefined =>
  estimateAt(document, path)?.value ?? undefined;

/** The figure in the document with its interval; undefined when it is not there. */
export function estimateAt(document: ResultDocument, path: KpiPath): Estimate | undefined {
  let at: unknown = document;
  for (const key of path) {
    if (Array.isArray(at)) at = at.find((item: unknown) => isRecord(item) && item['id'] === key);
    else at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return isEstimate(at) ? at : undefined;
}

const isEstimate = (at: unknown): at is Estimate =>
  isRecord(at) && (at['value'] === null || typeof at['value'] === 'number') && 'ci95' in at;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
