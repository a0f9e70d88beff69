/** Validation against a schema by xmllint, a program of its own; tests skip, and say so, where it is absent. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whether xmllint is there; says so when it is not. */
export function hasXmllint(): boolean {
  const there = spawnSync('xmllint', ['--version']).status === 0;
  if (!there) console.warn('skipped: no xmllint');
  return there;
}

/** What xmllint finds wrong with the XML; empty when it is valid. */
export function faultsOf(xml: string, schema: string): readonly string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'preflight-schema-'));
  const file = path.join(folder, 'data.xml');
  writeFileSync(file, xml);
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return status === 0 ? [] : stderr.split('\n').filter((line) => /error/.test(line));
}
