/** Rows about events: every kind in every place where BPMN allows it. */
import { msg } from '@lit/localize';
import type { EventDefinition } from '#simulation';
import type { ConformanceRow, SampleNode } from './row.ts';

/** A place for events: its name, what an event does there, and the node that stands there. */
interface Place {
  readonly position: () => string;
  readonly effect: () => string;
  readonly node: Partial<SampleNode> & { readonly type: string };
}

const PLACES = {
  start: {
    position: () => msg('start of a process'),
    effect: () => msg('A case begins.'),
    node: { type: 'bpmn:StartEvent' },
  },
  handler: {
    position: () => msg('start of an event sub-process, interrupting'),
    effect: () => msg('Everything else in the scope is cancelled and the event sub-process runs.'),
    node: { type: 'bpmn:StartEvent' },
  },
  handlerBeside: {
    position: () => msg('start of an event sub-process, not interrupting'),
    effect: () => msg('The event sub-process runs beside the rest.'),
    node: { type: 'bpmn:StartEvent', interrupting: false },
  },
  catch: {
    position: () => msg('in the flow, after an event-based gateway'),
    effect: () => msg('The token waits for it and goes on.'),
    node: { type: 'bpmn:IntermediateCatchEvent' },
  },
  boundary: {
    position: () => msg('on the border, interrupting'),
    effect: () => msg('The activity is cancelled, its people are free at once, and the token leaves here.'),
    node: { type: 'bpmn:BoundaryEvent' },
  },
  boundaryBeside: {
    position: () => msg('on the border, not interrupting'),
    effect: () => msg('A path begins beside the activity, each time it occurs.'),
    node: { type: 'bpmn:BoundaryEvent', interrupting: false },
  },
  throw: {
    position: () => msg('thrown in the flow'),
    effect: () => msg('Then the token goes on.'),
    node: { type: 'bpmn:IntermediateThrowEvent' },
  },
  end: {
    position: () => msg('end'),
    effect: () => msg('Then the token ends.'),
    node: { type: 'bpmn:EndEvent' },
  },
} as const satisfies Readonly<Record<string, Place>>;
type PlaceName = keyof typeof PLACES;

/** A kind of event: when it occurs where it is caught, what it does where it is thrown, and its trace by place. */
interface Kind {
  readonly element: () => string;
  readonly definitions: readonly EventDefinition[];
  readonly all?: boolean;
  readonly caught?: () => string;
  readonly thrown?: () => string;
  readonly traces: Readonly<Partial<Record<PlaceName, string>>>;
}

const one = (kind: string): EventDefinition[] => [{ type: `bpmn:${kind}EventDefinition` }];
const timer: EventDefinition = {
  type: 'bpmn:TimerEventDefinition',
  timer: { kind: 'duration', text: 'PT1H' },
};

