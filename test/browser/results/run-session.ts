/** A session that shows made-up runs and notes what the results ask of it. */
import type { Scenario } from '#simulation';
import type { RunState } from '../../../src/app/session.ts';
import type { HeatMap } from '../../../src/editor/design-editor.ts';
import { fakeScenario } from '../../support/fake-result.ts';
import { FakeSession } from '../inspector/fake-session.ts';

export class RunSession extends FakeSession {
  override run: RunState = { status: 'idle' };
  readonly asked: string[] = [];
  heat: ReadonlyMap<string, HeatMap> | undefined;
  current: Scenario = fakeScenario();

  override get scenario(): Scenario {
    return this.current;
  }

  /** Shows this state of the run. */
  show(run: RunState): void {
    this.run = run;
    this.changed();
  }

  override startRun(): void {
    this.asked.push('start');
  }

  override cancelRun(): void {
    this.asked.push('cancel');
  }

  override reveal(id?: string): void {
    this.asked.push(`reveal ${id ?? ''}`);
  }

  override announce(message?: string): void {
    this.asked.push(`announce ${message ?? ''}`);
  }

  override showHeatMap(values?: ReadonlyMap<string, HeatMap>): void {
    this.heat = values;
  }
}
