/** Reads what an event waits for or throws. */
import type { EventDefinition, Issue } from '#simulation';
import type { ModdleElement } from '../moddle.ts';
import { idOf, one, text } from '../moddle.ts';
import { expressionText, readFormula } from './read-formula.ts';

/** Properties that refer to the message, signal, error, escalation or activity. */
const REFERENCES = ['messageRef', 'signalRef', 'errorRef', 'escalationRef', 'activityRef'] as const;

const TIMERS = [
  ['date', 'timeDate'],
  ['duration', 'timeDuration'],
  ['cycle', 'timeCycle'],
] as const;

/** The event definition of any type; details that its type does not have are absent. */
export function readEventDefinition(definition: ModdleElement, issues: Issue[], event: ModdleElement): EventDefinition {
  const condition = conditionOf(definition, event, issues);
  const timer = TIMERS.flatMap(([kind, property]) => {
    const written = expressionText(definition, property);
    return written === undefined ? [] : [{ kind, text: written }];
  })[0];
  const linkName = definition.$type === 'bpmn:LinkEventDefinition' ? text(definition, 'name') : undefined;
  return {
    type: definition.$type,
    ...referenceOf(definition),
    ...(timer ? { timer } : {}),
    ...(condition ? { condition } : {}),
    ...(linkName !== undefined ? { linkName } : {}),
    ...(definition.get('waitForCompletion') === false ? { waits: false } : {}),
  };
}

function referenceOf(definition: ModdleElement): Pick<EventDefinition, 'ref' | 'refName' | 'refCode'> {
  const target = REFERENCES.map((reference) => one(definition, reference)).find((found) => found !== undefined);
  if (!target) return {};
  const name = text(target, 'name');
  const code = text(target, 'errorCode') ?? text(target, 'escalationCode');
  return {
    ref: idOf(target),
    ...(name !== undefined ? { refName: name } : {}),
    ...(code !== undefined ? { refCode: code } : {}),
  };
}

function conditionOf(definition: ModdleElement, event: ModdleElement, issues: Issue[]): EventDefinition['condition'] {
  if (definition.$type !== 'bpmn:ConditionalEventDefinition') return undefined;
  const found: Issue[] = [];
  const condition = readFormula(definition, 'condition', found);
  // The definition is invisible in the diagram: point at its event.
  issues.push(...found.map((i) => ({ ...i, elementId: idOf(event), elementName: text(event, 'name') ?? idOf(event) })));
  return condition;
}
