// @ts-check
import { chromeLauncher } from '@web/test-runner-chrome';
import { build, loadConfigFromFile } from 'vite';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FLAGS, findBrowser } from '../support/browser.mjs';

const TESTS = 'test/browser';
const BUILT = `test-output/browser-tests-${process.pid}`;

const browser = await findBrowser();
console.log(`browser: ${browser.path} (${browser.from})`);

/** Built without a page, styles have nobody to link them: each adds itself, as with the development server. */
const styles = {
  name: 'styles',
  enforce: /** @type {const} */ ('pre'),
  resolveId: {
    filter: { id: /\.css$/ },
    /** @type {(this: import('vite').Rollup.PluginContext, id: string, from: string | undefined) => Promise<string | undefined>} */
    async handler(id, from) {
      const found = await this.resolve(id, from, { skipSelf: true });
      return found ? `\0${found.id}.js` : undefined;
    },
  },
  load: {
    filter: { id: /^\0.*\.css\.js$/ },
    handler: (/** @type {string} */ id) =>
      `import text from ${JSON.stringify(`${id.slice(1, -3)}?inline`)};
      document.head.append(Object.assign(document.createElement('style'), { textContent: text }));`,
  },
};

/** The tests are built together, once: a page then loads a few files instead of a thousand, and the next one has most of them. */
async function buildTests() {
  process.env.NODE_ENV = 'development'; // packages warn of misuse
  const app = await loadConfigFromFile({ command: 'build', mode: 'development' }, './vite.config.ts');
  const tests = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  await build({
    ...app?.config,
    configFile: false,
    mode: 'development',
    logLevel: 'warn',
    base: `/${BUILT}/`,
    plugins: [styles],
    build: {
      ...app?.config.build,
      outDir: BUILT,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        ...app?.config.build?.rolldownOptions,
        input: Object.fromEntries(tests.map((name) => [name.slice(0, -'.ts'.length), `${TESTS}/${name}`])),
        output: { ...app?.config.build?.rolldownOptions?.output, entryFileNames: '[name].js' },
      },
    },
  });
}
await buildTests();

const profile = mkdtempSync(path.join(tmpdir(), 'wtr-'));
process.once('exit', () => {
  rmSync(profile, { recursive: true, force: true });
  rmSync(BUILT, { recursive: true, force: true });
});

/** Answers a test file with what was built of it, which the browser keeps for the pages that follow. */
async function builtTests(ctx, next) {
  const name = new RegExp(`^/${TESTS}/(.*\\.test)\\.ts$`).exec(ctx.path)?.[1];
  if (name) {
    ctx.type = 'text/javascript';
    ctx.body = `import '/${BUILT}/${name}.js';`;
    return;
  }
  await next();
  if (ctx.path.startsWith(`/${BUILT}/`)) ctx.set('cache-control', 'max-age=31536000, immutable');
}

export default {
  files: `${TESTS}/**/*.test.ts`,
  middleware: [builtTests],
  concurrency: 2,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.path,
        env: { ...process.env, ...browser.env },
        headless: true,
        userDataDir: profile,
        args: FLAGS,
      },
    }),
  ],
  filterBrowserLogs: ({ args }) =>
    !args.some((a) => typeof a === 'string' && (a.startsWith('[vite]') || a.startsWith('Lit is in dev mode'))),
  coverageConfig: { include: ['src/**/*.ts', 'simulation/**/*.ts'] },
  testFramework: { config: { timeout: 40000, ui: 'bdd' } },
};
