/** What of a study can be compared: every scenario of every design, read from the documents without drawing them. */
import { sha256, type Issue, type ProcessModel, type Scenario } from '#simulation';
import { isRefusal, openDocument, readPlaces, readProcess, readScenarios, type Place } from '../../bpmn/index.ts';
import type { Design, Study } from '../../study/study.ts';
import { findings, settleScenario } from '../settled-scenario.ts';

/** One design under one scenario. */
export interface Variant {
  /** Unique in the study. */
  readonly id: string;
  readonly design: { readonly id: string; readonly name: string };
  /** Resolved, and gaps filled by marked guesses. */
  readonly scenario: Scenario;
  readonly model: ProcessModel;
  readonly places: ReadonlyMap<string, Place>;
  readonly xml: string;
  /** Findings on document, model and scenario; those of the compiler too. */
  readonly issues: readonly Issue[];
  /** What results call the document, and its fingerprint. */
  readonly file: { readonly name: string; readonly sha256: string };
}

interface ReadDesign {
  readonly model: ProcessModel;
  readonly scenarios: readonly Scenario[];
  readonly places: ReadonlyMap<string, Place>;
  readonly issues: readonly Issue[];
  readonly sha256: string;
}

export class Variants {
  /** By document: most stay the same from one look to the next. */
  private readonly read = new Map<string, ReadDesign | undefined>();

  /** All variants of the study, design by design; designs that cannot be read are left out. */
  async of(study: Study): Promise<readonly Variant[]> {
    const known = new Set(study.designs.map(({ xml }) => xml));
    for (const xml of [...this.read.keys()]) if (!known.has(xml)) this.read.delete(xml);
    const all: Variant[] = [];
    for (const design of study.designs) {
      const read = await this.readOnce(design);
      if (read) all.push(...variantsOf(study, design, read));
    }
    return all;
  }

  private async readOnce({ xml, name }: Design): Promise<ReadDesign | undefined> {
    if (!this.read.has(xml)) this.read.set(xml, await readDesign(xml, name));
    return this.read.get(xml);
  }
}

async function readDesign(xml: string, name: string): Promise<ReadDesign | undefined> {
  const opened = await openDocument(xml, name);
  if (isRefusal(opened)) return undefined;
  const { model, issues } = readProcess(opened.definitions);
  const read = readScenarios(opened.definitions);
  return {
    model,
    scenarios: read.scenarios,
    places: readPlaces(opened.definitions),
    issues: [...opened.issues, ...issues, ...read.issues],
    sha256: sha256(new TextEncoder().encode(xml)),
  };
}

function variantsOf(study: Study, design: Design, read: ReadDesign): readonly Variant[] {
  const name = `${study.name} – ${design.name}.bpmn`;
  const ids = read.scenarios.length === 0 ? [''] : read.scenarios.map(({ id }) => id);
  return ids.map((id) => {
    const settled = settleScenario(read.model, read.scenarios, id, name);
    return {
      id: `${design.id} ${settled.scenario.id}`,
      design: { id: design.id, name: design.name },
      scenario: settled.scenario,
      model: read.model,
      places: read.places,
      xml: design.xml,
      issues: findings(read.model, settled, read.issues),
      file: { name, sha256: read.sha256 },
    };
  });
}

/** What each of several variants is called beside the others: by design, by scenario, or by both, whichever tells them apart. */
export function variantNames(variants: readonly Variant[]): readonly string[] {
  const designs = variants.map(({ design }) => design.name);
  const scenarios = variants.map(({ scenario }) => scenario.name);
  if (new Set(designs).size === variants.length) return designs;
  if (new Set(designs).size === 1 && new Set(scenarios).size === variants.length) return scenarios;
  return variants.map(({ design, scenario }) => `${design.name} · ${scenario.name}`);
}
