/** Stand-ins for what the experiments need of a study, and what their tests look at. */
import axe from 'axe-core';
import type { ProcessModel, Scenario } from '#simulation';
import { ExperimentDesks, type ExperimentStudy } from '../../../src/app/experiments/experiment-desks.ts';
import type { Variant } from '../../../src/app/experiments/variants.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';
import { Direct } from '../../support/direct-backend.ts';

/** The models of these tests are made, not read. */
const EMPTY =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="t"><process id="P"/></definitions>';

/** A scenario of a design of its own. */
export const variantOf = (
  id: string,
  { model, scenario }: { readonly model: ProcessModel; readonly scenario: Scenario },
): Variant => ({
  id,
  design: { id: `design ${id}`, name: id },
  scenario,
  model,
  places: new Map(),
  xml: EMPTY,
  issues: [],
  file: { name: `${id}.bpmn`, sha256: '' },
});

export interface Desks {
  readonly desks: ExperimentDesks;
  /** What was written into the design. */
  readonly written: Scenario[];
}

/** Desks whose comparison knows these variants and looks at the first two. */
export function desksOf(...variants: readonly Variant[]): Desks {
  const written: Scenario[] = [];
  const study: ExperimentStudy = {
    snapshot: () => Promise.resolve(createStudy('Study', [createDesign('As-is', '')])),
    edit: () => undefined,
    selectDesign: () => Promise.resolve(),
    selectScenario: () => undefined,
    editor: {
      edit: (_label, change) => {
        written.push(...change(variants.slice(0, 1).map(({ scenario }) => scenario)));
      },
    },
    announce: () => undefined,
  };
  const desks = new ExperimentDesks(study, new Direct(), ({ code }) => code);
  desks.comparison.all = variants;
  desks.comparison.choose(variants.slice(0, 2).map(({ id }) => id));
  return { desks, written };
}

/** Puts a view on the page, in a landmark. */
export async function show<T extends HTMLElement & { readonly updateComplete: Promise<boolean> }>(view: T): Promise<T> {
  const place = document.createElement('main');
  place.append(view);
  document.body.append(place);
  await view.updateComplete;
  return view;
}

export function button(view: HTMLElement, label: string): HTMLElement {
  const found = [...view.querySelectorAll<HTMLElement>('wa-button, button')].find((one) =>
    one.textContent.includes(label),
  );
  if (!found) throw new Error(`no button <${label}> in <${view.textContent}>`);
  return found;
}

/** What axe finds, one line each. */
export async function barriers(view: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(view, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
