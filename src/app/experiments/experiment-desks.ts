/** All experiments of the open study, and what they share: the variants, the threads, one notice for all changes. */
import type { Issue } from '#simulation';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { ComparisonDesk, type DeskStudy } from './comparison-desk.ts';

export class ExperimentDesks {
  readonly comparison: ComparisonDesk;

  constructor(study: DeskStudy, backend: SimulationBackend, message: (issue: Issue) => string) {
    this.comparison = new ComparisonDesk(study, backend, message);
  }

  onChange(listener: () => void): () => void {
    return this.comparison.onChange(listener);
  }

  dispose(): void {
    this.comparison.dispose();
  }
}
