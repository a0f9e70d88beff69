/** Runs every scenario of every sample and compares it with the figures kept beside it. `WRITE_EXPECTED=1` writes them anew. */
import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { headline, pathOf, run, sampleOf, scenariosOf, slugs, textOf } from './sample-runs.ts';

const RunSchema = v.object({
  seed: v.string(),
  replications: v.number(),
  hash: v.string(),
  figures: v.record(v.string(), v.number()),
});
/** By file and id of the scenario. */
const ExpectedSchema = v.record(v.string(), v.record(v.string(), RunSchema));

const TOLERANCE = 1e-9;

async function actual(slug: string): Promise<v.InferOutput<typeof ExpectedSchema>> {
  const files: v.InferOutput<typeof ExpectedSchema> = {};
  for (const { file } of sampleOf(slug).designs) {
    const runs: v.InferOutput<typeof ExpectedSchema>[string] = {};
    for (const scenario of await scenariosOf(slug, file)) {
      const { document } = await run(slug, file, scenario);
      const { seed, replications, hash } = document;
      runs[scenario] = { seed, replications, hash, figures: headline(document) };
    }
    files[file] = runs;
  }
  return files;
}

describe.each(slugs)('the runs of %s', (slug) => {
  beforeAll(async () => {
    if (!process.env['WRITE_EXPECTED']) return;
    writeFileSync(pathOf(slug, 'expected.json'), `${JSON.stringify(await actual(slug), null, 2)}\n`);
  });

  it('give the figures kept beside them', async () => {
    const expected = v.parse(ExpectedSchema, JSON.parse(textOf(slug, 'expected.json')));
    const found = await actual(slug);
    const runs = Object.entries(found).flatMap(([file, scenarios]) =>
      Object.entries(scenarios).map(([scenario, result]) => ({ name: `${file} ${scenario}`, file, scenario, result })),
    );
    expect(runs.map((r) => r.name)).toEqual(
      Object.entries(expected).flatMap(([file, scenarios]) => Object.keys(scenarios).map((s) => `${file} ${s}`)),
    );
    for (const { name, file, scenario, result } of runs) {
      const wanted = expected[file]![scenario]!;
      expect(Object.keys(result.figures), name).toEqual(Object.keys(wanted.figures));
      for (const [figure, value] of Object.entries(wanted.figures)) {
        const error = Math.abs(result.figures[figure]! - value);
        expect(error, `${name} ${figure}`).toBeLessThanOrEqual(TOLERANCE * Math.abs(value));
      }
      expect({ ...result, figures: {} }, name).toEqual({ ...wanted, figures: {} });
    }
  });

  it('find nothing wrong and leave no case behind', async () => {
    for (const { file } of sampleOf(slug).designs) {
      for (const scenario of await scenariosOf(slug, file)) {
        const { issues, document } = await run(slug, file, scenario);
        expect(issues, `${file} ${scenario}`).toEqual([]);
        expect(document.cases.failed.value, `${file} ${scenario}`).toBe(0);
      }
    }
  });
});
