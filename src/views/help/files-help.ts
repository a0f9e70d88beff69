/** How files of other tools come in, and what becomes of what they hold. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

const topics = (): readonly (readonly [title: string, text: string])[] => [
  [
    msg('A .bpmn file of any tool'),
    msg(
      'Open it, or drop it anywhere on the page. It becomes a design; several files dropped together become the designs of one study. Without parameters it opens with proposed ones, marked as guesses.',
    ),
  ],
  [
    msg('Simulation parameters in the file'),
    msg(
      'Parameters in the BPSim standard are read and written. Preflight keeps service levels, shift-end policies and the origin of figures beside them, in an extension that other tools pass over.',
    ),
  ],
  [
    msg('What other tools have put in'),
    msg(
      'Stays in the file, whether Preflight understands it or not. What had to be repaired on opening is listed among the problems. The file as it was opened can be had back from the menu.',
    ),
  ],
  [
    msg('Where your work is saved'),
    msg(
      'In this browser, by itself, and in files when you say so. A study of one design is its .bpmn file, which other tools open; a study of several designs is a .preflight file. Versions and earlier states stay in this browser.',
    ),
  ],
];

export const filesHelp = (): readonly TemplateResult[] =>
  topics().map(
    ([title, text]) =>
      html`<section>
        <h3>${title}</h3>
        <p>${text}</p>
      </section>`,
  );
