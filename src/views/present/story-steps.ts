/** Steps of the story made from what shows, shown again, and put on paper. */
import type { Shown } from '../../app/replay-desk.ts';
import type { StudySession } from '../../app/study-session.ts';
import { locale } from '../../i18n/locale.ts';
import type { Box } from '../../replay/geometry.ts';
import { STEP_HEATS } from '../../replay/step-heat.ts';
import type { StoryStep } from '../../study/story.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { clockText, heatTitle, replicationName, sideName } from '../replay/replay-texts.ts';
import type { DeckLoader } from './deck-loader.ts';
import type { Caption } from './present-foot.ts';
import type { StoryPage } from './print-story.ts';

/** A step that shows what shows now; `view`: the part of the first diagram, undefined = all of it. */
export function stepOf(
  session: StudySession,
  deck: ReplayDeck,
  view: Box | undefined,
  beside: Shown | undefined,
): StoryStep {
  const { colouring, followed, heat, replication } = deck;
  const attribute = colouring === 'standing' ? undefined : deck.sides[0]?.recording.attributes[colouring]?.name;
  return {
    title: deck.sides.map((side) => sideName(side, deck.sides)).join(' · '),
    note: '',
    designs: deck.sides
      .map(({ design }) => design)
      .sort((a, b) => Number(b === session.activeDesign) - Number(a === session.activeDesign)),
    scenario: session.activeScenario,
    ...(beside?.scenario === undefined || deck.sides.length < 2 ? {} : { scenarioBeside: beside.scenario }),
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
  sides: () => readonly Shown[],
): Promise<void> {
  const [first] = step.designs;
  if (first !== undefined && first !== session.activeDesign) await session.selectDesign(first);
  if (session.scenarios.some(({ id }) => id === step.scenario) && step.scenario !== undefined)
    session.selectScenario(step.scenario);
  loader.replication = step.replication ?? 0;
  await loader.keep(session, sides());
  const { deck } = loader;
  if (!deck) return;
  deck.followed = step.follow;
  const attribute = deck.sides[0]?.recording.attributes.findIndex(({ name }) => name === step.colouring) ?? -1;
  deck.colouring = attribute < 0 ? 'standing' : attribute;
  deck.heat = STEP_HEATS.find((heat) => heat === step.heat);
  deck.jump(step.time);
}

/** The active design and what is beside it, if anything; as the tabs stand. */
export function shownSides({ designs, activeDesign }: StudySession, beside: Shown | undefined): readonly Shown[] {
  return designs.flatMap(({ id }) => [
    ...(id === activeDesign ? [{ design: id }] : []),
    ...(beside && id === beside.design ? [beside] : []),
  ]);
}

/** What is put beside the active design unless something else is asked for: another design, else another scenario. */
export function besideOf({ designs, activeDesign, scenarios, activeScenario }: StudySession): Shown | undefined {
  const other = designs.find(({ id }) => id !== activeDesign);
  if (other) return { design: other.id };
  const scenario = scenarios.find(({ id }) => id !== activeScenario);
  return scenario && { design: activeDesign, scenario: scenario.id };
}

/** What a step shows beside its first design. */
export function besideIn({ designs: [, design], scenarioBeside }: StoryStep): Shown | undefined {
  if (design === undefined) return undefined;
  return { design, ...(scenarioBeside === undefined ? {} : { scenario: scenarioBeside }) };
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
