/** The editor’s end of the projection: opens the window on the beamer, tells it what changed and hears its keys. */
import { beamerAddress } from '../../app/beamer-hash.ts';
import { channelOf, type FromBeamer, type ToBeamer } from './beamer-protocol.ts';

/** One window, however often it is asked for. */
const WINDOW = 'preflight-beamer';
const SIZE = 'popup,width=1280,height=720';

export class BeamerLink {
  private readonly id = crypto.randomUUID();
  private readonly channel = channelOf(this.id);

  constructor(hear: (message: FromBeamer) => void) {
    this.channel.addEventListener('message', ({ data }: MessageEvent<FromBeamer>) => {
      hear(data);
    });
    window.addEventListener('pagehide', this.end);
  }

  /** Opens the window; false when the browser does not let it. Needs a key press or click shortly before. */
  open(): boolean {
    return window.open(beamerAddress(this.id), WINDOW, SIZE) !== null;
  }

  send(message: ToBeamer): void {
    this.channel.postMessage(message);
  }

  close(): void {
    this.end();
    window.removeEventListener('pagehide', this.end);
    this.channel.close();
  }

  private readonly end = (): void => {
    this.send({ type: 'end' });
  };
}
