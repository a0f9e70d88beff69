/** Types of the one class we take from bpmn-moddle, without `any`. */
declare module 'bpmn-moddle' {
  import type { Moddle } from './moddle.ts';

  export class BpmnModdle implements Moddle {
    create: Moddle['create'];
    createAny: Moddle['createAny'];
    fromXML: Moddle['fromXML'];
    toXML: Moddle['toXML'];
  }
}

/** The one function we take from bpmn-auto-layout. */
declare module 'bpmn-auto-layout' {
  export function layoutProcess(xml: string): Promise<string>;
}
