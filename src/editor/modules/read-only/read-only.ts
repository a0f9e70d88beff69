/** Looking without changing: every command is refused while another window writes the design. */
import CommandStack from 'diagram-js/lib/command/CommandStack';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Injector } from 'didi';

/** Before everything else that listens. */
const FIRST = 10000;

/** The command stack with a lock on it. Fires `preflight.refused` for each command it does not execute. */
export class ReadOnlyCommandStack extends CommandStack {
  static override readonly $inject = ['eventBus', 'injector'];

  private locked = false;

  constructor(
    private readonly events: EventBus,
    injector: Injector,
  ) {
    super(events, injector);
    // What is dragged shows at once that it cannot be dropped, and no name opens for typing.
    events.on('commandStack.canExecute', FIRST, () => (this.locked ? false : undefined));
    events.on('commandStack.elements.delete.canExecute', FIRST, () => {
      if (this.locked) this.refuse();
    });
    events.on('element.dblclick', FIRST, () => {
      if (!this.locked) return;
      this.refuse();
      return false;
    });
  }

  get readOnly(): boolean {
    return this.locked;
  }

  set readOnly(locked: boolean) {
    this.locked = locked;
  }

  override execute(command: string, context: object): void {
    if (this.locked) this.refuse();
    else super.execute(command, context);
  }

  override canUndo(): boolean {
    return !this.locked && super.canUndo();
  }

  override canRedo(): boolean {
    return !this.locked && super.canRedo();
  }

  private refuse(): void {
    this.events.fire('preflight.refused');
  }
}
