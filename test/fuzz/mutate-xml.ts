/** Changes to XML that know its structure: what is changed is mostly still a document, and so gets far inside. */
import { applied } from '../../src/bpmn/front-door/edits.ts';
import { survey, type Place } from '../../src/bpmn/keepsakes/anchors.ts';
import { textAt, type Range } from '../../src/bpmn/front-door/tags.ts';
import type { Dice } from './dice.ts';

type Mutation = (xml: string, dice: Dice) => string;

/** Values that have broken readers of BPMN before, or look as if they could. */
const VALUES = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e308',
    '1e-308',
    '1e9',
    '99999999999999999999',
    '0x10',
    '1,5',
  ],
  ...[
    'true',
    'null',
    'undefined',
    'constructor',
    '__proto__',
    'toString',
    'prototype',
    'hasOwnProperty',
    '$type',
    '$parent',
  ],
  ...[
    '任务1',
    '1abc',
    'a b',
    'x:y',
    ':',
    'bpmn:',
    'P',
    'T',
    'Tâche',
    '\u202eabc',
    '😀',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
    '&amp;',
  ],
  ...[
    '&lt;script&gt;',
    'url(https://evil.example)',
    'PT0S',
    'PT-5M',
    'R/PT0S',
    'P1Y2M',
    '2026-13-01',
    'R5/2024-02-30T00:00',
    '${x}',
  ],
  ...[
    '=for i in 1..1000000000 return i',
    '(a+)+$',
    'x'.repeat(5000),
    '&#9;&#10;&#13;',
    ']]&gt;',
    "getResource('x', 1)",
  ],
];

const NAMES = [
  'task',
  'subProcess',
  'process',
  'laneSet',
  'lane',
  'extensionElements',
  'documentation',
  'incoming',
  'outgoing',
  'sequenceFlow',
];
const MORE_NAMES = [
  'boundaryEvent',
  'BPMNShape',
  'Bounds',
  'waypoint',
  'BPMNPlane',
  'BPSimData',
  'Scenario',
  'relationship',
  'unknown',
  'timeDuration',
];
const BITS = [
  '<!-- c -->',
  '<?pi x?>',
  '<![CDATA[<x>&]]>',
  'text',
  '&lt;',
  '&#65;',
  '\r\n',
  '<x:y xmlns:x="urn:x" id="q"/>',
  '<y/>',
  '\u0000',
  '&undefined;',
];

/** Every way to change a document a little. */
const MUTATIONS: readonly Mutation[] = [
  // An attribute gets a value it should not have, or that of another.
  (xml, dice) => onAttribute(xml, dice, () => dice.pick(VALUES)),
  (xml, dice) => onAttribute(xml, dice, (values) => textAt(xml, dice.pick(values))),
  // An element is lost, doubled, moved into another, or put where another was.
  (xml, dice) => onElement(xml, dice, ({ from, to }) => [{ from, to, text: '' }]),
  (xml, dice) => onElement(xml, dice, (place) => [{ from: place.to, to: place.to, text: textAt(xml, place) }]),
  (xml, dice) =>
    onElement(xml, dice, (place, all) => {
      const into = dice.pick(all).tag.text.from;
      if (into >= place.from && into <= place.to) return [];
      return [
        { ...range(place), text: '' },
        { from: into, to: into, text: textAt(xml, place) },
      ];
    }),
  (xml, dice) => onElement(xml, dice, (place, all) => [{ ...range(place), text: textAt(xml, dice.pick(all)) }]),
  // An element is put into itself, several times.
  (xml, dice) =>
    onElement(xml, dice, (place) => {
      const [open, close] = [xml.slice(place.from, place.tag.text.from), `</${place.tag.name}>`];
      const depth = dice.pick([2, 5, 60, 130, 500]);
      if (place.tag.empty) return [];
      return [
        {
          ...range(place),
          text: open.repeat(depth) + xml.slice(place.tag.text.from, place.to) + close.repeat(depth - 1),
        },
      ];
    }),
  // An element gets another name.
  (xml, dice) =>
    onElement(xml, dice, (place) => {
      const name = place.tag.name.replace(/[^:]+$/, dice.pick([...NAMES, ...MORE_NAMES]));
      const renamed = textAt(xml, place).replace(place.tag.name, name);
      return [{ ...range(place), text: place.tag.empty ? renamed : renamed.replace(/<\/[^<>]*>$/, `</${name}>`) }];
    }),
  // Something that is no element stands between two.
  (xml, dice) => onElement(xml, dice, ({ tag }) => [{ from: tag.text.from, to: tag.text.from, text: dice.pick(BITS) }]),
  (xml, dice) => onElement(xml, dice, ({ to }) => [{ from: to, to, text: dice.pick(BITS) }]),
  // Attributes by the dozen, and namespaces that mean something else.
  (xml, dice) =>
    onElement(xml, dice, ({ from, tag }) => {
      const at = from + 1 + tag.name.length;
      const count = dice.pick([1, 3, 300]);
      return [
        {
          from: at,
          to: at,
          text: Array.from({ length: count }, (_, i) => ` a${i}="${dice.pick(VALUES).replaceAll('"', '')}"`).join(''),
        },
      ];
    }),
  (xml, dice) =>
    xml.replace(/xmlns(:\w+)?="[^"]*"/, (text) =>
      dice.pick([text.replace('www', 'ww'), text.toUpperCase(), '', `${text} xmlns:q="urn:q"`]),
    ),
  // Damage that knows nothing of structure.
  (xml, dice) => xml.slice(0, dice.roll(xml.length)),
  (xml, dice) => {
    const at = dice.roll(xml.length);
    return (
      xml.slice(0, at) +
      dice.pick(['<', '>', '"', '&', '\0', '\ud800', '😀', '</', '<!--', ']]>']) +
      xml.slice(at + dice.roll(3))
    );
  },
  (xml, dice) =>
    `${dice.pick(['<!DOCTYPE x [<!ENTITY a "b">]>', '<!DOCTYPE x SYSTEM "file:///etc/passwd">', ' ', '<!-- -->'])}${xml.replace(/^<\?xml[^>]*\?>/, '')}`,
];

/** A document after one to five changes. */
export function mutated(xml: string, dice: Dice): string {
  let changed = xml;
  for (let n = 1 + dice.roll(5); n > 0; n--) {
    try {
      changed = dice.pick(MUTATIONS)(changed, dice);
    } catch {
      break; // no longer a document that can be changed with knowledge of its structure
    }
    if (changed.length > 2_000_000) break;
  }
  return changed;
}

function onElement(
  xml: string,
  dice: Dice,
  change: (place: Place, all: readonly Place[]) => readonly { from: number; to: number; text: string }[],
): string {
  const all = [...survey(xml).elements.values()];
  return applied(xml, change(dice.pick(all), all));
}

function onAttribute(xml: string, dice: Dice, value: (all: readonly Range[]) => string): string {
  const all = [...survey(xml).elements.values()].flatMap(({ tag }) =>
    tag.attributes.map((attribute) => attribute.value),
  );
  return applied(xml, [{ ...dice.pick(all), text: value(all).replaceAll('"', '&quot;').replaceAll('<', '&lt;') }]);
}

const range = ({ from, to }: Range): Range => ({ from, to });
