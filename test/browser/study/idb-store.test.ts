/** What the browser keeps: whole studies, newest first, readable even when the newest state is damaged. */
import { expect } from 'chai';
import { openDB } from 'idb';
import { newDiagram } from '../../../src/editor/new-diagram.ts';
import { openIdbStore } from '../../../src/study/idb-store.ts';
import type { Schema } from '../../../src/study/database.ts';
import { OtherTabError } from '../../../src/study/storage-errors.ts';
import { versionsOf, type StudyStore } from '../../../src/study/study-store.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';

const NAME = 'preflight-test';
const xml = newDiagram({ process: 'P', start: 'Start', task: '判定责任', end: 'End' });
const study = (name: string) => createStudy(name, [createDesign('As-is', xml)]);

describe('the study store', () => {
  let store: StudyStore;

  before(async () => {
    store = await openIdbStore(NAME);
  });

  it('gives back what it was given', async () => {
    const kept = study('Kept');

    await store.save(kept);

    expect(await store.load(kept.id)).to.deep.equal(kept);
  });

  it('lists studies newest first, with a sketch of the diagram', async () => {
    const first = study('First');
    await store.save(first);
    await store.save(study('Second'));
    await store.save({ ...first, name: 'First again' });

    const [newest, next] = await store.recent();

    expect([newest?.name, next?.name]).to.deep.equal(['First again', 'Second']);
    expect(newest?.sketch.shapes.map((s) => s.kind)).to.deep.equal(['circle', 'box', 'circle']);
    expect(newest?.sketch.lines).to.have.length(2);
  });

  it('keeps sixty states to go back to, three of them whole', async () => {
    const kept = study('Busy');
    for (let i = 0; i < 70; i++) await store.save({ ...kept, name: `Busy ${i}` });

    const history = await store.history(kept.id);
    const db = await openDB(NAME);
    const whole = await db.getAllKeysFromIndex('states', 'study', kept.id);
    db.close();

    expect(whole).to.have.length(3);
    expect(history).to.have.length(63);
    expect((await store.restore(history[0]!.number))?.name).to.equal('Busy 69');
    expect((await store.restore(history.at(-1)!.number))?.name).to.equal('Busy 0');
  });

  it('keeps versions whatever comes after, and tells them apart', async () => {
    const kept = study('Versions');
    await store.save(kept);
    const details = { name: 'V1.0', note: 'As agreed in the workshop', reviewer: '王芳' };
    await store.keepVersion(kept, details);
    for (let i = 0; i < 70; i++) await store.save({ ...kept, name: `Later ${i}` });
    const history = await store.history(kept.id);
    const version = history.find((point) => point.version);
    await store.describeVersion(history[0]!.number, { ...details, name: 'V1.1' });
    await store.save({ ...kept, name: 'After' });

    expect(version?.version).to.deep.equal(details);
    expect(await store.restore(version!.number)).to.deep.equal(kept);
    const versions = await versionsOf(store, kept.id);
    expect(versions.map((v) => `${v.name} ${v.study.name}`)).to.deep.equal(['V1.0 Versions', 'V1.1 Later 69']);

    await store.describeVersion(version!.number, undefined);
    expect((await versionsOf(store, kept.id)).map((v) => v.name)).to.deep.equal(['V1.1']);
  });

  it('falls back to the state before when the newest is damaged', async () => {
    const kept = study('Before');
    await store.save(kept);
    await store.save({ ...kept, name: 'After' });
    const db = await openDB(NAME);
    const newest = Math.max(...(await db.getAllKeysFromIndex('states', 'study', kept.id)).map(Number));
    await db.put('states', { number: newest, studyId: kept.id, savedAt: new Date(), study: { id: kept.id } });
    db.close();

    expect((await store.load(kept.id))?.name).to.equal('Before');
  });

  it('does not trust a state whose documents were changed behind its back', async () => {
    const kept = study('Flipped');
    await store.save(kept);
    await store.save({ ...kept, name: 'After' });
    const db = await openDB<Schema>(NAME);
    const newest = Math.max(...(await db.getAllKeysFromIndex('states', 'study', kept.id)));
    const state = await db.get('states', newest);
    const [design] = state!.study.designs;
    const flipped = { ...design!, xml: design!.xml.replace('判', '刹') };
    await db.put('states', { ...state!, study: { ...state!.study, designs: [flipped] } });
    db.close();

    expect((await store.load(kept.id))?.name).to.equal('Flipped');
  });

  it('goes on counting when the clock is set back', async () => {
    const kept = study('Clock');
    const now = Date.now;
    try {
      Date.now = () => now() + 86_400_000;
      await store.save(kept);
      Date.now = now;
      const later = await openIdbStore(NAME); // a reload after the clock was put right
      await later.load(kept.id);
      for (let i = 0; i < 5; i++) await later.save({ ...kept, name: `Clock ${i}` });
      expect((await later.load(kept.id))?.name).to.equal('Clock 4');
    } finally {
      Date.now = now;
    }
  });

  it('writes on after the browser has closed the connection', async () => {
    const kept = study('Closed');
    await store.save(kept);
    const open = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function () {
      IDBDatabase.prototype.transaction = open;
      throw new DOMException('The database connection is closing.', 'InvalidStateError');
    };

    await store.save({ ...kept, name: 'Again' });

    expect((await store.load(kept.id))?.name).to.equal('Again');
  });

  it('refuses to overwrite what another window wrote meanwhile', async () => {
    const kept = study('Shared');
    await store.save(kept);
    const other = await openIdbStore(NAME);
    await other.load(kept.id);
    await other.save({ ...kept, name: 'Theirs' });

    const refused = await store.save({ ...kept, name: 'Ours' }).catch((error: unknown) => error);

    expect(refused).to.be.instanceOf(OtherTabError);
    expect((await store.load(kept.id))?.name).to.equal('Theirs');
  });

  it('forgets a study altogether', async () => {
    const gone = study('Gone');
    await store.save(gone);
    const [design] = gone.designs;
    await store.keepOriginal({ design: design!.id, study: gone.id, fileName: 'a.bpmn', bytes: Uint8Array.of(1) });

    await store.remove(gone.id);

    expect(await store.load(gone.id)).to.equal(undefined);
    expect(await store.originalOf(design!.id)).to.equal(undefined);
    expect((await store.recent()).some((s) => s.id === gone.id)).to.equal(false);
  });
});
