/** The help of the app and the page on the proof say the same figures. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { proofFigures } from '../../../../src/views/help/proof/figures.ts';

const page = readFileSync('docs/proof.md', 'utf8').replace(/\s+/g, ' ');

it.each([
  ['mean cycle time', `mean cycle time | ${proofFigures.coverage.meanCycleTime.toFixed(1)} %`],
  ['share kept', `share kept | ${proofFigures.coverage.shareKept.toFixed(1)} %`],
  ['P95', `P95 of the cycle time | ${proofFigures.coverage.p95CycleTime.toFixed(1)} %`],
  ['how well they are known', `known to ±${proofFigures.coverage.knownTo} points`],
  ['experiments', `1,000 experiments of ${proofFigures.coverage.replications} replications`],
  ['cases as if independent', `the share kept in ${proofFigures.coverage.overCases} % of the experiments`],
  ['paired differences', `the true difference in ${proofFigures.paired.covered} % of 1,000 experiments`],
  ['their variance', `in the median, ${proofFigures.paired.varianceReduction} times smaller`],
  [
    'random models',
    `${proofFigures.randomModels.structured.toLocaleString('en')} structured models and ${proofFigures.randomModels.graphs.toLocaleString('en')} graphs`,
  ],
  ['their events', `${proofFigures.randomModels.events} million events`],
])('%s', (_, sentence) => {
  expect(page).toContain(sentence);
});