const KINDS: readonly Kind[] = [
  {
    element: () => msg('None event'),
    definitions: [],
    caught: () => msg('By its arrivals; in a sub-process when that is entered.'),
    thrown: () => msg('A milestone that takes no time.'),
    traces: {
      start: '07-start-events-are-alternatives',
      throw: '19-none-event',
      end: '06-end-event-consumes-only-its-token',
    },
  },
  {
    element: () => msg('Message event'),
    definitions: one('Message'),
    caught: () => msg('With the message of a partner in the model, else after the latency or delay given.'),
    thrown: () => msg('Sends its message to the partner of the same case, which keeps it until it is asked for.'),
    traces: {
      start: '17-message-starts-the-partner',
      handler: '10-message-start-interrupting',
      handlerBeside: '10-message-start',
      catch: '17-message-by-name-only',
      boundary: '09-message-interrupts',
      boundaryBeside: '09-message-does-not-interrupt',
      throw: '17-message-starts-the-partner',
      end: '17-message-early-is-buffered',
    },
  },
  {
    element: () => msg('Timer event'),
    definitions: [timer],
    caught: () => msg('At its date, or after its duration or cycle from arming, by the calendar or in business time.'),
    traces: {
      start: '18-timer-start-cycle',
      handler: '10-timer-interrupts-the-process',
      handlerBeside: '10-several-instances',
      catch: '18-timer-business-time',
      boundary: '09-timer-ticks-while-queued',
      boundaryBeside: '09-cycle-repeats',
    },
  },
  {
    element: () => msg('Error event'),
    definitions: one('Error'),
    caught: () =>
      msg(
        'With an error of its code from inside, or any error when it has no code; on a task by the chance that work fails.',
      ),
    thrown: () => msg('Goes to the innermost catcher and cancels its scope; uncaught, the case counts as failed.'),
    traces: {
      handler: '10-catches-before-the-border',
      boundary: '12-error-code-before-catch-all',
      end: '12-error-uncaught',
    },
  },
  {
    element: () => msg('Escalation event'),
    definitions: one('Escalation'),
    caught: () => msg('With an escalation of its code from inside, or any when it has no code.'),
    thrown: () => msg('Goes to the innermost catcher; uncaught, nothing happens.'),
    traces: {
      handler: '10-escalation-start-interrupting',
      handlerBeside: '10-escalation-start',
      boundary: '09-escalation-interrupts',
      boundaryBeside: '09-escalation-does-not-interrupt',
      throw: '12-escalation-uncaught',
      end: '12-escalation-end',
    },
  },
  {
    element: () => msg('Cancel event'),
    definitions: one('Cancel'),
    caught: () => msg('When the transaction has been cancelled and undone.'),
    thrown: () =>
      msg('Stops the transaction and undoes what was done in it, last first; then it is left by its cancel event.'),
    traces: { boundary: '13-transaction-cancelled', end: '13-transaction-cancelled-with-nothing-done' },
  },
  {
    element: () => msg('Compensation event'),
    definitions: one('Compensate'),
    caught: () => msg('When the completed activity is undone; the activity or event sub-process linked to it runs.'),
    thrown: () =>
      msg('Undoes what was completed in its scope, or the activity it names, last first, and waits for it.'),
    traces: {
      handler: '13-compensation-event-sub-process',
      boundary: '13-compensation-in-reverse-order',
      throw: '13-compensation-only-of-completed',
      end: '13-compensation-per-execution',
    },
  },
  {
    element: () => msg('Conditional event'),
    definitions: one('Conditional'),
    caught: () => msg('When its condition on case attributes comes true, or holds already when the event is armed.'),
    traces: {
      start: '19-condition-start-by-arrivals',
      handler: '10-condition-start-interrupting',
      handlerBeside: '10-condition-start',
      catch: '19-condition-waits-for-a-change',
      boundary: '09-condition-interrupts',
      boundaryBeside: '09-condition-only-on-a-change',
    },
  },
  {
    element: () => msg('Link event'),
    definitions: one('Link'),
    caught: () => msg('When a link of its name in the same scope is thrown.'),
    thrown: () => msg('Goes on at the catching link of the same name.'),
    traces: { catch: '19-link', throw: '19-link' },
  },
  {
    element: () => msg('Signal event'),
    definitions: one('Signal'),
    caught: () =>
      msg(
        'With a signal of the same reference or label, thrown in any case at that instant; else after the delay given.',
      ),
    thrown: () => msg('Reaches everything armed for it at that instant, in every case; it is never kept.'),
    traces: {
      start: '17-signal-starts-a-case',
      handler: '10-signal-start',
      handlerBeside: '10-signal-start-beside',
      catch: '17-signal-reaches-all-cases',
      boundary: '09-signal-interrupts',
      boundaryBeside: '09-signal-does-not-interrupt',
      throw: '17-signal-is-never-buffered',
      end: '17-signal-reaches-all-cases',
    },
  },
  {
    element: () => msg('Terminate event'),
    definitions: one('Terminate'),
    thrown: () => msg('Ends the scope around it at once and frees its people; at top level the case.'),
    traces: { end: '11-terminate-ends-the-case' },
  },
  {
    element: () => msg('Multiple event'),
    definitions: [...one('Message'), ...one('Signal')],
    caught: () => msg('With the first of its triggers.'),
    thrown: () => msg('Throws all that it has.'),
    traces: {
      start: '17-multiple-start',
      handler: '10-several-triggers-start-interrupting',
      handlerBeside: '10-several-triggers-start',
      catch: '17-multiple-catch',
      boundary: '09-several-triggers',
      boundaryBeside: '09-several-triggers-beside',
      throw: '17-multiple-throw',
      end: '17-multiple-end',
    },
  },
  {
    element: () => msg('Parallel multiple event'),
    definitions: [timer, ...one('Signal')],
    all: true,
    caught: () => msg('When each of its triggers has occurred.'),
    traces: {
      start: '17-parallel-multiple-start',
      handler: '10-all-triggers-start-interrupting',
      handlerBeside: '10-all-triggers-start',
      catch: '17-parallel-multiple-catch',
      boundary: '09-all-triggers',
      boundaryBeside: '09-all-triggers-beside',
    },
  },
];

export const eventRows: readonly ConformanceRow[] = KINDS.flatMap((kind) =>
  placesOf(kind).map(([place, trace]): ConformanceRow => {
    const { position, effect, node } = PLACES[place];
    const says = place === 'throw' || place === 'end' ? kind.thrown : kind.caught;
    return {
      element: kind.element,
      position,
      happens: () => `${says?.() ?? ''} ${effect()}`.trim(),
      nodes: [
        {
          ...node,
          ...(kind.definitions.length > 0 ? { eventDefinitions: kind.definitions } : {}),
          ...(kind.all ? { parallelMultiple: true } : {}),
        },
      ],
      trace,
    };
  }),
);

function placesOf({ traces }: Kind): readonly (readonly [PlaceName, string])[] {
  const names: PlaceName[] = [
    'start',
    'handler',
    'handlerBeside',
    'catch',
    'boundary',
    'boundaryBeside',
    'throw',
    'end',
  ];
  return names.flatMap((name): (readonly [PlaceName, string])[] => {
    const trace = traces[name];
    return trace === undefined ? [] : [[name, trace]];
  });
}
