/** All experiments of the open study, and what they share: the variants, the threads, and keeping what was found. */
import { msg } from '@lit/localize';
import { inheritingScenario, type Issue, type Scenario } from '#simulation';
import type { DesignEditor } from '../../editor/design-editor.ts';
import type { SimulationBackend } from '../../runs/simulation-backend.ts';
import { freeName } from '../../bpmn/index.ts';
import { freeId } from '../scenario-edits.ts';
import { BridgeDesk } from './bridge-desk.ts';
import { ComparisonDesk, type DeskStudy } from './comparison-desk.ts';
import type { Variant } from './variants.ts';
import { SensitivityDesk } from './sensitivity-desk.ts';
import { StaffingDesk } from './staffing-desk.ts';
import { SweepDesk } from './sweep-desk.ts';
import { WhatIfDesk } from './what-if-desk.ts';

/** What keeping a scenario needs of the study beside reading it. */
export interface ExperimentStudy extends DeskStudy {
  selectDesign(id: string): Promise<void>;
  selectScenario(id: string): void;
  /** Of the design that is selected. */
  readonly editor: Pick<DesignEditor, 'edit'>;
  announce(message: string): void;
}

export class ExperimentDesks {
  readonly comparison: ComparisonDesk;
  readonly bridge: BridgeDesk;
  readonly whatIf: WhatIfDesk;
  readonly sweep: SweepDesk;
  readonly sensitivity: SensitivityDesk;
  readonly staffing: StaffingDesk;

  constructor(
    private readonly study: ExperimentStudy,
    readonly backend: SimulationBackend,
    readonly message: (issue: Issue) => string,
  ) {
    this.comparison = new ComparisonDesk(study, backend, message);
    this.bridge = new BridgeDesk(backend, message);
    this.whatIf = new WhatIfDesk(backend, message);
    this.sweep = new SweepDesk(backend, message);
    this.sensitivity = new SensitivityDesk(backend, message);
    this.staffing = new StaffingDesk(backend, message);
  }

  /** Writes `varied` into the design of the variant as a scenario that inherits from the variant's and states only what differs; answers with it. */
  async keep(variant: Variant, name: string, varied: Scenario): Promise<Variant | undefined> {
    await this.study.selectDesign(variant.design.id);
    let kept = '';
    this.study.editor.edit(msg('Keep as scenario'), (all) => {
      const written = all.length === 0 ? [variant.scenario] : all; // a proposal is written down with its first heir
      const heir = inheritingScenario(variant.scenario, varied, {
        id: freeId(written),
        name: freeName(
          name,
          written.map((scenario) => scenario.name),
        ),
      });
      kept = heir.id;
      return [...written, heir];
    });
    this.study.selectScenario(kept);
    await this.comparison.refresh();
    return this.comparison.all.find(({ design, scenario }) => design.id === variant.design.id && scenario.id === kept);
  }

  onChange(listener: () => void): () => void {
    return this.comparison.onChange(listener);
  }

  dispose(): void {
    this.comparison.dispose();
    this.bridge.dispose();
    this.whatIf.dispose();
    this.sweep.dispose();
    this.sensitivity.dispose();
    this.staffing.dispose();
  }
}
