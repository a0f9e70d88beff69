/**
 * Figures pinned to the last bit. They may change only when the meaning of a model changes on purpose: then say so in the commit and
 * put the new fingerprints into `test/fixtures/golden.json`; `test/browser/golden.test.ts` expects the same of a browser.
 */
import { describe, expect, it } from 'vitest';
import { compile, distributions } from '#simulation';
import golden from '../fixtures/golden.json' with { type: 'json' };
import { resultOf } from './golden-hash.ts';
import { goldenModels } from './golden-models.ts';

const fingerprints = new Map(Object.entries(golden));

describe('golden figures', () => {
  it.each(Object.entries(goldenModels()))('%s', (name, study) => {
    const result = resultOf(study);
    expect(result.cases.completed.value).toBeGreaterThan(100);
    expect(result.hash).toBe(fingerprints.get(name));
  });

  it('are of models in which everything happens', () => {
    const study = goldenModels()['every element and distribution']!;
    const { activities, events, slas, cases } = resultOf(study);
    for (const [id, { executions, cancelled }] of Object.entries(activities))
      expect(executions.value! + cancelled.value!, id).toBeGreaterThan(0);
    for (const [id, count] of Object.entries(events)) expect(count.value, id).toBeGreaterThan(0);
    for (const sla of slas) expect(sla.hitRate.value, sla.id).toBeLessThan(1);
    expect(cases.failed.value).toBe(0);
    expect(compile(study).issues).toEqual([]);
    expect(Object.keys(activities).filter((id) => id.startsWith('Kind'))).toHaveLength(distributions.length);
  });
});
