/**
 * Random models for as long as you like: `node test/proof/run.mjs soak 10` draws structured models and arbitrary graphs for ten
 * minutes, each under another seed, runs them and checks the balance of their books; the first violation ends it, with the model.
 *
 * See docs/proof.md for what it found.
 */
import fc from 'fast-check';
import type { Study } from '#simulation';
import { expectBalance } from '../support/balance.ts';
import { graph, unstructured } from '../support/random-graphs.ts';
import { block, structured } from '../support/structured-models.ts';

const minutes = Number(process.argv[3] ?? 10);
const [first = 1] = process.argv.slice(4).map(Number);
const end = Date.now() + minutes * 60_000;
const counts = { structured: 0, graphs: 0, refused: 0, capped: 0, events: 0 };
let slowest = 0;

function check(study: Study, seed: number): void {
  const begun = Date.now();
  const result = expectBalance({
    ...study,
    scenario: { ...study.scenario, run: { ...study.scenario.run, seed: String(seed) } },
  });
  slowest = Math.max(slowest, Date.now() - begun);
  if (!('kpis' in result)) counts.refused++;
  else {
    counts.events += result.events;
    if (result.issues.some(({ code }) => code.startsWith('too-many'))) counts.capped++;
  }
}

for (let seed = first; Date.now() < end; seed++) {
  for (const root of fc.sample(block, { seed, numRuns: 20 })) {
    check(structured(root, 60), seed);
    counts.structured++;
  }
  for (const drawn of fc.sample(graph, { seed, numRuns: 20 })) {
    check(unstructured(drawn, 5), seed);
    counts.graphs++;
  }
}
console.log(`${String(minutes)} min from seed ${String(first)}: no violation`, { ...counts, slowestMs: slowest });
