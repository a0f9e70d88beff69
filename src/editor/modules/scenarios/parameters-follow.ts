/** Keeps parameters with their elements: one command, one undo, whatever the user did to the shapes. */
import type EventBus from 'diagram-js/lib/core/EventBus';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Scenario } from '#simulation';
import type { DiagramElement, ElementRegistry } from '../../diagram.ts';
import { copyParameters, followElements, type CopiedParameters, type ElementChanges } from './element-parameters.ts';
import { SET_SCENARIOS, type Scenarios } from './scenarios.ts';

/** After all behaviors that still change shapes in the same step. */
const LAST = 100;
/** After the listener that gives the pasted descriptor its own business object. */
const AFTER_COPY = 500;

interface CommandEvent {
  readonly command: string;
}

/** What the clipboard carries for each element; parameters are added beside what bpmn-js puts there. */
interface Descriptor {
  readonly businessObject: object;
  parameters?: readonly CopiedParameters[];
}

/** What happened to shapes and flows since the step began. */
interface Step {
  /** The scenarios when the step began. */
  readonly scenarios: readonly Scenario[];
  readonly created: { id: string; copied: readonly CopiedParameters[] }[];
  readonly renamed: [string, string][];
  readonly removed: Set<string>;
}

export class ParametersFollow extends CommandInterceptor {
  static override readonly $inject = ['eventBus', 'elementRegistry', 'scenarios'];

  private readonly registry: ElementRegistry;
  private readonly scenarios: Scenarios;
  private readonly pasted = new WeakMap<object, readonly CopiedParameters[]>();
  private depth = 0;
  private step: Step | undefined;

  constructor(eventBus: EventBus, elementRegistry: ElementRegistry, scenarios: Scenarios) {
    super(eventBus);
    this.registry = elementRegistry;
    this.scenarios = scenarios;
    this.carryOnClipboard(eventBus);
    this.watch(eventBus);
  }

  private carryOnClipboard(eventBus: EventBus): void {
    eventBus.on('copyPaste.copyElement', (event: { descriptor: Descriptor; element: DiagramElement }) => {
      if (event.element.labelTarget) return;
      event.descriptor.parameters = copyParameters(this.scenarios.current, event.element.id);
    });
    eventBus.on('copyPaste.pasteElement', AFTER_COPY, ({ descriptor }: { descriptor: Descriptor }) => {
      const { parameters } = descriptor;
      delete descriptor.parameters; // or it would end up on the shape
      if (parameters && parameters.length > 0) this.pasted.set(descriptor.businessObject, parameters);
    });
  }

  private watch(eventBus: EventBus): void {
    this.preExecute(({ command }: CommandEvent) => {
      if (command === SET_SCENARIOS) return;
      this.depth += 1;
      this.step ??= { scenarios: this.scenarios.current, created: [], renamed: [], removed: new Set() };
    });
    this.postExecuted(LAST, ({ command }: CommandEvent) => {
      if (command === SET_SCENARIOS) return;
      this.depth -= 1;
      if (this.depth === 0) this.follow();
    });
    eventBus.on(['shape.added', 'connection.added'], ({ element }: { element: DiagramElement }) => {
      const copied = this.pasted.get(element.businessObject);
      if (copied) this.step?.created.push({ id: element.id, copied });
    });
    eventBus.on(['shape.removed', 'connection.removed'], ({ element }: { element: DiagramElement }) => {
      if (!element.labelTarget) this.step?.removed.add(element.id);
    });
    eventBus.on('element.updateId', ({ element, newId }: { element: DiagramElement; newId: string }) => {
      this.step?.renamed.push([element.id, newId]);
    });
    // Redo replays what was recorded, so what was seen meanwhile is forgotten.
    eventBus.on('commandStack.changed', () => {
      this.depth = 0;
      this.step = undefined;
    });
  }

  /**
   * Computed from the beginning of the step each time: a listener may end a command before the step is over, and a replaced
   * element is first removed and then comes back under its id.
   */
  private follow(): void {
    const { step } = this;
    if (!step) return;
    const changes: ElementChanges = {
      pasted: step.created.filter(({ id }) => this.registry.get(id)),
      renamed: step.renamed,
      removed: [...step.removed].filter((id) => !this.registry.get(id)),
    };
    this.scenarios.set(followElements(step.scenarios, changes));
  }
}
