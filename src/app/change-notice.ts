/** Tells listeners that something changed, once for all changes of a step. */
export class ChangeNotice {
  private readonly listeners = new Set<() => void>();
  private due = false;

  /** Adds a listener; the answer removes it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Something changed: the listeners hear of it when the step under way is done. */
  changed(): void {
    if (this.due) return;
    this.due = true;
    queueMicrotask(() => {
      this.due = false;
      for (const listener of [...this.listeners]) listener();
    });
  }

  /** Nobody listens any more. */
  clear(): void {
    this.listeners.clear();
  }
}
