import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readProcess, readScenarios, renameInScenario } from '../../src/bpmn/index.ts';
import { designs, open, pathOf, sampleOf, slugs, textOf } from './sample-runs.ts';

/** Ids of everything in the text of a document that has a name to show. */
function namedIds(xml: string): string[] {
  return [...xml.matchAll(/<[\w:]+ [^>]*>/g)].flatMap(([tag]) => {
    const id = /\bid="([^"]+)"/.exec(tag)?.[1];
    return id !== undefined && (/\bname="[^"]/.test(tag) || tag.startsWith('<bpmn:textAnnotation')) ? [id] : [];
  });
}

describe('samples', () => {
  it('are listed in an order of their own', () => {
    const orders = slugs.map((slug) => sampleOf(slug).order).sort();
    expect(orders).toEqual(slugs.map((_, i) => i + 1));
    expect(slugs.map((slug) => sampleOf(slug).slug)).toEqual(slugs);
  });

  it.each(slugs)('%s lists every file of its folder', (slug) => {
    const files = readdirSync(pathOf(slug, '')).filter((file) => file.endsWith('.bpmn'));
    expect(
      sampleOf(slug)
        .designs.map((design) => design.file)
        .sort(),
    ).toEqual(files.sort());
  });

  it.each(designs)('%s/%s opens without a finding', async (slug, file) => {
    const opened = await open(slug, file);
    const scenarios = readScenarios(opened.definitions);
    expect([...opened.issues, ...readProcess(opened.definitions).issues, ...scenarios.issues]).toEqual([]);
    expect(scenarios.scenarios.length).toBeGreaterThan(0);
  });

  it.each(designs)('%s/%s has a Chinese name for everything named', async (slug, file) => {
    const names = sampleOf(slug).names['zh-CN'];
    const { scenarios } = readScenarios((await open(slug, file)).definitions);
    const ids = scenarios.flatMap((s) =>
      [s, ...(s.pools ?? []), ...(s.calendars ?? []), ...(s.slas ?? [])].map((x) => x.id),
    );
    expect([...new Set([...namedIds(textOf(slug, file)), ...ids])].filter((id) => !names[id])).toEqual([]);
  });

  it.each(designs)('%s/%s is described in Chinese, holidays included', async (slug, file) => {
    const { names, texts } = sampleOf(slug);
    const { scenarios } = readScenarios((await open(slug, file)).definitions);
    const spoken = scenarios.map((scenario) => renameInScenario(scenario, names['zh-CN'], texts['zh-CN']));
    const said = spoken.flatMap(({ description, calendars = [] }) => [
      description ?? '',
      ...calendars.flatMap(({ holidays = [] }) => holidays.flatMap(({ name }) => name ?? [])),
    ]);
    expect(said.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
