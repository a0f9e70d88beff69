/** Takes pictures and films of the replay and saves them where the user says. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { exportName } from '../../app/export-name.ts';
import type { Session } from '../../app/session.ts';
import { writeFile } from '../../study/files.ts';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import type { ReplayStages } from '../replay/replay-stages.ts';
import { Film, filmFormat, type Filming } from './film.ts';
import { drawSheet, sheetFor, type Scenery } from './sheet.ts';

/** What stands before the camera; nothing while a replay is recorded. */
export interface Scene {
  readonly stages: ReplayStages;
  readonly deck: ReplayDeck;
  readonly session: Session;
}

export class Camera implements ReactiveController {
  private film: Filming | undefined;
  private opening = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scene: () => Scene | undefined,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    void this.film?.stop();
    this.film = undefined;
  }

  get filming(): boolean {
    return this.film !== undefined;
  }

  /** Begins a film, or ends and saves the one under way. */
  async toggleFilm(): Promise<void> {
    const scene = this.scene();
    const { film } = this;
    if (!scene || this.opening) return;
    if (film) {
      this.film = undefined;
      this.host.requestUpdate();
      await writeFile(await film.stop(), exportName(scene.session, film.extension));
      return;
    }
    this.opening = true;
    this.film = await this.begin();
    this.opening = false;
    this.host.requestUpdate();
  }

  /** With the recorder of the browser; as a GIF where there is none. */
  private async begin(): Promise<Filming | undefined> {
    const format = filmFormat();
    const { GifFilm } = format ? {} : await import('./gif-film.ts');
    const first = this.scenery();
    if (!first) return undefined;
    if (format) return new Film(first, this.scenery, format);
    return GifFilm && new GifFilm(first, this.scenery);
  }

  private readonly scenery = (): Scenery | undefined => {
    const scene = this.scene();
    return scene && sceneryOf(scene);
  };

  /** Saves what shows now as a PNG. */
  async savePoster(): Promise<void> {
    const scene = this.scene();
    if (!scene) return;
    const scenery = sceneryOf(scene);
    const canvas = sheetFor(scenery);
    drawSheet(canvas, scenery);
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve);
    });
    if (!picture) throw new Error('no picture from <canvas>');
    await writeFile(picture, exportName(scene.session, '.png'));
  }
}

const sceneryOf = ({ stages, deck, session }: Scene): Scenery => ({ title: session.studyName, stages, deck });
