/** A first scenario for a drawing without simulation data: sensible, visible guesses that run at once. */
import {
  effectiveMean,
  MS_PER_UNIT,
  type Calendar,
  type ElementParameters,
  type ProcessModel,
  type ResourcePool,
  type Scenario,
} from '#simulation';
import { completeScenario } from './complete-scenario.ts';
import { doerOf } from './elements.ts';
import { expectedVisits } from './visits.ts';

/** Names that a proposal gives; the page passes them in the user's language. */
export interface ProposalNames {
  readonly scenario: string;
  readonly officeHours: string;
  readonly staff: string;
  readonly sla: string;
}

const ENGLISH: ProposalNames = {
  scenario: 'Scenario 1',
  officeHours: 'Mon–Fri 9–17',
  staff: 'Staff',
  sla: 'Cases on time',
};

const OFFICE_HOURS = 'OfficeHours';

/**
 * One pool per lane (or pool of the collaboration, or process) in which people work, one person each on office hours; work, shares
 * and arrivals as `completeScenario` guesses them; four weeks, 30 replications; 90 % of cases on time. All marked as guesses.
 */
export function proposeScenario(model: ProcessModel, names: ProposalNames = ENGLISH): Scenario {
  const teams = teamsOf(model, names);
  const pools = teams.map(({ id, name }): ResourcePool => ({
    id,
    name,
    staffing: [{ capacity: 1, calendar: OFFICE_HOURS }],
    provenance: { staffing: 'guess' },
  }));
  const calendar: Calendar = {
    id: OFFICE_HOURS,
    name: names.officeHours,
    rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }],
  };
  const elements = teams.flatMap(({ id, nodes }) =>
    nodes.map((node): readonly [string, ElementParameters] => [
      node,
      { resources: [[{ pool: id, units: 1 }]], provenance: { resources: 'guess' } },
    ]),
  );
  const { scenario } = completeScenario(
    model,
    {
      id: 'Scenario_1',
      name: names.scenario,
      currency: 'CNY',
      run: {
        start: '2026-01-05T00:00:00',
        horizon: { value: 4, unit: 'week' },
        replications: 30,
        businessCalendar: OFFICE_HOURS,
      },
      ...(elements.length > 0 ? { elements: Object.fromEntries(elements) } : {}),
      ...(pools.length > 0 ? { pools } : {}),
      calendars: [calendar],
    },
    true,
  );
  const limit = { value: promisedDays(model, scenario), unit: 'workday' } as const;
  return {
    ...scenario,
    slas: [
      {
        id: 'Sla_1',
        name: names.sla,
        on: { type: 'case' },
        limit,
        clock: 'business',
        calendar: OFFICE_HOURS,
        target: 0.9,
      },
    ],
  };
}

interface Team {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly string[];
}

/** Groups what people do by lane, else by pool, else by process. Nodes inside sub-processes go with the sub-process. */
function teamsOf(model: ProcessModel, names: ProposalNames): readonly Team[] {
  const scopes = new Map(model.nodes.map((node) => [node.id, node.scope]));
  const homes = model.processes.flatMap((process) => {
    const participant = model.participants.find((p) => p.process === process.id);
    const whole = {
      id: process.id,
      name: participant?.name ?? process.name ?? names.staff,
      lane: false,
      nodes: new Set<string>(),
    };
    return [
      ...process.lanes.map((lane) => ({
        id: lane.id,
        name: lane.name ?? lane.id,
        lane: true,
        nodes: new Set(lane.nodes),
      })),
      whole,
    ];
  });
  const members = new Map<string, string[]>();
  for (const node of model.nodes) {
    if (doerOf(node, model) !== 'people') continue;
    const home = homeOf(node.id, homes, scopes);
    if (home) members.set(home.id, [...(members.get(home.id) ?? []), node.id]);
  }
  return homes.flatMap(({ id, name }) => {
    const nodes = members.get(id);
    return nodes ? [{ id: `Pool_${id}`, name, nodes }] : [];
  });
}

function homeOf<T extends { readonly id: string; readonly nodes: ReadonlySet<string> }>(
  node: string,
  homes: readonly T[],
  scopes: ReadonlyMap<string, string>,
): T | undefined {
  for (let at: string | undefined = node; at !== undefined; at = scopes.get(at)) {
    const id = at;
    const found = homes.find((home) => home.nodes.has(id) || home.id === id);
    if (found) return found;
  }
  return undefined;
}

/** Working days that leave a case about five times its expected work. */
function promisedDays(model: ProcessModel, scenario: Scenario): number {
  const visits = expectedVisits(model, scenario);
  let ms = 0;
  for (const [id, { work, delay }] of Object.entries(scenario.elements ?? {}))
    for (const time of [work, delay])
      if (time) ms += (visits.get(id) ?? 0) * (effectiveMean({ unit: 'ms', ...time }) ?? 0);
  return Math.max(1, Math.ceil((5 * ms) / MS_PER_UNIT.workday));
}
