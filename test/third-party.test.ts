/** THIRD_PARTY.md lists what is installed with the app, from the lock file; `vitest -u` writes it anew. */
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { boolean, object, optional, parse, record, string } from 'valibot';
import { expect, it } from 'vitest';

const Lock = object({
  packages: record(
    string(),
    object({
      version: optional(string()),
      license: optional(string()),
      dev: optional(boolean()),
      dependencies: optional(record(string(), string())),
    }),
  ),
});

it('THIRD_PARTY.md is up to date', async () => {
  const path = 'THIRD_PARTY.md';
  const config = await resolveConfig(path);
  await expect(await format(page(), { ...config, filepath: path })).toMatchFileSnapshot(`../${path}`);
});

function page(): string {
  const { packages } = parse(Lock, JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const direct = new Set(Object.keys(packages['']?.dependencies ?? {}));
  const installed = Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version, license }]) => ({ name: nameOf(place), version, license }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const table = (rows: typeof installed): string =>
    ['| Package | Version | Licence |', '| --- | --- | --- |', ...rows.map(line)].join('\n');
  return `# Third-party software

Preflight itself is under the MIT licence (\`LICENSE\`). It uses the packages below. Their licence texts are in their folders under
\`node_modules/\`.

The licence of **bpmn-js** asks that the bpmn.io watermark on diagrams stays as it is: visible, not overlapped, and linked to
https://bpmn.io. Preflight leaves it alone; keep it so in versions of your own. The glyphs of the editor’s palette are the font
bpmn-font, which comes with bpmn-js, under the SIL Open Font License.

This page is written from \`package-lock.json\` by \`test/third-party.test.ts\`.

## Used directly

${table(installed.filter(({ name }) => direct.has(name)))}

## Used by those

Not all of these end up in the built page.

${table(installed.filter(({ name }) => !direct.has(name)))}
`;
}

const nameOf = (place: string): string => place.replace(/^.*node_modules\//, '');

const line = ({
  name,
  version,
  license,
}: {
  name: string;
  version?: string | undefined;
  license?: string | undefined;
}) =>
  `| ${name} | ${version ?? ''} | ${/^SEE LICENSE/.test(license ?? '') ? 'bpmn.io licence (MIT with the watermark clause)' : (license ?? '')} |`;
