/**
 * One writer per study: the tab that opened it first. The others wait in line, hear of each save, and may ask for the study;
 * the writer then keeps what it has and hands it over. A writer that does not answer (a frozen tab) loses the study.
 */

export interface StudyLock {
  /** Whether this tab may write. */
  readonly held: boolean;
  /** Gets the study from the tab that has it; resolves when this one may write. */
  takeOver(): Promise<void>;
  /** Tells the other tabs that a new state was kept. */
  announceSave(): void;
  release(): void;
}

export interface LockEvents {
  /** Another tab asks for the study: keep what is not kept yet. */
  handingOver(): Promise<void>;
  /** This tab may no longer write. */
  lost(): void;
  /** This tab waited and may write now. */
  granted(): void;
  /** The writer has kept a new state. */
  saved(): void;
}

type Message = { readonly type: 'hand-over' } | { readonly type: 'saved' };

/** How long the writer may take to hand a study over, in ms. */
const PATIENCE_MS = 1500;

/** Asks for the study; resolves once it is known who writes. Browsers without Web Locks leave it to the storage to notice. */
export async function lockStudy(id: string, events: LockEvents): Promise<StudyLock> {
  const lock = new SharedStudy(`preflight:study:${id}`, events);
  await lock.begin();
  return lock;
}

class SharedStudy implements StudyLock {
  held = false;
  private readonly channel: BroadcastChannel;
  /** Lets go of the lock, when it is held. */
  private letGo: () => void = () => undefined;
  /** Ends the wait in line. */
  private wait: AbortController | undefined;
  private readonly hasLocks = 'locks' in navigator;
  private released = false;

  constructor(
    private readonly name: string,
    private readonly events: LockEvents,
  ) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      void this.hear(data);
    };
  }

  async begin(): Promise<void> {
    if (!this.hasLocks) {
      this.held = true;
      return;
    }
    await this.request({ ifAvailable: true });
    if (!this.held) this.queue();
  }

  async takeOver(): Promise<void> {
    if (!this.hasLocks) this.held = true;
    if (this.held) return;
    this.wait?.abort();
    this.tell({ type: 'hand-over' });
    await this.request({ signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!this.isHeld()) await this.request({ steal: true });
  }

  announceSave(): void {
    this.tell({ type: 'saved' });
  }

  release(): void {
    this.released = true;
    this.wait?.abort();
    this.letGo();
    this.held = false;
    this.channel.close();
  }

  private async hear(message: Message): Promise<void> {
    if (message.type === 'saved') {
      if (!this.held) this.events.saved();
      return;
    }
    if (this.held) {
      await this.events.handingOver();
      if (this.released || !this.isHeld()) return; // it took too long, and the study was taken
      this.held = false;
      this.letGo();
      this.events.lost();
    } else this.wait?.abort(); // whoever asks goes first
    this.queue();
  }

  /** Waits in line behind the writer. */
  private queue(): void {
    if (this.released || !this.hasLocks) return;
    const wait = new AbortController();
    this.wait = wait;
    void this.request({ signal: wait.signal }).then(() => {
      if (this.held && !wait.signal.aborted) this.events.granted();
    });
  }

  /** Resolves when the lock is held or will not be. */
  private request(options: LockOptions): Promise<void> {
    return new Promise((answered) => {
      let mine = false;
      const holding = navigator.locks.request(this.name, options, (lock) => {
        mine = lock !== null && !this.released;
        if (mine) this.held = true;
        answered();
        if (!mine) return undefined;
        return new Promise<void>((done) => {
          this.letGo = done;
        });
      });
      holding.catch(() => {
        answered();
        if (!mine || this.released) return; // the wait ended
        this.held = false; // taken by force
        this.events.lost();
        this.queue();
      });
    });
  }

  private isHeld(): boolean {
    return this.held;
  }

  private tell(message: Message): void {
    if (!this.released) this.channel.postMessage(message);
  }
}
