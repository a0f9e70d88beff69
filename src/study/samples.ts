/** The samples that come with the app: described and read only when they are looked at. */
import * as v from 'valibot';
import {
  applyNames,
  isRefusal,
  openDocument,
  readScenarios,
  renameInScenario,
  toXml,
  writeScenarios,
} from '../bpmn/index.ts';
import type { Locale } from '../i18n/locale.ts';
import { sketch, type Sketch } from './sketch.ts';
import { createDesign, createStudy, type Study } from './study.ts';

const Texts = v.object({ en: v.string(), 'zh-CN': v.string() });

const SampleSchema = v.object({
  slug: v.string(),
  /** Place in the gallery. */
  order: v.number(),
  title: Texts,
  question: Texts,
  designs: v.pipe(v.array(v.object({ file: v.string(), name: Texts })), v.minLength(1)),
  /** Names by id for languages other than that of the documents. */
  names: v.record(v.string(), v.record(v.string(), v.string())),
  /** Descriptions and names of holidays in those languages, by what the documents say. */
  texts: v.record(v.string(), v.record(v.string(), v.string())),
});

export interface Sample extends v.InferOutput<typeof SampleSchema> {
  readonly sketch: Sketch;
}

const descriptions = import.meta.glob('../../samples/*/sample.json', { import: 'default' });
const documents = import.meta.glob<string>('../../samples/*/*.bpmn', { query: '?raw', import: 'default' });

/** Every sample, in the order of the gallery. */
export async function loadSamples(): Promise<readonly Sample[]> {
  const samples = await Promise.all(
    Object.values(descriptions).map(async (load) => {
      const sample = v.parse(SampleSchema, await load());
      return { ...sample, sketch: sketch(await documentOf(sample.slug, sample.designs[0]?.file ?? '')) };
    }),
  );
  return samples.sort((a, b) => a.order - b.order);
}

/** A new study with the designs of a sample, in a language. */
export async function studyOfSample(sample: Sample, locale: Locale): Promise<Study> {
  const names = sample.names[locale];
  const texts = sample.texts[locale];
  const designs = await Promise.all(
    sample.designs.map(async ({ file, name }) => {
      const xml = await documentOf(sample.slug, file);
      return createDesign(name[locale], names ? await renamed(xml, names, texts) : xml);
    }),
  );
  return createStudy(sample.title[locale], designs);
}

/** The document with the names of its elements, pools and scenarios replaced by id, and other texts by what they were. */
async function renamed(
  xml: string,
  names: Readonly<Record<string, string>>,
  texts: Readonly<Record<string, string>> | undefined,
): Promise<string> {
  const opened = await openDocument(xml);
  if (isRefusal(opened)) throw new Error(`sample cannot be opened <${opened.issues.map((i) => i.code).join(', ')}>`);
  const { scenarios } = readScenarios(opened.definitions);
  applyNames(opened.definitions, names);
  writeScenarios(
    opened.definitions,
    opened.moddle,
    scenarios.map((scenario) => renameInScenario(scenario, names, texts)),
  );
  return toXml(opened);
}

async function documentOf(slug: string, file: string): Promise<string> {
  const load = documents[`../../samples/${slug}/${file}`];
  if (!load) throw new Error(`no document <${file}> in sample <${slug}>`);
  return load();
}
