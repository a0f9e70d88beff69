/** Names of the steps on the undo stack: commands have none, so they are kept beside it. */
import type EventBus from 'diagram-js/lib/core/EventBus';

export class UndoLabels {
  private readonly names: (string | undefined)[] = [];
  private done = 0;
  private next: string | undefined;

  constructor(eventBus: EventBus) {
    eventBus.on('commandStack.changed', 3000, ({ trigger }: { trigger: 'execute' | 'undo' | 'redo' | 'clear' }) => {
      if (trigger === 'execute') this.names.splice(this.done++, Infinity, this.next);
      else if (trigger === 'undo') this.done -= 1;
      else if (trigger === 'redo') this.done += 1;
      else this.clear();
    });
  }

  /** Runs `step`; if it changes something, the change is called `label`. */
  name(label: string, step: () => void): void {
    this.next = label;
    try {
      step();
    } finally {
      this.next = undefined;
    }
  }

  get undo(): string | undefined {
    return this.names[this.done - 1];
  }

  get redo(): string | undefined {
    return this.names[this.done];
  }

  clear(): void {
    this.names.length = 0;
    this.done = 0;
  }
}
