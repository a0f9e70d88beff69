// @ts-check
/**
 * What a crash costs: `node test/proof/killed-browser.mjs 20` moves a step of a sample with Shift and the arrow keys in a Chromium with a
 * profile of its own, kills that process at a random moment, opens the profile again, and tells how old the oldest edit is that
 * is gone; twenty times. Needs a fresh build (`npm run build`). See docs/proof.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { FLAGS, findBrowser } from '../support/browser.mjs';

/** @typedef {{ child: import('node:child_process').ChildProcess, page: import('playwright-core').Page }} Running */

const rounds = Number(process.argv[2] ?? 20);
/** What users are promised, ms. */
const MOST_LOST = 2000;
/** The kill comes this long after editing began, ms. */
const EARLIEST = 300;
const LATEST = 5000;
/** ms between edits, and how far each moves the step, px. */
const PAUSE = 60;
const DISTANCE = 10;
const STEP = 'ReceiveComplaint';
const SAMPLE = /^Customer complaint handling\s+Will/;
const STUDY = /^Customer complaint handling\s+.+ 2 designs$/;

const site = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const url = site.resolvedUrls?.local[0] ?? '';
const profile = mkdtempSync(path.join(tmpdir(), 'preflight-profile-'));
const found = await findBrowser();
/** Moments come from a seed, so that a bad one can be looked at again. */
let state = 20261128;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

/** Starts the browser as a process of our own: only that one is ever killed. @returns {Promise<Running>} */
async function start() {
  const flags = [...FLAGS, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(found.path, flags, {
    env: { ...process.env, ...found.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // the leader of a group that holds its helpers too
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match) resolve(match[1]);
    });
    child.once('exit', () => reject(new Error(`the browser ended: ${said.slice(-500)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const page = await browser.contexts()[0]?.newPage();
  if (!page) throw new Error('no page in the browser');
  await page.goto(url);
  return { child, page };
}

/** Ends it as a crash does: nothing gets to say a last word. */
async function kill(/** @type {Running} */ { child }) {
  if (child.pid === undefined) throw new Error('the browser has no process');
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** Opens the sample, or the study that was made of it, and answers how far right the step is, px of the diagram. */
async function open(/** @type {Running} */ { page }, /** @type {RegExp} */ card) {
  await page.getByRole('button', { name: card }).click();
  const shape = page.locator(`.pf-design:not([hidden]) .djs-shape[data-element-id="${STEP}"]`);
  await shape.waitFor();
  return shape.evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).e);
}

const lost = [];
try {
  const first = await start();
  await open(first, SAMPLE);
  await first.page.locator(`.djs-shape[data-element-id="${STEP}"]`).click();
  await first.page.keyboard.press('Shift+ArrowRight');
  await first.page.locator('pf-status #saved[data-state=saved]').waitFor();
  await kill(first);
  for (let round = 1; round <= rounds; round++) {
    const running = await start();
    const { page } = running;
    const before = await open(running, STUDY);
    await page.locator(`.djs-shape[data-element-id="${STEP}"]`).click();
    const direction = round % 2 === 1 ? 1 : -1; // to and fro, so that it stays on the sheet
    const moment = EARLIEST + random() * (LATEST - EARLIEST);
    const begun = performance.now();
    /** When each edit was made. @type {number[]} */
    const edits = [];
    while (performance.now() - begun < moment) {
      await page.keyboard.press(direction === 1 ? 'Shift+ArrowRight' : 'Shift+ArrowLeft');
      edits.push(performance.now());
      await new Promise((done) => setTimeout(done, PAUSE));
    }
    const killed = performance.now();
    await kill(running);
    const again = await start();
    const kept = Math.round(((await open(again, STUDY)) - before) / DISTANCE) * direction;
    await kill(again);
    if (kept < 0 || kept > edits.length) throw new Error(`${kept} edits kept of ${edits.length}`);
    const gone = edits[kept];
    lost.push(gone === undefined ? 0 : Math.round(killed - gone));
    console.log(
      `${round}: killed after ${Math.round(moment)} ms, kept ${kept} of ${edits.length} edits, lost ${lost.at(-1)} ms`,
    );
  }
} finally {
  await site.close();
  rmSync(profile, { recursive: true, force: true });
}
const sorted = [...lost].sort((a, b) => a - b);
console.log(`lost: median ${sorted[Math.floor(rounds / 2)]} ms, most ${sorted.at(-1)} ms`);
process.exit((sorted.at(-1) ?? 0) > MOST_LOST ? 1 : 0);
