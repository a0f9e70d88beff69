/** Files are sorted by what is in them, whatever they are called. */
import { describe, expect, it } from 'vitest';
import { newDiagram } from '../../../src/editor/new-diagram.ts';
import { fileNameOf } from '../../../src/study/files.ts';
import { freeName } from '../../../src/bpmn/index.ts';
import { readStudyFiles } from '../../../src/study/read-study-files.ts';
import { packStudy } from '../../../src/study/study-file.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';

const xml = newDiagram({ process: 'P', start: 'S', task: '判定责任', end: 'E' });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('opening several files', () => {
  it('gives designs and studies in their order and says why the rest cannot be opened', async () => {
    const archive = packStudy(createStudy('Whole', [createDesign('a', xml)]));

    const read = await readStudyFiles([
      { name: 'folder/as-is.bpmn', bytes: bytes(xml) },
      { name: 'to-be.bpmn.xml', bytes: bytes(xml) },
      { name: 'misnamed.bpmn', bytes: archive },
      { name: 'notes.txt', bytes: bytes('hello') },
      { name: 'empty.bpmn', bytes: new Uint8Array() },
    ]);

    expect(read.designs.map((d) => d.name)).toEqual(['as-is', 'to-be']);
    expect(read.studies.map((s) => s.study.name)).toEqual(['Whole']);
    expect(read.refused.map((r) => r.file.name)).toEqual(['notes.txt', 'empty.bpmn']);
    expect(read.refused.every((r) => r.issues.some((i) => i.severity === 'error'))).toBe(true);
  });

  it('reads UTF-16 with its mark', async () => {
    const text = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')]);

    const read = await readStudyFiles([{ name: 'wide.bpmn', bytes: new Uint8Array(text) }]);

    expect(read.designs[0]?.xml).toContain('判定责任');
  });
});

describe('names', () => {
  it('of files drop what systems refuse', () => {
    expect(fileNameOf('A/B: "C"?', '.bpmn')).toBe('A B C.bpmn');
    expect(fileNameOf('..', '.preflight')).toBe('study.preflight');
    expect(fileNameOf('投诉 \u202efdp', '.bpmn')).toBe('投诉 fdp.bpmn');
  });

  it('of designs stay apart', () => {
    expect(freeName('To-be', ['As-is'])).toBe('To-be');
    expect(freeName('To-be', ['To-be', 'To-be 2'])).toBe('To-be 3');
  });
});
