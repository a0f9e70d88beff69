/** What a staffing search asks when nobody says more. */
import type { Study } from '#simulation';
import { knownParameter } from '../parameters/index.ts';
import type { StaffingGoal } from './question.ts';
import type { PoolChoice } from './staffing.ts';

/** All pools that work needs and that have a number of people, from one to twice the people of today and one more. */
export function proposedChoices(study: Study): readonly PoolChoice[] {
  const needed = new Set(
    Object.values(study.scenario.elements ?? {}).flatMap(({ resources = [] }) =>
      resources.flatMap((together) => together.map(({ pool }) => pool)),
    ),
  );
  return (study.scenario.pools ?? []).flatMap(({ id }): PoolChoice[] => {
    const today = knownParameter(study, { kind: 'units', id })?.value;
    return today === undefined || !needed.has(id) ? [] : [{ pool: id, min: 1, max: 2 * today + 1 }];
  });
}

/** All promises about whole cases, or all there are, with their own targets. */
export function proposedGoals({ scenario: { slas = [] } }: Study): readonly Required<StaffingGoal>[] {
  const ofCases = slas.filter(({ on }) => on.type === 'case');
  return (ofCases.length > 0 ? ofCases : slas).map(({ id, target }) => ({ sla: id, target }));
}
