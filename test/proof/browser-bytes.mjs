// @ts-check
/**
 * Whether another browser computes the same bytes: `node test/proof/browser-bytes.mjs firefox-esr --headless` opens the golden models
 * in that program with a profile of its own, and compares the fingerprints with `test/fixtures/golden.json`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, loadConfigFromFile } from 'vite';

const [program = 'firefox-esr', ...flags] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'golden-'));
// With the hot path built as in the product.
const product = await loadConfigFromFile({ command: 'build', mode: 'production' }, 'test/config/vite.cli.config.ts');
await build({
  configFile: false,
  logLevel: 'warn',
  plugins: product?.config.plugins ?? [],
  build: {
    target: 'es2022',
    outDir: path.join(folder, 'page'),
    emptyOutDir: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: { page: 'test/proof/golden-page.ts' },
      output: { topLevelVar: false, entryFileNames: 'page.js' },
    },
  },
});
const server = createServer((request, response) => {
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      response.end();
      conclude(JSON.parse(body));
    });
    return;
  }
  const asked = path.basename(request.url ?? '');
  if (asked.endsWith('.js')) {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(readFileSync(path.join(folder, 'page', asked)));
  } else {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Golden models</title><script type="module" src="/page.js"></script>');
  }
});
await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
const address = server.address();
if (address === null || typeof address === 'string') throw new Error('no port to serve on');
const url = `http://127.0.0.1:${address.port}/`;
mkdirSync(path.join(folder, 'profile'));
const profile = /firefox/.test(program) ? ['--no-remote', '--profile', path.join(folder, 'profile')] : [];
const child = spawn(program, [...flags, ...profile, url], { stdio: 'ignore', env: { ...process.env, HOME: folder } });

/** @param {{ hashes: Record<string, string>, browser: string }} answer */
function conclude({ hashes, browser }) {
  const golden = JSON.parse(readFileSync('test/fixtures/golden.json', 'utf8'));
  console.log(browser);
  for (const [name, hash] of Object.entries(golden))
    console.log(hashes[name] === hash ? 'same     ' : 'DIFFERENT', name);
  const all = Object.keys(golden);
  const same = all.filter((name) => hashes[name] === golden[name]);
  console.log(`${same.length} of ${all.length} models to the last bit`);
  process.exitCode = same.length === all.length ? 0 : 1;
  child.kill();
  server.close();
  setTimeout(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }), 1000);
}
