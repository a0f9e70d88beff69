/**
 * What an audience is shown: which designs, which replication, which step of the story. The same over the editor and in a second
 * window beside it.
 */
import type { ReactiveControllerHost } from 'lit';
import type { StudySession } from '../../app/study-session.ts';
import { replicationAt, type Rank } from '../../replay/ranking.ts';
import type { StoryStep } from '../../study/story.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import { DeckLoader } from './deck-loader.ts';
import { besideIn, besideOf, shownDesigns, showStep } from './story-steps.ts';

export class Showing {
  readonly loader: DeckLoader;
  /** The design beside the active one, by id. */
  beside: string | undefined;
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

  /** Designs that are shown, by id; as the tabs stand. */
  get designs(): readonly string[] {
    const session = this.session();
    return session ? shownDesigns(session, this.beside) : [];
  }

  toggleBoth(): void {
    const session = this.session();
    if (session) this.putBeside(this.designs.length > 1 ? undefined : besideOf(session));
  }

  /** Puts a design beside the active one, or none. */
  putBeside(design: string | undefined): void {
    this.beside = design;
    this.host.requestUpdate();
  }

  /** Shows another design in place of the active one; they change places when it is beside it. */
  async selectDesign(id: string): Promise<void> {
    const session = this.session();
    if (!session) return;
    const { activeDesign } = session;
    await session.selectDesign(id);
    if (this.beside === id) this.putBeside(activeDesign);
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
    const [first] = this.designs;
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
    this.beside = besideIn(step, session);
    await showStep(session, step, this.loader, () => this.designs);
    await this.host.updateComplete;
    this.stepShown(step);
  }

  private play(replication: number): void {
    this.loader.replication = replication;
    this.host.requestUpdate();
  }
}
