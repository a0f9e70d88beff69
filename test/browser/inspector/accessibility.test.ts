import axe from 'axe-core';
import { expect } from 'chai';
import type { DistributionSpec, Scenario } from '#simulation';
import '../../../src/views/inspector/inspector-panel.ts';
import type { InspectorPanel } from '../../../src/views/inspector/inspector-panel.ts';
import { clear, deep, one, settled, soon } from '../fields/drive.ts';
import { FakeSession } from './fake-session.ts';
import { stage } from './stage.ts';

afterEach(() => {
  clear();
  document.documentElement.className = '';
});

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const MINUTES: DistributionSpec = { type: 'exponential', params: { mean: 10 }, unit: 'min' };

/** Everything that offices do, at one step and its people. */
const office = (s: Scenario): Scenario => ({
  ...s,
  elements: {
    ...s.elements,
    Decide: {
      ...s.elements?.['Decide'],
      batch: { type: 'parallel', fires: [{ size: 5 }, { days: [5], from: 900 }], durations: [{ size: 3, factor: 2 }] },
      choose: 'fastest',
      setup: MINUTES,
      patience: MINUTES,
      balkAt: 9,
      workAt: [{ days: [1], from: 720, to: 840, factor: 1.5 }],
    },
  },
  pools: (s.pools ?? []).map((pool) => ({ ...pool, absence: { every: MINUTES, lasts: MINUTES } })),
});

/** Opens the inspector at an element, or at one of its other faces, with everything unfolded. */
async function show(place: string, edit?: (s: Scenario) => Scenario): Promise<InspectorPanel> {
  const session = new FakeSession();
  if (edit) session.editScenario('', edit);
  const panel = document.createElement('pf-inspector');
  stage(session).append(panel);
  await settled();
  if (place === 'scenario') panel.show('scenario');
  else session.select(place === 'nothing selected' ? undefined : place);
  await settled();
  for (const details of deep(panel, 'details')) details.open = true;
  await settled();
  return panel;
}

/** Checks the page against these rules or sets of rules; contrast must have been among what could be judged. */
async function expectAccessible(runOnly: string[]): Promise<void> {
  const { violations, passes } = await axe.run(document.body, { runOnly });
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).to.deep.equal([]);
  expect(passes.map(({ id }) => id)).to.include('color-contrast');
}

describe('the inspector for everyone', () => {
  for (const place of ['Decide', 'Ours', 'Received', 'CoolOff', 'nothing selected', 'scenario']) {
    it(`is accessible: ${place}`, async () => {
      await show(place);
      await expectAccessible(ALL_RULES);
    }).timeout(60_000);

    it(`keeps its contrast in the dark: ${place}`, async () => {
      document.documentElement.className = 'wa-dark';
      await show(place);
      await expectAccessible(['color-contrast']);
    }).timeout(60_000);
  }

  for (const place of ['Decide', 'scenario'])
    it(`is accessible with all that offices do: ${place}`, async () => {
      await show(place, office);
      await expectAccessible(ALL_RULES);
    }).timeout(60_000);

  it('is accessible: painting a calendar', async () => {
    const panel = await show('scenario');
    one(panel, 'pf-editor-dialog').open = true;
    await soon(() => deep(panel, '[role="gridcell"]').length > 0);
    await expectAccessible(ALL_RULES);
  }).timeout(60_000);
});
