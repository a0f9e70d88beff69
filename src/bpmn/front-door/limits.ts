/** How large a document may be: what can be opened, and what can be drawn. */
import { split, tagsOf } from './tags.ts';

/** Sub-processes inside of each other; beyond it nobody finds the way, and drawing works by recursion. */
export const DEEPEST_NESTING = 100;
/** Shapes and lines; beyond it the canvas stops to answer. */
export const MOST_DRAWN = 10_000;

export interface Extent {
  /** Sub-processes inside of each other, at the deepest place. */
  readonly depth: number;
  /** Shapes and lines of the diagrams, or what would be drawn if there were any. */
  readonly drawn: number;
}

const NESTING = /^(subProcess|transaction|adHocSubProcess|subChoreography|subConversation)$/;
const DRAWING = /^BPMN(Shape|Edge)$/;
const DRAWABLE = /^(\w*[tT]ask|\w*Event|\w*Gateway|callActivity|subProcess|sequenceFlow|messageFlow)$/;

/** Measures well-formed XML. */
export function extentOf(xml: string): Extent {
  let [depth, deepest, drawn, drawable] = [0, 0, 0, 0];
  for (const { name, closing, empty } of tagsOf(xml)) {
    const [, localName] = split(name);
    if (NESTING.test(localName)) {
      if (closing) depth -= 1;
      else deepest = Math.max(deepest, depth + 1);
      if (!closing && !empty) depth += 1;
    }
    if (closing) continue;
    if (DRAWING.test(localName)) drawn += 1;
    else if (DRAWABLE.test(localName)) drawable += 1;
  }
  return { depth: deepest, drawn: Math.max(drawn, drawable) };
}
