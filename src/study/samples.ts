/** The samples that come with the app: read only when they are looked at. */
import * as v from 'valibot';
import type { Locale } from '../i18n/locale.ts';
import { sketch, type Sketch } from './sketch.ts';
import { createDesign, createStudy, type Study } from './study.ts';

const Texts = v.object({ en: v.string(), 'zh-CN': v.string() });

const SampleSchema = v.object({
  slug: v.string(),
  title: Texts,
  question: Texts,
  designs: v.pipe(v.array(v.object({ file: v.string(), name: Texts })), v.minLength(1)),
});

export interface Sample extends v.InferOutput<typeof SampleSchema> {
  readonly sketch: Sketch;
}

const descriptions = import.meta.glob('../../samples/*/sample.json', { import: 'default' });
const documents = import.meta.glob<string>('../../samples/*/*.bpmn', { query: '?raw', import: 'default' });

/** Every sample. */
export async function loadSamples(): Promise<readonly Sample[]> {
  return Promise.all(
    Object.entries(descriptions).map(async ([path, load]) => {
      const sample = v.parse(SampleSchema, await load());
      return { ...sample, sketch: sketch(await document(path, sample.designs[0]?.file ?? '')) };
    }),
  );
}

/** Title and question in a language. */
export const sampleText = (sample: Sample, locale: Locale): { readonly title: string; readonly question: string } => ({
  title: sample.title[locale],
  question: sample.question[locale],
});

/** A new study with the designs of a sample. */
export async function studyOfSample(sample: Sample, locale: Locale): Promise<Study> {
  const folder = `../../samples/${sample.slug}/sample.json`;
  const designs = await Promise.all(
    sample.designs.map(async ({ file, name }) => createDesign(name[locale], await document(folder, file))),
  );
  return createStudy(sample.title[locale], designs);
}

async function document(description: string, file: string): Promise<string> {
  const load = documents[description.replace('sample.json', file)];
  if (!load) throw new Error(`no document <${file}> beside <${description}>`);
  return load();
}
