/** SLAs bound to cases, activities and milestones. */
import type { BoundSla, MilestoneHook } from '../kernel/network.ts';
import { issue } from '../model/issue.ts';
import type { Milestone, Sla } from '../model/scenario.ts';
import { toMs } from '../model/units.ts';
import { bind, type Context } from './context.ts';

export interface BoundSlas {
  readonly slas: BoundSla[];
  readonly segmentCount: number;
  readonly milestonesEntered: (MilestoneHook[] | undefined)[];
  readonly milestonesLeft: (MilestoneHook[] | undefined)[];
}

/** Binds all SLAs; those on elements that do not exist are reported and left out. */
export function compileSlas(context: Context, nodeActivity: Int32Array): BoundSlas {
  const { scenario, graph, issues } = context;
  const result = {
    slas: [] as BoundSla[],
    segmentCount: 0,
    milestonesEntered: graph.nodes.map((): MilestoneHook[] | undefined => undefined),
    milestonesLeft: graph.nodes.map((): MilestoneHook[] | undefined => undefined),
  };
  const seen = new Set<string>();
  for (const sla of scenario.slas ?? []) {
    if (seen.has(sla.id)) {
      issues.push(issue('error', 'duplicate-sla', sla));
      continue;
    }
    seen.add(sla.id);
    checkFigures(sla);
    const k = result.slas.length;
    const elements = elementsOf(sla).map((id) => graph.nodeIndex.get(id) ?? missing(sla, id));
    if (elements.includes(-1)) continue;
    const [first = -1] = elements;
    const activity = sla.on.type === 'activity' ? nodeActivity[first]! : -1;
    if (sla.on.type === 'activity' && activity < 0) {
      missing(sla, sla.on.element);
      continue;
    }
    if (sla.on.type === 'segment') {
      hook(sla.on.from, k, false);
      hook(sla.on.to, k, true);
    }
    result.slas.push({
      id: sla.id,
      name: sla.name,
      scope: sla.on.type,
      activity,
      limit: Math.round(toMs(sla.limit)),
      target: sla.target,
      timeline: sla.clock === 'business' ? timeline(sla) : undefined,
      when: sla.when && bind(context, sla, sla.when, 'boolean'),
      segment: sla.on.type === 'segment' ? result.segmentCount++ : -1,
    });
  }
  return result;

  function hook({ element, at }: Milestone, sla: number, end: boolean): void {
    const list = at === 'entered' ? result.milestonesEntered : result.milestonesLeft;
    const n = graph.nodeIndex.get(element)!;
    (list[n] ??= []).push({ sla, segment: result.segmentCount, end });
  }

  function timeline(sla: Sla) {
    return sla.calendar === undefined ? context.businessTimeline : context.calendars.get(sla.calendar, sla, issues);
  }

  function missing(sla: Sla, element: string): -1 {
    issues.push(issue('warning', 'sla-element-missing', sla, { element }));
    return -1;
  }

  function checkFigures(sla: Sla): void {
    if (!(toMs(sla.limit) > 0) || toMs(sla.limit) === Infinity) issues.push(issue('error', 'sla-limit', sla));
    if (!(sla.target >= 0 && sla.target <= 1)) issues.push(issue('error', 'sla-target', sla));
  }
}

function elementsOf({ on }: Sla): string[] {
  if (on.type === 'case') return [];
  return on.type === 'activity' ? [on.element] : [on.from.element, on.to.element];
}
