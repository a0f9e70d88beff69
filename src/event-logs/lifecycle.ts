/** Events of a lifecycle as executions: a start and the completion that belongs to it, first come first served. */
import type { ErrorLog, LogBuilder } from './event-log.ts';

export interface LifecycleEvent {
  readonly caseId: string;
  readonly activity: string;
  readonly resource: string;
  /** Tells executions of one activity apart. */
  readonly instance: string;
  readonly transition: string;
  readonly time: number;
  /** Place in the file, for messages. */
  readonly row: number;
}

/** Pairs events of one log in the order in which they come. */
export class Pairing {
  private readonly open = new Map<string, number[]>();
  private readonly scheduled = new Map<string, number[]>();
  private readonly rows = new Map<number, LifecycleEvent>();

  constructor(
    private readonly builder: LogBuilder,
    private readonly errors: ErrorLog,
  ) {}

  /** Takes an event. Transitions other than those of the beginning and the end of work say nothing here. */
  add(event: LifecycleEvent): void {
    const { caseId, activity, resource, instance, time } = event;
    const key = `${caseId}\u0000${activity}\u0000${instance === '' ? resource : instance}`;
    const unassigned = `${caseId}\u0000${activity}\u0000${instance}`;
    switch (event.transition.toLowerCase()) {
      case 'schedule':
      case 'enable':
      case 'assign':
        push(this.scheduled, unassigned, time);
        return;
      case 'start': {
        const enabled = this.scheduled.get(unassigned)?.shift() ?? NaN;
        const row = this.builder.add(caseId, activity, resource, enabled, time, NaN);
        push(this.open, key, row);
        this.rows.set(row, event);
        return;
      }
      case '':
      case 'complete':
      case 'ate_abort':
      case 'pi_abort':
      case 'withdraw': {
        const row = this.open.get(key)?.shift();
        if (row !== undefined) {
          this.builder.endOf(row, time);
          this.rows.delete(row);
          return;
        }
        this.builder.add(caseId, activity, resource, this.scheduled.get(unassigned)?.shift() ?? NaN, NaN, time);
        if (event.transition !== '') this.errors.add(event.row, 'end-without-start', activity);
        return;
      }
      default:
    }
  }

  /** Tells which executions never ended. */
  finish(): void {
    for (const { row, activity } of this.rows.values()) this.errors.add(row, 'start-without-end', activity);
  }
}

function push(queues: Map<string, number[]>, key: string, value: number): void {
  const queue = queues.get(key);
  if (queue) queue.push(value);
  else queues.set(key, [value]);
}
