/** The report on a file names what it speaks of as people find it: by name, by what it is and its id, or by what it is. */
import { expect, it } from 'vitest';
import { isRefusal, openDocument } from '../../../src/bpmn/index.ts';

const document = (content: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:x">
  <process id="P">${content}</process>
</definitions>`;

async function entries(content: string) {
  const opened = await openDocument(document(content));
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened.issues));
  return opened.report.entries.filter(({ issue }) => issue.code !== 'element-laid-out');
}

it('shows an illegal id as its author wrote it, without the escapes of XML', async () => {
  const [entry] = await entries('<task id="R&amp;D &#x4e2d; &#128512;" name="Build"/>');
  expect(entry?.issue).toMatchObject({ code: 'id-replaced', elementName: 'Build', values: { id: 'R&D 中 😀' } });
  expect(entry?.type).toBeUndefined();
});

it('says what an element without a name is', async () => {
  const found = await entries('<task id="1a"/>');
  expect(found[0]).toMatchObject({ type: 'task', issue: { code: 'id-replaced', elementId: '_1a' } });
});

it('says what an element without name and id is', async () => {
  const found = await entries('<endEvent id="E"><errorEventDefinition errorRef="Gone"/></endEvent>');
  const dangling = found.find(({ issue }) => issue.code === 'reference-dangles');
  expect(dangling?.issue).toMatchObject({ elementName: 'errorEventDefinition', values: { reference: 'Gone' } });
});
