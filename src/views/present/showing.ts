/**
 * What an audience is shown: which designs, which replication, which step of the story. The same over the editor and in a second
 * window beside it.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Shown } from '../../app/replay-desk.ts';
import type { StudySession } from '../../app/study-session.ts';
import { replicationAt, type Rank } from '../../replay/ranking.ts';
import type { StoryStep } from '../../study/story.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { DeckLoader } from './deck-loader.ts';
import { besideIn, besideOf, shownSides, showStep } from './story-steps.ts';

export class Showing {
  readonly loader: DeckLoader;
  /** What stands beside the active design with its active scenario. */
  beside: Shown | undefined;
  /** Index of the step of the story that was shown last; −1 = none. */
  at = -1;
  /** How the replication was chosen; undefined = by its number. */
  rank: Rank | undefined;

  /** `stepShown` is called when a step’s designs stand where it says. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: () => StudySession | undefined,
    private readonly stepShown: (step: StoryStep) => void,
  ) {
    this.loader = new DeckLoader(host);
  }

  get deck(): ReplayDeck | undefined {
    return this.loader.deck;
  }

  /** What is shown; as the tabs stand. */
  get sides(): readonly Shown[] {
    const session = this.session();
    return session ? shownSides(session, this.beside) : [];
  }

  /** Whether there is anything to put beside what is active. */
  get hasMore(): boolean {
    const session = this.session();
    return session !== undefined && besideOf(session) !== undefined;
  }

  toggleBoth(): void {
    const session = this.session();
    if (session) this.putBeside(this.sides.length > 1 ? undefined : besideOf(session));
  }

  /** Puts a design with a scenario beside what is active, or nothing. */
  putBeside(shown: Shown | undefined): void {
    this.beside = shown;
    this.host.requestUpdate();
  }

  /** Shows another scenario of the active design; they change places when it is beside the active one. */
  selectScenario(id: string): void {
    const session = this.session();
    if (!session) return;
    const { activeDesign: design, activeScenario: scenario } = session;
    session.selectScenario(id);
    if (this.beside?.design === design && this.beside.scenario === id) this.putBeside({ design, scenario });
  }

  /** Shows another design in place of the active one; they change places when it is beside it. */
  async selectDesign(id: string): Promise<void> {
    const session = this.session();
    if (!session) return;
    const { activeDesign } = session;
    const { beside } = this;
    await session.selectDesign(id);
    if (beside?.design !== id || id === activeDesign) return;
    if (beside.scenario !== undefined) session.selectScenario(beside.scenario);
    this.putBeside({ design: activeDesign });
  }

  /** Plays the replication with this number, from 0; others than those the figures are made of are refused. */
  chooseReplication(number: number): void {
    const planned = this.deck?.sides[0]?.recording.planned ?? 0;
    if (!Number.isInteger(number) || number < 0 || number >= planned) return;
    this.rank = undefined;
    this.play(number);
  }

  /** To the next (1) or last (-1) replication. */
  changeReplication(by: 1 | -1): void {
    this.chooseReplication(this.loader.replication + by);
  }

  /** Plays the worst, the median or the best replication of the first design. */
  async chooseRank(rank: Rank): Promise<void> {
    const session = this.session();
    const [first] = this.sides;
    if (!session || first === undefined) return;
    const ranking = await this.loader.rank(session, first);
    const number = ranking && replicationAt(ranking, rank);
    if (number === undefined) return;
    this.rank = rank;
    this.play(number);
  }

  /** To the next (1) or last (-1) step of the story. */
  flip(by: 1 | -1): void {
    void this.show(this.at + by);
  }

  /** Shows a step of the story; nothing happens when there is none with this index. */
  async show(index: number): Promise<void> {
    const session = this.session();
    const step = session?.replays.story.steps[index];
    if (!session || !step) return;
    this.at = index;
    this.rank = undefined;
    this.beside = besideIn(step);
    await showStep(session, step, this.loader, () => this.sides);
    await this.host.updateComplete;
    this.stepShown(step);
  }

  private play(replication: number): void {
    this.loader.replication = replication;
    this.host.requestUpdate();
  }
}
