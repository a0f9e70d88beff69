import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isRefusal, openDocument, readProcess, readScenarios } from '../../src/bpmn/index.ts';
import type { OpenedDocument } from '../../src/bpmn/index.ts';

const SampleSchema = v.object({
  slug: v.string(),
  order: v.number(),
  designs: v.array(v.object({ file: v.string() })),
  names: v.object({ 'zh-CN': v.record(v.string(), v.string()) }),
});

const ROOT = 'samples';
const slugs = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const read = (slug: string, file: string): string => readFileSync(`${ROOT}/${slug}/${file}`, 'utf8');
const sampleOf = (slug: string): v.InferOutput<typeof SampleSchema> =>
  v.parse(SampleSchema, JSON.parse(read(slug, 'sample.json')));

async function open(slug: string, file: string): Promise<OpenedDocument> {
  const opened = await openDocument(read(slug, file), file);
  if (isRefusal(opened)) throw new Error(`cannot open <${slug}/${file}>`);
  return opened;
}

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
    const files = readdirSync(`${ROOT}/${slug}`).filter((file) => file.endsWith('.bpmn'));
    expect(
      sampleOf(slug)
        .designs.map((design) => design.file)
        .sort(),
    ).toEqual(files.sort());
  });

  const designs = slugs.flatMap((slug) => sampleOf(slug).designs.map(({ file }) => [slug, file] as const));

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
    expect([...new Set([...namedIds(read(slug, file)), ...ids])].filter((id) => !names[id])).toEqual([]);
  });
});
