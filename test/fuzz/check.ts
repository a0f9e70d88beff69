/** What must hold for any input: an answer in time, nothing thrown, and what is saved opens as the same. */
import { strToU8, zipSync } from 'fflate';
import { compile } from '#simulation';
import { parse } from '../../src/bpmn/front-door/parse.ts';
import {
  completeScenario,
  isRefusal,
  prepareDocument,
  proposeScenario,
  readProcess,
  readScenarios,
  toXml,
} from '../../src/bpmn/index.ts';
import { openFiles } from '../../src/importers/open-files.ts';
import { unpackStudy } from '../../src/study/study-file.ts';
import { parseElsewhere } from '../support/second-parser.ts';

/** Legal in names since the fifth edition of XML 1.0; the second parser knows them in texts only. */
const ASTRAL = /[\u{10000}-\u{effff}]/gu;

/** A document, as far as the page goes with it: prepared, read, compiled, saved, opened again. */
export async function checkDocument(source: string | Uint8Array): Promise<'refused' | 'opened'> {
  const prepared = await prepareDocument(source, 'fuzz.bpmn');
  if (isRefusal(prepared)) {
    if (prepared.issues.at(-1)?.severity !== 'error') throw new Error('refused without a reason');
    return 'refused';
  }
  const parsed = await parse(prepared.xml);
  if (!('definitions' in parsed)) throw new Error(`what was prepared cannot be read: ${JSON.stringify(parsed)}`);
  const { model } = readProcess(parsed.definitions);
  const { scenarios } = readScenarios(parsed.definitions);
  const scenario = scenarios[0] ? completeScenario(model, scenarios[0]).scenario : proposeScenario(model);
  if (model.nodes.length < 400) compile({ model, scenario });
  const saved = await toXml({ ...parsed, keepsakes: prepared.keepsakes });
  parseElsewhere(saved.replace(ASTRAL, (character) => `x${character.codePointAt(0)?.toString(16) ?? ''}`));
  const again = await prepareDocument(saved, 'again.bpmn');
  if (isRefusal(again)) throw new Error(`what was saved is refused: ${JSON.stringify(again.issues)}`);
  const reparsed = await parse(again.xml);
  if (!('definitions' in reparsed)) throw new Error('what was saved cannot be read');
  const ids = (all: typeof model): string => JSON.stringify(all.nodes.map(({ id }) => id));
  const after = readProcess(reparsed.definitions).model;
  if (ids(model) !== ids(after)) throw new Error(`steps changed: ${ids(model)} became ${ids(after)}`);
  const twice = await toXml({ ...reparsed, keepsakes: again.keepsakes });
  if (twice !== saved) throw new Error(`saving twice differs at ${difference(saved, twice)}`);
  return 'opened';
}

/** JSON in a study file, and as parameters of another simulator. */
export async function checkJson(text: string, process: string): Promise<void> {
  const { issues, study } = await unpackStudy(
    zipSync({ 'study.json': strToU8(text), 'designs/1.bpmn': strToU8(process) }),
    'fuzz.preflight',
  );
  if (!study && issues.at(-1)?.severity !== 'error') throw new Error('refused without a reason');
  await openFiles([
    { name: 'a.bpmn', bytes: strToU8(process) },
    { name: 'a.json', bytes: strToU8(text) },
  ]);
  if (Object.keys(Object.prototype).length > 0 || 'polluted' in {}) throw new Error('Object.prototype was changed');
}

function difference(a: string, b: string): string {
  let at = 0;
  while (a[at] === b[at]) at++;
  return `“${a.slice(Math.max(0, at - 60), at + 60)}” / “${b.slice(Math.max(0, at - 60), at + 60)}”`;
}
