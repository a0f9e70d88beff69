/** A browser window on the built app that remembers everything a user or an auditor would object to. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { FLAGS, findBrowser } from '../support/browser.mjs';
import { serveSite, type Site } from '../support/site.ts';

/** `E2E_SLOWDOWN=4` runs the pages at a quarter of the speed: what passes so does not depend on a quiet machine. */
const SLOWDOWN = Number(process.env.E2E_SLOWDOWN ?? 1);

export interface AppWindow {
  readonly page: Page;
  /** Errors on the console, uncaught errors, violations of the policy, and requests that leave the origin or are not GET. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function launchBrowser(): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({ executablePath: found.path, args: FLAGS, env: { ...process.env, ...found.env } });
}

/** Opens the app in a fresh profile; `before` runs in the page ahead of it. */
export async function openWindow(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  before?: () => void,
): Promise<AppWindow> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    serviceWorkers: 'block', // each test would fill a cache first
    ...options,
  });
  if (SLOWDOWN > 1) context.on('page', (opened) => void slowDown(opened));
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(url);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const own = request.url().startsWith(`${origin}/`) && request.method() === 'GET';
    if (!own && !/^(data|blob):/.test(request.url())) complaints.push(`request: ${request.method()} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`response: ${response.status()} ${response.url()}`);
  });
  await page.addInitScript(() => {
    // Native pickers cannot be driven; without them the app uses downloads.
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  if (before) await page.addInitScript(before);
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** What the tests of a file share. */
export interface SharedWindow {
  readonly site: Site;
  readonly browser: Browser;
  readonly app: AppWindow;
  readonly page: Page;
}

/**
 * One window for the tests of a file, as a start of the app costs seconds. Each test begins on the start page, with the studies of
 * the tests before it still listed; after one that failed, the next has a new window. Tests that look at a first start, or change
 * what is kept beside studies, open a window of their own.
 */
export function shareWindow(options: BrowserContextOptions = {}): SharedWindow {
  let site: Site;
  let browser: Browser;
  let app: AppWindow | undefined;
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  beforeEach(async () => {
    app ??= await openWindow(browser, site.url, options);
    await backToStart(app.page);
  });
  afterEach(async ({ task }) => {
    const complaints = app?.complaints ?? [];
    if (task.result?.state === 'fail' || complaints.length > 0) {
      await app?.close();
      app = undefined;
    }
    expect(complaints).toEqual([]);
  });
  return {
    get site() {
      return site;
    },
    get browser() {
      return browser;
    },
    get app() {
      if (!app) throw new Error('no window outside a test');
      return app;
    },
    get page() {
      return this.app.page;
    },
  };
}

/** Closes an open dialog, if there is one, and leaves the open study, if there is one. */
export async function backToStart(page: Page): Promise<void> {
  const dialog = page.locator('dialog[open]');
  if ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  const back = page.getByRole('button', { name: 'Back to the start page' });
  const title = page.locator('pf-start h1');
  await back.or(title).first().waitFor();
  if (await back.isVisible()) await back.click();
  await title.waitFor();
}

/** Begins a study with one blank design; ready to be typed at. */
export async function newStudy(page: Page): Promise<void> {
  await page.locator('pf-start').getByRole('button', { name: 'New study', exact: true }).click();
  await page.getByRole('tab', { name: 'As-is', selected: true }).waitFor();
  await canvasFocused(page);
}

/** Opens a sample, by the beginning of its title; ready to be typed at. */
export async function openSample(page: Page, title: RegExp): Promise<void> {
  await page.locator('pf-start section[aria-labelledby=samples]').getByRole('button', { name: title }).click();
  await canvasFocused(page);
}

/** Waits until the keyboard belongs to the drawing: keys that are pressed before go elsewhere, as those of a user would. */
export async function canvasFocused(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('.pf-canvas') !== null);
}

/** Opens files by dropping them on the window, as pickers are not the page's to drive. */
export async function dropFiles(
  page: Page,
  ...files: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }[]
): Promise<void> {
  const data = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, text: buffer.toString('latin1') }));
  await page.evaluate((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, text } of dropped)
      transfer.items.add(new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], name, { type: mimeType }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  }, data);
}
