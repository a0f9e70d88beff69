/** The installed app: it starts without a network, is replaced only when the user says so, and can be withdrawn. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveSite, type Site } from '../support/site.ts';
import { canvasFocused, launchBrowser, openWindow, type AppWindow } from './window.ts';

let site: Site;
let browser: Browser;
let app: AppWindow;
let page: Page;
let first: string;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  first = readFileSync(path.join(site.root, 'sw.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
/** Opens a window in which the app is installed. */
async function install(): Promise<void> {
  writeFileSync(path.join(site.root, 'sw.js'), first);
  app = await openWindow(browser, site.url, { serviceWorkers: 'allow' });
  page = app.page;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

const WAIT = { timeout: 20_000 };
const shape = (name: string) => page.locator('.djs-shape', { hasText: name }).first();
const update = () => page.getByRole('button', { name: 'Update now' });
const caches = () => page.evaluate(() => globalThis.caches.keys());
const saved = () => page.locator('pf-status #saved[data-state=saved]').waitFor(WAIT);

async function newStudy(): Promise<void> {
  await page.locator('pf-start').getByRole('button', { name: 'New study' }).click();
  await shape('First step').waitFor();
  await saved();
}

/** Puts another version on the server and lets the page look for it. */
async function deploy(worker: string): Promise<void> {
  writeFileSync(path.join(site.root, 'sw.js'), worker);
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

const next = (version: string): string => first.replace(/"version":"[^"]*"/, `"version":"${version}"`);

describe('the app', () => {
  beforeAll(install);
  afterAll(() => app.close());

  it('keeps a missing file missing, and knows every file of the site', async () => {
    const answers = await page.evaluate(() =>
      Promise.all(['./assets/none-12345678.js', './nowhere/index.html'].map(async (url) => (await fetch(url)).status)),
    );
    expect(answers).toEqual([404, 404]);
    app.complaints.length = 0; // of those two
    const files = ['index.html', 'assets']
      .flatMap((name) => (name === 'assets' ? readdirSync(path.join(site.root, name)).map((f) => `assets/${f}`) : './'))
      .filter((file) => !first.includes(JSON.stringify(file)));
    expect(files).toEqual([]);
  });

  it('is not replaced by a version that cannot be fetched whole', async () => {
    const broken = next('broken').replace('"favicon.svg"', '"favicon.svg","assets/lost.js"');
    await deploy(broken).catch(() => undefined);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing?.state), WAIT)
      .toBe(undefined);
    expect(await update().count()).toBe(0);
  });

  it('is installable and starts, opens, simulates and exports without a network', async () => {
    await newStudy();
    await app.page.context().setOffline(true);

    await page.reload();

    await shape('First step').waitFor(WAIT);
    await canvasFocused(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Run again', exact: true }).first().waitFor(WAIT);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toBe('New study.bpmn');
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click();
    await page.locator('html[lang=zh-CN]').waitFor();
    expect(app.complaints).toEqual([]);
    const manifest: unknown = JSON.parse(readFileSync(path.join(site.root, 'manifest.webmanifest'), 'utf8'));
    for (const { src } of iconsIn(manifest)) expect(existsSync(path.join(site.root, src)), src).toBe(true);
  });
});

describe('a new version', () => {
  beforeEach(install);
  afterEach(() => app.close());

  it('waits, comes when the user says so, and finds the work as it was', async () => {
    await newStudy();
    await deploy(next('n-plus-1'));
    await update().waitFor(WAIT);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state)).toBe(
      'installed',
    );
    expect(await update().isEnabled()).toBe(true);

    await update().click();

    await update().waitFor({ state: 'detached', ...WAIT });
    await shape('First step').waitFor(WAIT);
    await expect.poll(caches, WAIT).toHaveLength(2); // the version before stays for tabs that run it
    expect(app.complaints).toEqual([]);
  });

  it('does not come into work that is only in this window', async () => {
    await newStudy();
    await page.evaluate(() => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('textbox', { name: 'Name of the study' }).fill('Precious');
    await page.keyboard.press('Enter');
    await page.locator('pf-save-banner div').waitFor(WAIT);

    await deploy(next('n-plus-1b'));

    await update().waitFor(WAIT);
    expect(await update().isDisabled()).toBe(true);
    expect(await page.locator('pf-update-banner span').innerText()).toContain('once your work is saved');
  });

  it('leaves a tab of the old version its files, even when the server has lost them; and back again works as well', async () => {
    const chunk = readdirSync(path.join(site.root, 'assets')).find((name) => name.startsWith('zh-CN')) ?? '';
    const [there, away] = [path.join(site.root, 'assets', chunk), path.join(site.root, 'assets', 'away')];
    const other = await page.context().newPage();
    await other.goto(site.url);
    const without = next('n-plus-2').replace(JSON.stringify(`assets/${chunk}`), '"favicon.svg"');
    await deploy(without);
    await update().first().waitFor(WAIT);
    renameSync(there, away);
    try {
      await update().click();
      await update().waitFor({ state: 'detached', ...WAIT });

      await other.getByRole('button', { name: 'Language' }).click();
      await other.getByRole('menuitemcheckbox', { name: '简体中文' }).click();
      await other.locator('html[lang=zh-CN]').waitFor();
    } finally {
      renameSync(away, there);
    }
    await deploy(first);
    await update().waitFor(WAIT);
    await update().click();
    await update().waitFor({ state: 'detached', ...WAIT });
    await page.getByRole('heading', { level: 1 }).waitFor(WAIT);
  });

  it('that withdraws the offline copy leaves nothing behind', async () => {
    copyFileSync('test/fixtures/offline/sw.js', path.join(site.root, 'sw.js'));
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });

    await expect.poll(caches, WAIT).toEqual([]);
    await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0, null, WAIT);
    rmSync(path.join(site.root, 'sw.js'));
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor(WAIT);
  });
});

function iconsIn(manifest: unknown): readonly { readonly src: string }[] {
  if (typeof manifest === 'object' && manifest !== null && 'icons' in manifest && Array.isArray(manifest.icons))
    return manifest.icons.map((icon: { readonly src: string }) => icon);
  throw new Error('no icons in the manifest');
}
