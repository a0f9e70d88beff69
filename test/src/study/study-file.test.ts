/** The `.preflight` file keeps a study whole, and hostile or foreign archives are answers, not crashes. */
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newDiagram } from '../../../src/editor/new-diagram.ts';
import { readStudyFiles } from '../../../src/study/read-study-files.ts';
import { packVersions } from '../../../src/study/study-file-versions.ts';
import type { Version } from '../../../src/study/study-store.ts';
import { packStudy, STUDY_FILE_VERSION, unpackStudy } from '../../../src/study/study-file.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';

const names = { process: '投诉处理', start: 'Start', task: '判定责任 𠮷', end: 'End' };
const asIs = createDesign('现状', newDiagram(names));
const toBe = { ...createDesign('To-be', newDiagram({ ...names, task: 'Decide' })), activeScenario: 'Scenario_2' };
const study = { ...createStudy('Complaints', [asIs, toBe]), activeDesign: toBe.id };

const manifest = (change: object): Uint8Array =>
  strToU8(
    JSON.stringify({
      format: 'preflight-study',
      version: STUDY_FILE_VERSION,
      name: 'x',
      activeDesign: 0,
      designs: [{ name: 'As-is', file: 'designs/1.bpmn' }],
      ...change,
    }),
  );
const zip = (entries: Zippable): Uint8Array => zipSync({ 'designs/1.bpmn': strToU8(asIs.xml), ...entries });
const codes = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await unpackStudy(bytes, 'x.preflight')).issues.map((i) => i.code);

describe('a study file', () => {
  it('brings back names, documents, the active design and its scenario', async () => {
    const { study: read, issues } = await unpackStudy(packStudy(study), 'complaints.preflight');

    expect(issues).toEqual([]);
    expect(read?.name).toBe('Complaints');
    expect(read?.fileName).toBe('complaints.preflight');
    expect(read?.designs.map((d) => d.name)).toEqual(['现状', 'To-be']);
    expect(read?.designs.map((d) => d.xml)).toEqual([asIs.xml, toBe.xml]);
    expect(read?.designs[1]?.activeScenario).toBe('Scenario_2');
    expect(read?.activeDesign).toBe(read?.designs[1]?.id);
  });

  it('brings back what was said about parameters of other tools', async () => {
    const values = { format: 'QBP', count: 3 };
    const notes = [{ code: 'dialect-read', severity: 'info', elementId: 'S', elementName: '现状', values }] as const;
    const { study: read } = await unpackStudy(packStudy({ ...study, designs: [{ ...asIs, notes }, toBe] }), 'x');
    expect(read?.designs.map((design) => design.notes)).toEqual([notes, undefined]);
  });

  it('brings back the story with its designs, and leaves out steps whose design is gone', async () => {
    const step = {
      title: '并排',
      note: 'Look at the queue.',
      designs: [toBe.id, asIs.id],
      scenario: 'Scenario_2',
      time: 86_400_000,
      colouring: 'kind',
      heat: 'waiting',
      follow: 16,
      view: { x: -5, y: 0.5, width: 300, height: 200 },
    };
    const scenarios = {
      title: 'Two scenarios',
      note: '',
      designs: [toBe.id, toBe.id],
      scenario: 'Scenario_2',
      scenarioBeside: 'Scenario_1',
      time: 0,
    };
    const gone = { title: 'Gone', note: '', designs: ['deleted'], time: 0 };

    const { study: read } = await unpackStudy(packStudy({ ...study, story: [step, gone, scenarios] }), 'x.preflight');

    const [first, second] = read?.designs ?? [];
    expect(read?.story).toEqual([
      { ...step, designs: [second?.id, first?.id] },
      { ...scenarios, designs: [second?.id, second?.id] },
    ]);
  });

  it('is the same bytes for the same study', () => {
    expect(packStudy(study)).toEqual(packStudy(study));
  });

  it('brings back its versions, in which a design is the same as it is now', async () => {
    const before = { ...study, name: 'Complaints 1', designs: [asIs], activeDesign: asIs.id };
    const versions: readonly Version[] = [
      {
        name: 'V1.0',
        note: '首次评审',
        reviewer: 'Zhang Wei',
        at: new Date('2026-03-01T08:00:00.000Z'),
        study: before,
      },
      { name: 'V1.1', note: '', reviewer: '', at: new Date('2026-04-01T08:00:00.000Z'), study },
    ];
    const file = packStudy(study, packVersions(versions));
    const { studies } = await readStudyFiles([{ name: 'complaints.preflight', bytes: file }]);

    const [read] = studies;
    expect(read?.issues).toEqual([]);
    const details = (version: object) => ({ ...version, study: undefined });
    expect(read?.versions.map(details)).toEqual(versions.map(details));
    const [first, second] = read?.versions.map((version) => version.study) ?? [];
    expect(first?.name).toBe('Complaints 1');
    expect(first?.designs).toEqual([{ ...asIs, id: read?.study.designs[0]?.id }]);
    expect(second?.designs).toEqual(read?.study.designs);
    expect(read?.study.designs.map(({ id }) => id)).not.toContain(asIs.id);
  });

  it('without versions opens as it always did, and with a version that cannot be read without that one', async () => {
    const details = { name: 'V1.0', note: '', reviewer: '', at: new Date(0) };
    const good = packVersions([{ ...details, name: 'V1.1', study }]);
    const file = packStudy(study, [{ ...details, bytes: strToU8('no zip') }, ...good]);
    const { studies } = await readStudyFiles([
      { name: 'old.preflight', bytes: zip({ 'study.json': manifest({}) }) },
      { name: 'new.preflight', bytes: file },
    ]);

    expect(studies.map(({ versions }) => versions.map(({ name }) => name))).toEqual([[], ['V1.1']]);
    expect(studies[1]?.issues).toMatchObject([{ code: 'study-version-missing', elementName: 'V1.0' }]);
  });

  it('leaves out the oldest versions that find no room, so that it can be opened again', () => {
    const version = (name: string): Version => ({ name, note: '', reviewer: '', at: new Date(0), study });
    const room = Math.floor(packStudy(study).length * 2.5);
    const packed = packVersions(['V1.0', 'V1.1', 'V1.2'].map(version), room);
    expect(packed.map(({ name }) => name)).toEqual(['V1.1', 'V1.2']);
  });

  it('holds plain .bpmn documents that other tools open', () => {
    const files = unzipSync(packStudy(study));
    expect(Object.keys(files).sort()).toEqual(['designs/1.bpmn', 'designs/2.bpmn', 'study.json']);
    expect(new TextDecoder().decode(files['designs/2.bpmn'])).toBe(toBe.xml);
  });
});

