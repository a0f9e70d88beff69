/** A study: one question, its designs, and where the user was in it. Plain data; the storage and the file say the same. */

import type { Issue } from '#simulation';
import { freeName } from '../bpmn/index.ts';
import type { StoryStep } from './story.ts';

/** One BPMN 2.0 document with its scenarios. */
export interface Design {
  readonly id: string;
  readonly name: string;
  /** The document, parameters included. */
  readonly xml: string;
  /** Scenario the user looked at last. */
  readonly activeScenario?: string;
  /** What was said about parameters of other tools that came with it or later. */
  readonly notes?: readonly Issue[];
}

/** Decisions about the elements of the later design `to`: id of the twin in `from`, or null for none. */
export interface TwinDecisions {
  /** Ids of designs. */
  readonly from: string;
  readonly to: string;
  readonly decisions: Readonly<Record<string, string | null>>;
}

export interface Study {
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly designs: readonly Design[];
  readonly activeDesign: string;
  /** Name of the file on the user's disk that holds it, once there is one. */
  readonly fileName?: string;
  /** What people said about which elements of two designs are the same. */
  readonly twins?: readonly TwinDecisions[];
  /** Whether the study says more than that file; absent where it was opened from it and nothing happened since. */
  readonly fileOutdated?: boolean;
  /** Prepared views for presenting. */
  readonly story?: readonly StoryStep[];
}

/** Makes a study of designs; the first is active. */
export function createStudy(name: string, designs: readonly Design[], fileName?: string): Study {
  const first = designs[0];
  if (!first) throw new Error(`no design in study <${name}>`);
  return { id: newId(), name, designs, activeDesign: first.id, ...(fileName ? { fileName } : {}) };
}

/** Makes a design. */
export const createDesign = (name: string, xml: string): Design => ({ id: newId(), name, xml });

/** Makes a design for the study, under a name no other design of it has. */
export function newDesign(study: Study, name: string, xml: string): Design {
  const taken = study.designs.map((d) => d.name);
  return createDesign(freeName(name, taken), xml);
}

/** The design with this id; throws when there is none. */
export function designOf(study: Study, id: string): Design {
  const design = study.designs.find((d) => d.id === id);
  if (!design) throw new Error(`no design <${id}>`);
  return design;
}

/** What results call the file of the active design: that of a study of one design, else a name made of both. */
export function documentName(study: Study): string {
  const { fileName, name, designs, activeDesign } = study;
  if (fileName?.endsWith('.bpmn')) return fileName;
  return designs.length === 1 ? `${name}.bpmn` : `${name} – ${designOf(study, activeDesign).name}.bpmn`;
}

/** The study with one design changed. */
export const withDesign = (study: Study, id: string, change: Partial<Design>): Study => ({
  ...study,
  designs: study.designs.map((d) => (d.id === id ? { ...d, ...change } : d)),
});

/** All decisions, with those about two designs of the study replaced. */
export const withTwins = (study: Study, decided: TwinDecisions): readonly TwinDecisions[] => [
  ...(study.twins ?? []).filter(({ from, to }) => from !== decided.from || to !== decided.to),
  ...(Object.keys(decided.decisions).length > 0 ? [decided] : []),
];

/** The designs with one moved a place to the left (-1) or right (1). */
export function moveDesign(designs: readonly Design[], id: string, by: -1 | 1): readonly Design[] {
  const moved = [...designs];
  const from = moved.findIndex((d) => d.id === id);
  const [design] = moved.splice(from, 1);
  if (design) moved.splice(Math.max(0, from + by), 0, design);
  return moved;
}

/** A fresh id. `crypto.randomUUID` would do, but only on https and localhost. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
