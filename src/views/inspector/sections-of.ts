/** The blocks of the Element tab, in the order they are shown; each says itself where it applies. */
import type { InspectorContext, Section, Target } from './context.ts';
import { activationSection } from './sections/activation-section.ts';
import { arrivalsSection } from './sections/arrivals-section.ts';
import { assignSection } from './sections/assign-section.ts';
import { batchSection } from './sections/batch-section.ts';
import { branchesSection } from './sections/branches-section.ts';
import { chanceSection } from './sections/chance-section.ts';
import { flowSection } from './sections/flow-section.ts';
import { latencySection } from './sections/latency-section.ts';
import { peopleSection } from './sections/people-section.ts';
import { queueSection } from './sections/queue-section.ts';
import { repetitionSection } from './sections/repetition-section.ts';
import { slaSection } from './sections/sla-section.ts';
import { staffSection } from './sections/staff-section.ts';
import { teamSection } from './sections/team-section.ts';
import { waitingSection } from './sections/waiting-section.ts';
import { workSection } from './sections/work-section.ts';

const SECTIONS: readonly Section[] = [
  arrivalsSection,
  workSection,
  repetitionSection,
  peopleSection,
  teamSection,
  branchesSection,
  flowSection,
  activationSection,
  chanceSection,
  waitingSection,
  latencySection,
  slaSection,
  queueSection,
  batchSection,
  assignSection,
  staffSection,
];

/** The sections that have something to say about the target. */
export const sectionsOf = (target: Target, context: InspectorContext): readonly Section[] =>
  SECTIONS.filter((section) => section.applies(target, context));
