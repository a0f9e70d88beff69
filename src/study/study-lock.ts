/** One writer per study: the tab that opened it first writes it, until another one takes over. */

export interface StudyLock {
  /** Whether this tab may write. */
  readonly held: boolean;
  /** Takes the study from the other tab. */
  takeOver(): Promise<void>;
  release(): void;
}

/** Asks for the study; `onLost` is called when another tab takes over. Browsers without Web Locks always may write. */
export async function lockStudy(id: string, onLost: () => void): Promise<StudyLock> {
  let held = false;
  let release = (): void => undefined;

  const ask = (options: LockOptions): Promise<void> =>
    new Promise((answered) => {
      const holding = navigator.locks.request(`preflight:study:${id}`, options, (lock) => {
        held = lock !== null;
        answered();
        if (!lock) return undefined;
        return new Promise<void>((done) => {
          release = done;
        });
      });
      holding.catch(() => {
        held = false; // stolen
        onLost();
      });
    });

  if (!('locks' in navigator)) return { held: true, takeOver: () => Promise.resolve(), release };
  await ask({ ifAvailable: true });
  return {
    get held() {
      return held;
    },
    takeOver: () => ask({ steal: true }),
    release() {
      release();
      held = false;
    },
  };
}
