/** What a scenario says that other formats have no words for. */
import type { CaseAttribute, ElementParameters, Named, ResourcePool, Scenario } from '#simulation';
import type { Source } from './outgoing.ts';
import type { Report, What } from './report.ts';

type Lost = readonly [what: What, value?: string | number];

/** Reports everything of a scenario that `keeps` does not name and that no other part of a writer looks at. */
export function reportLosses({ model, scenario }: Source, report: Report, keeps: readonly What[]): void {
  const tell = (element: Named | undefined, losses: readonly Lost[]): void => {
    for (const [what, value] of losses) if (!keeps.includes(what)) report.leftOut(what, element, value);
  };
  const { slas = [], attributes = [], pools = [], elements = {} } = scenario;
  tell(undefined, [...ofRun(scenario), ...attributes.map(({ name }: CaseAttribute): Lost => ['attributes', name])]);
  for (const sla of slas) tell(sla, [['sla']]);
  for (const pool of pools) tell(pool, ofPool(pool));
  for (const calendar of scenario.calendars ?? [])
    tell(
      calendar,
      lost(
        calendar.rules.some(({ share = 1 }) => share < 1),
        'time-share',
        calendar.name,
      ),
    );
  const named = new Map(
    [...model.nodes, ...model.flows, ...model.messageFlows].map((element) => [element.id, element]),
  );
  for (const [id, parameters] of Object.entries(elements)) {
    const element = named.get(id);
    if (element) tell(element, [...ofElement(parameters), ...ofWorkRules(parameters)]);
  }
}

/** `when` that holds means that `what` is lost. */
const lost = (when: unknown, what: What, value?: string | number): readonly Lost[] =>
  when === undefined || when === false || when === 0 ? [] : [value === undefined ? [what] : [what, value]];

function ofRun({ run = {} }: Scenario): readonly Lost[] {
  return [
    ...lost(run.warmUp && run.warmUp.value > 0, 'warm-up'),
    ...lost(run.replications !== undefined, 'replications', run.replications),
    ...lost(run.seed !== undefined, 'seed', run.seed),
    ...lost(run.timeZone !== undefined, 'time-zone', run.timeZone),
  ];
}

function ofPool(pool: ResourcePool): readonly Lost[] {
  const { staffing } = pool;
  return [
    ...lost(pool.costPerUse, 'cost-per-use'),
    ...lost(pool.discipline !== undefined && pool.discipline !== 'fifo', 'discipline'),
    ...lost(pool.preemption === 'resume', 'preemption'),
    ...lost(pool.overtimeFactor, 'overtime'),
    ...lost(pool.absence, 'absence'),
    ...staffing.flatMap(({ name = '', roles, speed, share, costPerHour }) => [
      ...lost(roles?.length, 'roles', name),
      ...lost(speed !== undefined && speed !== 1, 'speed', name),
      ...lost(share !== undefined && share !== 1, 'time-share', name),
      ...lost(costPerHour !== undefined && costPerHour !== pool.costPerHour, 'instance-cost', name),
    ]),
  ];
}

function ofElement(parameters: ElementParameters): readonly Lost[] {
  return [
    ...lost(parameters.workWhen?.length, 'work-by-class'),
    ...lost(parameters.priority, 'priority'),
    ...lost(!parameters.priority && parameters.priorityWhen?.length, 'priority'),
    ...lost(parameters.shiftEnd !== undefined && parameters.shiftEnd !== 'pause', 'shift-end'),
    ...lost(parameters.assign && Object.keys(parameters.assign).length > 0, 'attributes'),
    ...lost(parameters.condition, 'condition'),
    ...lost(parameters.latency, 'latency'),
    ...lost(parameters.fixedCost, 'fixed-cost'),
    ...lost(parameters.arrivals?.replay, 'recorded-arrivals'),
    ...lost(parameters.instances, 'instances'),
    ...lost(parameters.completion, 'completion'),
    ...lost(parameters.repeat, 'repetition'),
    ...lost(parameters.activation, 'activation'),
  ];
}

function ofWorkRules(parameters: ElementParameters): readonly Lost[] {
  return [
    ...lost(parameters.batch, 'batching'),
    ...lost(parameters.samePersonAs, 'same-person'),
    ...lost(parameters.otherPersonThan?.length, 'other-person'),
    ...lost(parameters.choose === 'fastest', 'fastest'),
    ...lost(parameters.setup, 'set-up'),
    ...lost(parameters.workBy?.length, 'work-by-person'),
    ...lost(parameters.workAt?.length, 'slow-hours'),
    ...lost(parameters.patience, 'patience'),
    ...lost(parameters.balkAt !== undefined, 'balking', parameters.balkAt),
    ...lost(parameters.initial, 'initial-work', parameters.initial),
  ];
}
