/** A short run of the fuzzers, always the same; `npm run fuzz` runs as long as one likes. What they found is among the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDocument, checkJson } from './fuzz/check.ts';
import { round, type Tally } from './fuzz/fuzz.ts';
import { PROCESS, xmlSeeds } from './fuzz/seeds.ts';

const FOUND = 'test/fixtures/fuzz';

describe('what fuzzing found', () => {
  it.each(readdirSync(FOUND).filter((file) => file.endsWith('.bpmn')))('%s is answered', async (file) => {
    await checkDocument(readFileSync(`${FOUND}/${file}`));
  });
  it.each(readdirSync(FOUND).filter((file) => file.endsWith('.json')))('%s is answered', async (file) => {
    await checkJson(readFileSync(`${FOUND}/${file}`, 'utf8'), PROCESS);
  });
});

it('changed documents and data are answered without a fault', async () => {
  const tally: Tally = { rounds: 0, opened: 0, refused: 0, slowest: 0 };
  const seeds = xmlSeeds(false);
  const findings: string[] = [];
  for (let n = 0; n < 60; n++) {
    const finding = await round(`suite/${n}`, seeds, tally);
    if (finding) findings.push(`${finding.seed}: ${finding.fault.slice(0, 400)}`);
  }
  expect(findings).toEqual([]);
  expect(tally.opened).toBeGreaterThan(15);
  expect(tally.refused).toBeGreaterThan(5);
});
