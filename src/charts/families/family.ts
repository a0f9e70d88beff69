/** Figures that only some models have, family by family: batches, interruptions, giving up … A new one is one file and one line. */
import type { ActivityResult, Estimate, KpiPath, ResourceResult, ResultDocument } from '#simulation';
import type { DisplayClock } from '../time-unit.ts';

export type FamilyId = 'batches' | 'interruptions' | 'giving-up' | 'set-ups' | 'absences' | 'persons';

export interface FigureFamily {
  /** Also the id of its chart and of its explanation. */
  readonly id: FamilyId;
  /** What has these figures, which decides where they stand on the page. */
  readonly of: 'steps' | 'people';
  title(): string;
  /** The first is drawn. */
  readonly figures: readonly FamilyFigure[];
  /** Those that have the figures, in the order of the document. */
  subjects(document: ResultDocument): readonly Subject[];
  /** The name of the subject whose figures stand under this path; undefined where they are of another kind. */
  subjectName(path: KpiPath, names: Names): string | undefined;
}

/** What steps and pools of a model are called, by id. */
export interface Names {
  step(id: string): string;
  pool(id: string): string;
}

export interface FamilyFigure {
  readonly key: string;
  readonly kind: 'time' | 'share' | 'count';
  /** Of times: `business` for what people work, in days of eight hours; default `calendar`. */
  readonly clock?: DisplayClock;
  /** Heading of its column; `unit` is that of times. */
  label(unit: string): string;
  /** What it is called in a comparison, of the step, pool or person of this name; absent = it is not compared. */
  compared?(name: string): string;
}

/** A step, a pool or a person with figures of a family. */
export interface Subject {
  /** BPMN or pool id, to jump to. */
  readonly id: string;
  readonly name: string;
  /** Where its figures stand in the result document; the key of each follows. */
  readonly path: KpiPath;
  /** In the order of the family's figures. */
  readonly estimates: readonly (Estimate | undefined)[];
}

/** Keys of `S` that hold an estimate, always or in some models. */
type EstimateKey<S> = keyof { [K in keyof S as Estimate extends S[K] ? K : never]: unknown } & string;

export type Declaration<S> = Pick<FigureFamily, 'id' | 'title'> & {
  readonly figures: readonly (FamilyFigure & { readonly key: EstimateKey<S> })[];
};

/** A family of figures of steps; steps without the first of them are left out. */
export const stepFamily = (declared: Declaration<ActivityResult>): FigureFamily => ({
  ...declared,
  of: 'steps',
  subjectName: ([family, id, ...rest], { step }) =>
    family === 'activities' && id !== undefined && rest.length === 0 ? step(id) : undefined,
  subjects: ({ activities }) =>
    Object.entries(activities).flatMap(([id, step]) =>
      measured(
        { id, name: step.name, path: ['activities', id] },
        declared.figures.map(({ key }) => step[key]),
      ),
    ),
});

/** The same of pools. */
export const poolFamily = (declared: Declaration<ResourceResult>): FigureFamily => ({
  ...declared,
  of: 'people',
  subjectName: ([family, id, ...rest], { pool }) =>
    family === 'resources' && id !== undefined && rest.length === 0 ? pool(id) : undefined,
  subjects: ({ resources }) =>
    Object.entries(resources).flatMap(([id, pool]) =>
      measured(
        { id, name: pool.name, path: ['resources', id] },
        declared.figures.map(({ key }) => pool[key]),
      ),
    ),
});

/** The subject with its estimates, where it has the first of them. */
export const measured = (subject: Omit<Subject, 'estimates'>, estimates: Subject['estimates']): readonly Subject[] =>
  estimates[0] === undefined ? [] : [{ ...subject, estimates }];
