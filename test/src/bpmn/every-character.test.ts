/** Saving keeps every character of every plane of Unicode that XML allows, in attributes, texts and vendors' data, for any parser. */
import { describe, expect, it } from 'vitest';
import { isRefusal, openDocument, toXml } from '../../../src/bpmn/index.ts';
import { contained, idOf, list } from '../../../src/bpmn/moddle.ts';
import { dice } from '../../fuzz/dice.ts';
import { parseElsewhere } from '../../support/second-parser.ts';

const XML = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:a="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="D"><process id="P">
  <task id="A" name="x"><documentation>x</documentation><extensionElements><a:b c="x">x</a:b></extensionElements></task>
  <sequenceFlow id="F" sourceRef="A" targetRef="A"><conditionExpression xsi:type="tFormalExpression">x</conditionExpression></sequenceFlow></process></definitions>`;

/** What XML 1.0 allows (2.2), as written by hand from the standard. */
const allows = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

/** Puts a text wherever one can be, saves, and reads what another parser finds there. */
async function throughSaving(text: string): Promise<readonly (string | undefined)[]> {
  const opened = await openDocument(XML);
  if (isRefusal(opened)) throw new Error('refused');
  const elements = [...contained(opened.definitions)];
  const find = (type: string) => elements.find(({ $type }) => $type === type);
  find('bpmn:Task')?.set('name', text);
  find('bpmn:Documentation')?.set('text', text);
  find('bpmn:FormalExpression')?.set('body', text);
  find('a:b')?.set('c', text);
  find('a:b')?.set('$body', text);
  expect(elements.map(idOf)).toContain('A');
  expect(list(elements[0]!, 'rootElements')).toHaveLength(1);
  const saved = parseElsewhere(await toXml(opened));
  const named = (localName: string) => saved.find((element) => element.localName === localName);
  return [
    named('task')?.attributes.get('name'),
    named('documentation')?.text,
    named('conditionExpression')?.text,
    named('b')?.attributes.get('c'),
    named('b')?.text,
  ];
}

describe('saving', () => {
  const planes = Array.from({ length: 17 }, (_, plane) => plane);

  it.each(planes)('keeps the characters of plane %i', async (plane) => {
    const chance = dice(`plane ${plane}`);
    const sampled = Array.from({ length: 3000 }, () => plane * 0x10000 + chance.roll(0x10000));
    const edges = [0, 1, 0xfffd, 0xfffe, 0xffff].map((low) => plane * 0x10000 + low);
    const controls = plane === 0 ? Array.from({ length: 0x100 }, (_, i) => i) : [];
    const codes = [...edges, ...controls, ...sampled].filter((code) => code < 0xd800 || code > 0xdfff);
    const text = codes.map((code) => String.fromCodePoint(code)).join('');
    const expected = codes
      .filter(allows)
      .map((code) => String.fromCodePoint(code))
      .join('');
    const read = await throughSaving(`|${text}|`);
    // The places of characters that did not arrive; the texts themselves are long.
    expect(read.map((found) => firstDifference(found ?? '', `|${expected}|`))).toEqual(read.map(() => undefined));
  });

  it('leaves out halves of characters, and nothing beside them', async () => {
    for (const read of await throughSaving('a\ud83d b\ude00 c😀d\ud83d')) expect(read).toBe('a b c😀d');
  });

  it('keeps what looks like markup', async () => {
    const text = '<![CDATA[ ]]> &amp; &#65; <!-- --> <?x?> "\'` </task>';
    for (const read of await throughSaving(text)) expect(read).toBe(text);
  });
});

function firstDifference(found: string, expected: string): string | undefined {
  if (found === expected) return undefined;
  let at = 0;
  while (found[at] === expected[at]) at++;
  return `${at}: ${expected.codePointAt(at)?.toString(16) ?? 'end'} became ${found.codePointAt(at)?.toString(16) ?? 'end'}`;
}
