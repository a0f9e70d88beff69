/** What the browser keeps: whole studies, newest first, readable even when the newest state is damaged. */
import { expect } from 'chai';
import { openDB } from 'idb';
import { newDiagram } from '../../../src/editor/new-diagram.ts';
import { openStudyStore, type StudyStore } from '../../../src/study/storage.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';

const NAME = 'preflight-test';
const xml = newDiagram({ process: 'P', start: 'Start', task: '判定责任', end: 'End' });
const study = (name: string) => createStudy(name, [createDesign('As-is', xml)]);

describe('the study store', () => {
  let store: StudyStore;

  before(async () => {
    store = await openStudyStore(NAME);
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

  it('keeps only a few earlier states', async () => {
    const kept = study('Busy');
    for (let i = 0; i < 8; i++) await store.save({ ...kept, name: `Busy ${i}` });

    const db = await openDB(NAME);
    const states = await db.getAllKeysFromIndex('states', 'study', kept.id);
    db.close();

    expect(states).to.have.length(3);
    expect((await store.load(kept.id))?.name).to.equal('Busy 7');
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
