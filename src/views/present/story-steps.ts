/** Steps of the story made from what shows, shown again, and put on paper. */
import type { StudySession } from '../../app/study-session.ts';
import { locale } from '../../i18n/locale.ts';
import type { Box } from '../../replay/geometry.ts';
import { STEP_HEATS } from '../../replay/step-heat.ts';
import type { StoryStep } from '../../study/story.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { clockText, heatTitle, replicationName } from '../replay/replay-texts.ts';
import type { DeckLoader } from './deck-loader.ts';
import type { Caption } from './present-foot.ts';
import type { StoryPage } from './print-story.ts';

/** A step that shows what shows now; `view`: the part of the first diagram, undefined = all of it. */
export function stepOf(session: StudySession, deck: ReplayDeck, view: Box | undefined): StoryStep {
  const { colouring, followed, heat, replication } = deck;
  const attribute = colouring === 'standing' ? undefined : deck.sides[0]?.recording.attributes[colouring]?.name;
  return {
    title: deck.sides.map(({ name }) => name).join(' · '),
    note: '',
    designs: deck.sides.map(({ design }) => design),
    scenario: session.activeScenario,
    ...(replication === 0 ? {} : { replication }),
    time: deck.time,
    ...(attribute === undefined ? {} : { colouring: attribute }),
    ...(heat === undefined ? {} : { heat }),
    ...(followed === undefined ? {} : { follow: followed }),
    ...(view ? { view } : {}),
  };
}

/** Shows the step; resolves when its designs are recorded and stand where it says. */
export async function showStep(
  session: StudySession,
  step: StoryStep,
  loader: DeckLoader,
  designs: () => readonly string[],
): Promise<void> {
  const [first] = step.designs;
  if (first !== undefined && !step.designs.includes(session.activeDesign)) await session.selectDesign(first);
  if (session.scenarios.some(({ id }) => id === step.scenario) && step.scenario !== undefined)
    session.selectScenario(step.scenario);
  loader.replication = step.replication ?? 0;
  await loader.keep(session, designs());
  const { deck } = loader;
  if (!deck) return;
  deck.followed = step.follow;
  const attribute = deck.sides[0]?.recording.attributes.findIndex(({ name }) => name === step.colouring) ?? -1;
  deck.colouring = attribute < 0 ? 'standing' : attribute;
  deck.heat = STEP_HEATS.find((heat) => heat === step.heat);
  deck.jump(step.time);
}

/** The active design and the one beside it, if any; as the tabs stand. */
export function shownDesigns({ designs, activeDesign }: StudySession, beside: string | undefined): readonly string[] {
  return designs.flatMap(({ id }) => (id === activeDesign || id === beside ? [id] : []));
}

/** The design that is put beside the active one unless another is asked for; undefined when it is the only one. */
export const besideOf = ({ designs, activeDesign }: StudySession): string | undefined =>
  designs.find(({ id }) => id !== activeDesign)?.id;

/** The design a step shows beside the one that is, or becomes, active. */
export function besideIn({ designs }: StoryStep, { activeDesign }: StudySession): string | undefined {
  const active = designs.includes(activeDesign) ? activeDesign : designs[0];
  return designs.find((id) => id !== active);
}

/** What the room reads of the step with this index; undefined when there is none. */
export function captionOf(steps: readonly StoryStep[], index: number): Caption | undefined {
  const step = steps[index];
  return step && { title: step.title, note: step.note, number: index + 1, count: steps.length };
}

/** The step as a page for print. */
export function pageOf(step: StoryStep, deck: ReplayDeck, pictures: readonly string[]): StoryPage {
  const names = deck.sides.map(({ name, scenario }) => `${name} · ${scenario.name}`);
  const [first] = deck.sides;
  const moment = first
    ? [replicationName(first.recording.replication), clockText(first.recording, deck.time, locale())]
    : [];
  const colours = deck.heat === undefined ? [] : [heatTitle(deck.heat)];
  return { title: step.title, place: [...names, ...moment, ...colours].join(' | '), note: step.note, pictures };
}
