/** Records replications of the study’s designs for replay, with the picture each moves in. */
import {
  compile,
  type Issue,
  type ProcessModel,
  type ReplicationResult,
  type Scenario,
  type Study as EngineStudy,
} from '#simulation';
import type { DesignEditor, DiagramPicture } from '../editor/design-editor.ts';
import { correspondenceOf, elementKeysOf } from '../experiments/index.ts';
import { rankReplications, type Ranking } from '../replay/ranking.ts';
import { recordingOf, type Recording } from '../replay/recording.ts';
import type { SimulationBackend } from '../runs/simulation-backend.ts';
import { designOf, documentName } from '../study/study.ts';
import type { OpenDesign, OpenDesigns } from './open-designs.ts';
import { settleScenario } from './settled-scenario.ts';
import { StoryDesk } from './story-desk.ts';
import type { StudyRecord } from './study-record.ts';

/** The design cannot be simulated as it is. */
export class RecordingRefused extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(`recording refused: <${issues.map((i) => i.code).join(', ')}>`);
  }
}

/** A design that is to be shown with one of its scenarios. */
export interface Shown {
  readonly design: string;
  /** By id; absent = the one last looked at. */
  readonly scenario?: string;
}

/** One design in a replay. Plain data. */
export interface ReplaySide {
  readonly design: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly picture: DiagramPicture;
  readonly recording: Recording;
}

/** A design with its picture, ready to be recorded. */
interface Drawn extends Omit<ReplaySide, 'recording'> {
  readonly model: ProcessModel;
}

export class ReplayDesk {
  /** The prepared views of the study. */
  readonly story: StoryDesk;
  private readonly watched = new WeakSet<DesignEditor>();
  private changes = 0;

  constructor(
    private readonly kept: StudyRecord,
    private readonly opened: OpenDesigns,
    private readonly backend: SimulationBackend,
  ) {
    this.story = new StoryDesk(kept);
  }

  /** A text that is another one when recordings of the designs would differ from those made before. */
  version(sides: readonly Shown[]): string {
    const study = this.kept.study;
    const scenarios = sides.map(({ design, scenario }) => scenario ?? designOf(study, design).activeScenario ?? '');
    return `${this.changes} ${scenarios.join(' ')}`;
  }

  /** The scenarios of a design, as far as it has been drawn. */
  scenariosOf(design: string): readonly Scenario[] {
    for (const [id, editor] of this.opened.editors()) if (id === design) return editor.scenarios;
    return [];
  }

  /**
   * Records one replication of each design with its scenario. The first is the baseline: twins of its elements in
   * the others share their luck, as in a comparison. Rejects with `RecordingRefused` when a design cannot be simulated, and as
   * the backend does.
   */
  async record(sides: readonly Shown[], replication: number, signal: AbortSignal): Promise<readonly ReplaySide[]> {
    const drawn: Drawn[] = [];
    for (const side of sides) drawn.push(await this.draw(side)); // one after the other: their pictures need the canvas
    const [baseline] = drawn;
    return Promise.all(
      drawn.map(async ({ design, name, picture, model, scenario }, i) => {
        const others = baseline && i > 0 && baseline.design !== design;
        const keys = others ? this.keys(baseline, { design, model }) : undefined;
        const study = { model, scenario, ...(keys ? { elementKeys: keys } : {}) };
        return { design, name, scenario, picture, recording: await this.replicate(study, replication, signal) };
      }),
    );
  }

  /** Runs all replications and ranks them. Rejects as `record` does. */
  async rank(shown: Shown, signal: AbortSignal): Promise<Ranking> {
    const { model, scenario } = await this.settled(shown);
    const study = { model, scenario };
    const { network, plan, issues } = compile(study);
    if (!network) throw new RecordingRefused(issues);
    const done: ReplicationResult[] = [];
    await this.backend.run(study, plan, { signal, onReplication: (result) => done.push(result) });
    signal.throwIfAborted();
    return rankReplications(network.kpiPaths, network.slas, done);
  }

  private async draw(shown: Shown): Promise<Drawn> {
    const { design: id } = shown;
    const { open, model, scenario } = await this.settled(shown);
    const { name } = designOf(this.kept.study, id);
    return { design: id, name, picture: await this.pictureOf(open, id), model, scenario };
  }

  /** The design as it is open, with its scenario. */
  private async settled({ design: id, scenario: wanted }: Shown): Promise<EngineStudy & { readonly open: OpenDesign }> {
    const { study } = this.kept;
    const design = designOf(study, id);
    const open = await this.opened.draw(design);
    const { editor } = open;
    this.watch(editor);
    const chosen = editor.scenarios.find((s) => s.id === (wanted ?? design.activeScenario)) ?? editor.scenarios[0];
    const { scenario } = settleScenario(editor.model, editor.scenarios, chosen?.id ?? '', documentName(study));
    return { open, model: editor.model, scenario };
  }

  /** Keys under which the elements of another design draw, by what is known of their twins. */
  private keys(from: Pick<Drawn, 'design' | 'model'>, to: Pick<Drawn, 'design' | 'model'>): Record<string, string> {
    const decided = this.kept.study.twins?.find((twins) => twins.from === from.design && twins.to === to.design);
    return { ...elementKeysOf(from.model, to.model, correspondenceOf(from.model, to.model, decided?.decisions)) };
  }

  /** What is hidden has no size, and so no picture. */
  private async pictureOf({ editor, container }: OpenDesign, id: string): Promise<DiagramPicture> {
    container.hidden = false;
    try {
      return await editor.picture();
    } finally {
      container.hidden = id !== this.kept.study.activeDesign;
    }
  }

  private async replicate(study: EngineStudy, replication: number, signal: AbortSignal): Promise<Recording> {
    const { network, plan, issues } = compile(study);
    if (!network) throw new RecordingRefused(issues);
    const recordings: Recording[] = [];
    await this.backend.run(
      study,
      { ...plan, replications: 1, first: replication, movement: true },
      {
        signal,
        onReplication: ({ movement }) => {
          if (movement)
            recordings.push(
              recordingOf(network, movement, { replication, planned: plan.replications, warmUp: plan.warmUp }),
            );
        },
      },
    );
    signal.throwIfAborted();
    const [recording] = recordings;
    if (!recording) throw new Error(`nothing recorded of <${replication}>`);
    return recording;
  }

  private watch(editor: DesignEditor): void {
    if (this.watched.has(editor)) return;
    this.watched.add(editor);
    editor.on('changed', () => {
      this.changes++;
    });
  }
}
