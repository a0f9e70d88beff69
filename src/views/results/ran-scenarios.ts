/** Remembers with which parameters the shown figures were made, while the user already edits on. */
import type { Scenario } from '#simulation';
import type { Session } from '../../app/session.ts';

interface Seen {
  readonly scenario: Scenario;
  /** The run was under way when last looked at. */
  readonly running: boolean;
}

export class RanScenarios {
  private readonly seen = new Map<string, Seen>();

  /** The scenario of the run that the session shows; call it at every change of the session. */
  scenarioOf(session: Session): Scenario {
    const { run, scenario, activeDesign, activeScenario } = session;
    const key = `${activeDesign} ${activeScenario}`;
    const before = this.seen.get(key);
    const running = run.status === 'running';
    const fresh = running ? !before?.running : !('stale' in run && run.stale) && !before?.running;
    const current = !before || fresh ? scenario : before.scenario;
    this.seen.set(key, { scenario: current, running });
    return current;
  }
}
