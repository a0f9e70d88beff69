// @ts-check
/**
 * Writes what the page says to a file, and with `--build` builds the messages as `lit-localize build` does: the sources, whose
 * reading takes longest of both, are read once. `messages.mjs FILE.json [--build]`.
 */
import { writeFileSync } from 'node:fs';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { stringifyDiagnostics } from '@lit/localize-tools/lib/typescript.js';

const [file = '', build] = process.argv.slice(2);
const config = readConfigFileAndWriteSchema('lit-localize.json');
if (config.output.mode !== 'runtime') throw new Error('expected <runtime> in lit-localize.json');
const localizer = new RuntimeLitLocalizer({ ...config, output: config.output });
const { messages, errors } = localizer.extractSourceMessages();
if (errors.length > 0) throw new Error(stringifyDiagnostics(errors));

const said = messages.map(({ name, contents }) => ({
  id: name,
  source: contents.map((part) => (typeof part === 'string' ? part : part.untranslatable)).join(''),
}));
writeFileSync(file, JSON.stringify(said));

if (build === '--build') {
  localizer.assertTranslationsAreValid();
  await localizer.build();
}
