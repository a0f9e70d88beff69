// @ts-check
/**
 * Runs every check of the project and sums them up: types, lint and format count one each, the runners as many as they have
 * tests. The last line reads `N passed, N failed`; the exit code is 0 only when nothing failed and every runner ran.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

const OUTPUT = 'test-output';
const MESSAGES = `${OUTPUT}/messages.json`;
rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });

/** @type {Count} */
const total = { passed: 0, failed: 0 };

// Two at a time, for two cores; nothing waits for format and lint, which take longest.
const format = check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
await check('messages', 'node', ['test/support/messages.mjs', MESSAGES, '--build']);
const lint = check('lint', 'eslint', ['.']);
await check('types', 'tsc', ['-p', '.']);
await check('types of the engine alone', 'tsc', ['-p', 'simulation']);
await check('build', 'vite', ['build', '--logLevel', 'warn']);
await runner(
  'unit and end-to-end tests',
  'vitest',
  [
    'run',
    '--config',
    'test/config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${OUTPUT}/vitest.json`,
  ],
  vitestCount,
);
await runner('browser tests', 'web-test-runner', ['--config', 'test/config/web-test-runner.config.mjs'], browserCount);
await Promise.all([format, lint]);

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** One check that passes or fails as a whole. */
async function check(/** @type {string} */ name, /** @type {string} */ tool, /** @type {string[]} */ args) {
  const { code } = await run(tool, args);
  report(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** A test runner; `count` reads what it counted. A runner that broke off counts as a failure of its own. */
async function runner(
  /** @type {string} */ name,
  /** @type {string} */ tool,
  /** @type {string[]} */ args,
  /** @type {(output: string) => Count | undefined} */ count,
) {
  const { code, output } = await run(tool, args);
  const counted = count(output) ?? { passed: 0, failed: 0 };
  const broken = (code !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0;
  report(name, broken ? { ...counted, failed: counted.failed + 1 } : counted);
}

function report(/** @type {string} */ name, /** @type {Count} */ { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed === 0 ? '✔' : '✘'} ${name}: ${passed} passed, ${failed} failed\n`);
}

/** Runs Node or a tool of node_modules, showing and keeping what it prints. */
function run(/** @type {string} */ tool, /** @type {string[]} */ args) {
  console.log(`── ${tool} ${args.join(' ')}`);
  return new Promise((/** @type {(r: { code: number, output: string }) => void} */ resolve) => {
    const child = spawn(tool === 'node' ? process.execPath : `node_modules/.bin/${tool}`, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: tool !== 'node' && process.platform === 'win32',
      env: {
        ...process.env,
        CI: 'true',
        FORCE_COLOR: '0',
        // The build above is what the end-to-end tests open; the messages are those that were read for it.
        BUILT_SITE: 'dist',
        MESSAGES,
        // Compilers leave much garbage that is young: with room for it they take a fifth less time.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim(),
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        process.stdout.write(chunk);
      });
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** @returns {Count | undefined} */
function vitestCount() {
  try {
    const report = JSON.parse(readFileSync(`${OUTPUT}/vitest.json`, 'utf8'));
    const brokenFiles = report.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
  } catch {
    return undefined;
  }
}

/** @returns {Count | undefined} */
function browserCount(/** @type {string} */ output) {
  // Colours stand between the words on some terminals.
  const plain = output.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
  const summary = [...plain.matchAll(/(\d+) passed, (\d+) failed/g)].pop();
  return summary ? { passed: Number(summary[1]), failed: Number(summary[2]) } : undefined;
}
