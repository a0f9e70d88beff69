/** A browser computes the same figures as Node, to the last bit (the other half is `test/simulation/golden.test.ts`). */
import { expect } from 'chai';
import golden from '../fixtures/golden.json' with { type: 'json' };
import { resultOf } from '../simulation/golden-hash.ts';
import { goldenModels } from '../simulation/golden-models.ts';

const fingerprints = new Map<string, string>(Object.entries(golden));

describe('golden figures in a browser', () => {
  for (const [name, study] of Object.entries(goldenModels())) {
    it(name, () => {
      expect(resultOf(study).hash).to.equal(fingerprints.get(name));
    }).timeout(60_000);
  }
});
