/** One writer per study: two tabs that hand it to and fro at random never overwrite each other and lose nothing. */
import { expect } from 'chai';
import { openIdbStore } from '../../../src/study/idb-store.ts';
import { lockStudy, type LockEvents, type StudyLock } from '../../../src/study/study-lock.ts';
import type { StudyStore } from '../../../src/study/study-store.ts';
import { createDesign, createStudy, type Study } from '../../../src/study/study.ts';

const quiet: LockEvents = {
  handingOver: () => Promise.resolve(),
  lost: () => undefined,
  granted: () => undefined,
  saved: () => undefined,
};
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe('the lock of a study', () => {
  it('belongs to the first; the second waits and gets it when the first leaves', async () => {
    const first = await lockStudy('a', quiet);
    let granted = false;
    const second = await lockStudy('a', { ...quiet, granted: () => (granted = true) });
    expect([first.held, second.held]).to.deep.equal([true, false]);

    first.release();
    await pause(50);

    expect([granted, second.held]).to.deep.equal([true, true]);
    second.release();
  });

  it('is handed over when asked for, after the writer has kept its work; whoever asks goes first', async () => {
    const told: string[] = [];
    const first = await lockStudy('b', {
      ...quiet,
      handingOver: async () => {
        await pause(30);
        told.push('kept');
      },
      lost: () => told.push('lost'),
    });
    const second = await lockStudy('b', quiet);
    const third = await lockStudy('b', quiet);

    await third.takeOver();

    expect([first.held, second.held, third.held]).to.deep.equal([false, false, true]);
    expect(told).to.deep.equal(['kept', 'lost']);
    for (const lock of [first, second, third]) lock.release();
  });

  it('is taken from a tab that does not answer', async () => {
    let lost = false;
    const frozen = await lockStudy('c', {
      ...quiet,
      handingOver: () => new Promise(() => undefined),
      lost: () => (lost = true),
    });
    const second = await lockStudy('c', quiet);

    await second.takeOver();
    await pause(20);

    expect([frozen.held, second.held, lost]).to.deep.equal([false, true, true]);
    frozen.release();
    second.release();
  });

  it('and the storage together lose no edit on a random walk of two tabs', async function () {
    this.timeout(20_000);
    const start = createStudy('0', [createDesign('As-is', '<a/>')]);
    const tabs = [await Tab.open(start), await Tab.open(start)];
    let made = 0;
    for (let step = 0; step < 150; step++) {
      const tab = tabs[draw(2)];
      if (!tab) throw new Error('no tab');
      if (draw(8) === 0) await tab.takeOver();
      else if (await tab.edit()) made++;
      if (draw(3) === 0) await pause(draw(4));
    }
    await Promise.all(tabs.map((tab) => tab.settle()));

    const kept = await tabs[0]?.stored();
    for (const tab of tabs) tab.close();
    expect(Number(kept?.name)).to.equal(made);
    expect(made).to.be.greaterThan(50);
  });
});

let state = 20_261_128;
/** A whole number below `n`; the same walk every time. */
function draw(n: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return (state >>> 16) % n;
}

/** A window as far as keeping a study goes: an edit adds 1 to the number that is the study's name. */
class Tab {
  private lock: StudyLock | undefined;
  private work: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly store: StudyStore,
    private study: Study,
  ) {}

  static async open(study: Study): Promise<Tab> {
    const tab = new Tab(await openIdbStore('preflight-two-tabs'), study);
    tab.lock = await lockStudy(study.id, {
      handingOver: () => tab.settle(),
      lost: () => undefined,
      granted: () => void tab.catchUp(),
      saved: () => void tab.catchUp(),
    });
    return tab;
  }

  /** Edits if this tab may; answers whether it did. The save is under way when this resolves. */
  async edit(): Promise<boolean> {
    await this.work;
    if (!this.lock?.held) return false;
    this.study = { ...this.study, name: String(Number(this.study.name) + 1) };
    const { study } = this;
    this.work = this.store.save(study).then(() => this.lock?.announceSave());
    return true;
  }

  async takeOver(): Promise<void> {
    await this.lock?.takeOver();
    await this.catchUp();
  }

  async settle(): Promise<void> {
    await this.work;
  }

  stored(): Promise<Study | undefined> {
    return this.store.load(this.study.id);
  }

  close(): void {
    this.lock?.release();
  }

  private catchUp(): Promise<unknown> {
    this.work = this.work.then(async () => {
      this.study = (await this.stored()) ?? this.study;
    });
    return this.work;
  }
}
