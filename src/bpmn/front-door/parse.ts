/** Reads checked XML into a moddle tree; what moddle could not read goes into the report. */
import { BpmnModdle } from 'bpmn-moddle';
import { issue, type Issue, type Named } from '#simulation';
import type { Moddle, ModdleElement, ParseWarning } from '../moddle.ts';
import { isElement, localNameOf, named } from '../moddle.ts';

export interface Parsed {
  readonly definitions: ModdleElement;
  readonly moddle: Moddle;
  readonly warnings: readonly ParseWarning[];
}

/** The tree with the reader's warnings, or why there is no BPMN document in the XML. */
export async function parse(xml: string): Promise<Parsed | Issue> {
  const moddle: Moddle = new BpmnModdle();
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    return { definitions: rootElement, moddle, warnings };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return issue('error', 'bpmn-not-read', undefined, { reason });
  }
}

/** What a warning of the reader means. */
export type Complaint =
  | { readonly kind: 'reference' | 'attribute'; readonly issue: Issue }
  /** `from`: place of the element (or of the text) in the XML. */
  | { readonly kind: 'content'; readonly issue: Issue; readonly from: number };

/** Reads the warnings that came with the tree of `xml`. */
export function complaints(xml: string, warnings: readonly ParseWarning[]): readonly Complaint[] {
  const lines = lineStarts(xml);
  return warnings.map((warning): Complaint => {
    const { message } = warning;
    const owner = 'element' in warning && isElement(warning.element) ? ownerOf(warning.element) : undefined;
    const reference = /^unresolved reference <([^>]*)>/.exec(message)?.[1];
    if (reference !== undefined)
      return { kind: 'reference', issue: issue('warning', 'reference-dangles', owner, { reference }) };
    const attribute = /^unknown attribute <([^>]*)>/.exec(message)?.[1];
    if (attribute !== undefined)
      return { kind: 'attribute', issue: issue('info', 'attribute-unknown', owner, { attribute }) };
    const place = placeIn(message);
    const found = issue('warning', 'content-not-read', owner, { content: summary(message), ...shown(place) });
    return { kind: 'content', issue: found, from: place ? (lines[place.line] ?? 0) + place.column : -1 };
  });
}

/** An element that has neither name nor id is known by what it is. */
function ownerOf(element: ModdleElement): Named {
  const { id, name } = named(element);
  return { id, name: name ?? (id === '' ? localNameOf(element) : id) };
}

interface LineAndColumn {
  /** Both count from 0. */
  readonly line: number;
  readonly column: number;
}

function placeIn(message: string): LineAndColumn | undefined {
  const found = /line: (\d+)\s+column: (\d+)/.exec(message);
  return found ? { line: Number(found[1]), column: Number(found[2]) } : undefined;
}

/** People count from 1. */
const shown = (place: LineAndColumn | undefined): Readonly<Record<string, number>> =>
  place ? { line: place.line + 1, column: place.column + 1 } : {};

/** Where each line begins; lines end at a line feed, as the reader sees it. */
function lineStarts(xml: string): readonly number[] {
  const starts = [0];
  for (let at = xml.indexOf('\n'); at >= 0; at = xml.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const summary = (message: string): string => (/<([^>]{1,200})>/.exec(message)?.[0] ?? message.slice(0, 200)).trim();