describe('an archive that is not a study', () => {
  it('of a later version is refused by name', async () => {
    expect(await codes(zip({ 'study.json': manifest({ version: STUDY_FILE_VERSION + 1, designs: 'other' }) }))).toEqual(
      ['study-newer'],
    );
  });

  it.each([
    ['no manifest', zip({})],
    ['a manifest that is not JSON', zip({ 'study.json': strToU8('{') })],
    ['a manifest of something else', zip({ 'study.json': manifest({ format: 'other' }) })],
    ['no designs', zip({ 'study.json': manifest({ designs: [] }) })],
    ['numbers where names belong', zip({ 'study.json': manifest({ name: 5 }) })],
    ['a manifest 10 000 levels deep', zip({ 'study.json': strToU8('['.repeat(10_000) + ']'.repeat(10_000)) })],
  ])('with %s is told apart', async (_, bytes) => {
    expect(await codes(bytes)).toEqual(['study-not-ours']);
  });

  it.each([
    ['cut in half', packStudy(study).slice(0, 600)],
    ['only a zip signature', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['without its directory', packStudy(study).slice(0, -22)],
  ])('%s is called broken', async (_, bytes) => {
    expect(await codes(bytes)).toEqual(['study-broken']);
  });

  it('that unpacks to more than the limit is refused', async () => {
    const bomb = zip({ 'study.json': manifest({}), 'designs/2.bpmn': new Uint8Array(61 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await codes(bomb)).toEqual(['study-too-large']);
  });

  it('never touches prototypes', async () => {
    const bytes = zip({
      'study.json': strToU8(
        '{"__proto__":{"polluted":1},"format":"preflight-study","version":1,"name":"x","activeDesign":0,' +
          '"designs":[{"name":"a","file":"__proto__"},{"name":"b","file":"designs/1.bpmn","__proto__":{"polluted":1}}]}',
      ),
    });
    const { study: read } = await unpackStudy(bytes, 'x.preflight');

    expect(read?.designs.map((d) => d.name)).toEqual(['b']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('with entries that climb out of it does not unpack them', async () => {
    const bytes = zip({
      '../../evil.bpmn': strToU8(asIs.xml),
      'study.json': manifest({ designs: [{ name: 'a', file: '../../evil.bpmn' }] }),
    });
    expect(await codes(bytes)).toEqual(['study-design-missing', 'study-without-designs']);
  });

  it('opens with what can be read and names what cannot', async () => {
    const bytes = zip({
      'designs/2.bpmn': strToU8('hello'),
      'study.json': manifest({
        designs: [
          { name: 'good', file: 'designs/1.bpmn' },
          { name: 'bad', file: 'designs/2.bpmn' },
        ],
      }),
    });
    const { study: read, issues } = await unpackStudy(bytes, 'x.preflight');

    expect(read?.designs.map((d) => d.name)).toEqual(['good']);
    expect(issues).toMatchObject([{ code: 'study-design-missing', elementName: 'bad' }]);
  });
});
