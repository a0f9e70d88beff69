/** Says in words what an element is and how it is connected, for people who cannot see the diagram. */
import { msg, str } from '@lit/localize';
import { one, text, many } from '../bpmn/moddle.ts';
import type { DiagramElement } from './diagram.ts';
import type { Translate } from './modules/translate/translate.ts';

/** One sentence: kind, name, and for a flow where it leads, for anything else how many flows come and go. */
export function describe(element: DiagramElement, translate: Translate): string {
  const kind = kindOf(element, translate);
  const name = nameOf(element);
  if (element.waypoints) {
    const from = element.source ? nameOf(element.source) || kindOf(element.source, translate) : '';
    const to = element.target ? nameOf(element.target) || kindOf(element.target, translate) : '';
    return name ? msg(str`${kind} “${name}” from “${from}” to “${to}”`) : msg(str`${kind} from “${from}” to “${to}”`);
  }
  const incoming = element.incoming.length;
  const outgoing = element.outgoing.length;
  return name
    ? msg(str`${kind} “${name}”, ${incoming} incoming, ${outgoing} outgoing`)
    : msg(str`${kind} without a name, ${incoming} incoming, ${outgoing} outgoing`);
}

const nameOf = ({ businessObject }: DiagramElement): string => (text(businessObject, 'name') ?? '').slice(0, 120);

/** Names of kinds that are not their type in lower case. */
const KINDS: Readonly<Record<string, string>> = {
  'bpmn:SubProcess': 'Sub-process',
  'bpmn:AdHocSubProcess': 'Ad-hoc sub-process',
  'bpmn:EventBasedGateway': 'Event-based gateway',
  'bpmn:Participant': 'Pool',
};

/** The kind as the menus of the editor call it, e.g. "Timer boundary event (non-interrupting)". */
function kindOf({ businessObject }: DiagramElement, translate: Translate): string {
  const { $type: type } = businessObject;
  if (type === 'bpmn:SubProcess' && businessObject.get('triggeredByEvent') === true)
    return translate('Event sub-process');
  if (!businessObject.$instanceOf('bpmn:Event')) return translate(KINDS[type] ?? inWords(type));
  const trigger = many(businessObject, 'eventDefinitions')[0] ?? one(businessObject, 'eventDefinition');
  const event = inWords(type);
  if (!trigger) return translate(event);
  const full = `${inWords(trigger.$type).replace(/ event definition$/, '')} ${event.toLowerCase()}`;
  const interrupts = businessObject.get('cancelActivity') !== false && businessObject.get('isInterrupting') !== false;
  return translate(interrupts ? full : `${full} (non-interrupting)`);
}

/** `bpmn:UserTask` to "User task". */
function inWords(type: string): string {
  const words = type.replace(/^.*:/, '').replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
