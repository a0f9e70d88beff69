/** Records replications of the study’s designs for replay, with the picture each moves in. */
import { compile, type Issue, type Scenario, type Study as EngineStudy } from '#simulation';
import type { DesignEditor, DiagramPicture } from '../editor/design-editor.ts';
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

/** One design in a replay. Plain data. */
export interface ReplaySide {
  readonly design: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly picture: DiagramPicture;
  readonly recording: Recording;
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
  version(designs: readonly string[]): string {
    const study = this.kept.study;
    return `${this.changes} ${designs.map((id) => designOf(study, id).activeScenario ?? '').join(' ')}`;
  }

  /**
   * Records one replication of a design with the scenario last looked at. Rejects with `RecordingRefused` when the design cannot
   * be simulated, and as the backend does.
   */
  async record(id: string, replication: number, signal: AbortSignal): Promise<ReplaySide> {
    const study = this.kept.study;
    const design = designOf(study, id);
    const open = await this.opened.draw(design);
    const { editor } = open;
    this.watch(editor);
    const chosen = editor.scenarios.find((s) => s.id === design.activeScenario) ?? editor.scenarios[0];
    const { scenario } = settleScenario(editor.model, editor.scenarios, chosen?.id ?? '', documentName(study));
    const picture = await this.pictureOf(open, id);
    const recording = await this.replicate({ model: editor.model, scenario }, replication, signal);
    return { design: id, name: design.name, scenario, picture, recording };
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
          if (movement) recordings.push(recordingOf(network, movement, { replication, warmUp: plan.warmUp }));
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
