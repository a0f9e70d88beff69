/** Databases of other versions of the app: older ones open with everything in them, newer ones are read and not written. */
import { expect } from 'chai';
import { deleteDB, openDB } from 'idb';
import versionOne from '../../fixtures/storage/version-1.json';
import { openIdbStore } from '../../../src/study/idb-store.ts';
import { NewerStorageError } from '../../../src/study/storage-errors.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';
import { writeDatabase } from '../../support/database.ts';

const NAME = 'preflight-other-version';

describe('a database written by the first version', () => {
  beforeEach(() => deleteDB(NAME));

  it('opens with every study, and what is kept afterwards has a history', async () => {
    await writeDatabase(NAME, versionOne);

    const store = await openIdbStore(NAME);

    const recent = await store.recent();
    expect(recent.map(({ name }) => name)).to.deep.equal(['vendors', 'Complaints, first version']);
    const study = await store.load(recent[1]!.id);
    expect(study?.designs[0]?.xml).to.contain('Decide who is responsible');
    expect((await store.originalOf((await store.load(recent[0]!.id))!.activeDesign))?.fileName).to.equal(
      'vendors.bpmn',
    );
    const before = (await store.history(study!.id)).length;
    for (let i = 0; i < 5; i++) await store.save({ ...study!, name: `Later ${i}` });
    expect(await store.history(study!.id)).to.have.length(before + 5);
  });

  it('is not spoiled when the upgrade is cut off', async () => {
    await writeDatabase(NAME, versionOne);
    const cut = indexedDB.open(NAME, 2);
    await new Promise((done) => {
      cut.onupgradeneeded = () => {
        cut.result.createObjectStore('points', { keyPath: 'number' });
        cut.transaction?.abort(); // as when the browser is killed
      };
      cut.onerror = done;
    });

    const store = await openIdbStore(NAME);

    expect(await store.recent()).to.have.length(2);
  });
});

describe('a database of a newer version', () => {
  beforeEach(() => deleteDB(NAME));

  it('is read but never written', async () => {
    const ours = await openIdbStore(NAME);
    const study = createStudy('Old', [createDesign('As-is', '<a/>')]);
    await ours.save(study);
    const newer = await openDB(NAME, 99, {
      upgrade: (db) => void db.createObjectStore('novelties'),
    });
    newer.close();

    const store = await openIdbStore(NAME);
    const refused = await store.save({ ...study, name: 'New' }).catch((error: unknown) => error);

    expect((await store.load(study.id))?.name).to.equal('Old');
    expect(refused).to.be.instanceOf(NewerStorageError);
  });

  it('may take over while an older tab is open, which then says so', async () => {
    const store = await openIdbStore(NAME);
    const study = createStudy('Old', [createDesign('As-is', '<a/>')]);
    await store.save(study);

    const newer = await openDB(NAME, 99);
    const refused = await store.save({ ...study, name: 'New' }).catch((error: unknown) => error);
    newer.close();

    expect(refused).to.be.instanceOf(NewerStorageError);
    expect((await store.load(study.id))?.name).to.equal('Old');
  });
});
