// @ts-check
/** Frame times of the replay in a real browser: 2,000 tokens alive on 50 steps. Prints the machine and how it draws. */
import { rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { FLAGS, findBrowser } from '../support/browser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = path.join(ROOT, `dist-cli-frames-${process.pid}`);
const SECONDS = 10;
const WARM_UP = 2;
const SPEEDS = [1, 10, 100];

process.on('exit', () => rmSync(BUILT, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));

const shared = { configFile: /** @type {const} */ (false), root: path.join(ROOT, 'test/bench/frames') };
await build({
  ...shared,
  logLevel: 'error',
  resolve: { alias: { '#simulation': path.join(ROOT, 'simulation/index.ts') } },
  build: { outDir: BUILT, emptyOutDir: true, target: 'es2022' },
});
const server = await preview({ ...shared, build: { outDir: BUILT }, preview: { port: 0, host: '127.0.0.1' } });
const found = await findBrowser();
const browser = await chromium.launch({
  executablePath: found.path,
  args: FLAGS,
  env: { ...process.env, ...found.env },
});
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
page.on('pageerror', (error) => {
  console.error(error);
  process.exitCode = 1;
});
await page.goto(server.resolvedUrls?.local[0] ?? '');
await page.waitForFunction('window.measureFrames');
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
/** CPU seconds of the page's process: what a frame costs even when other work takes the cores. */
const cpuTime = async () => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ProcessTime')?.value ?? NaN;
};

console.log(
  `${(cpus()[0]?.model ?? '').trim()}, ${availableParallelism()} cores, Chromium ${browser.version()}, software rendering, 1920×1080`,
);
console.log(
  `ms between frames while playing; 16.7 = 60 a second; ${loadavg()[0]?.toFixed(1)} other programs wanted a core before`,
);
const layout = await page.evaluate(() => window.measureLayout());
console.log(`to lay a scene out: ${layout.toFixed(2)} ms`);
for (const speed of SPEEDS) {
  await page.evaluate(([s, t]) => window.measureFrames(s, t), /** @type {const} */ ([speed, WARM_UP]));
  const before = await cpuTime();
  const { alive, gaps } = await page.evaluate(
    ([s, t]) => window.measureFrames(s, t),
    /** @type {const} */ ([speed, SECONDS]),
  );
  const cpu = (1000 * ((await cpuTime()) - before)) / gaps.length;
  const sorted = [...gaps].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(1).padStart(6);
  const rate = (1000 * gaps.length) / gaps.reduce((a, b) => a + b, 0);
  console.log(
    `×${String(speed).padEnd(5)} ${alive} tokens  ${rate.toFixed(1)} frames/s  fastest tenth ${at(0.1)}  median ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  CPU ${cpu.toFixed(1)} a frame`,
  );
}
await browser.close();
await server.close();
