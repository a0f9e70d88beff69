/** A browser window on the built app that remembers everything a user or an auditor would object to. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { FLAGS, findBrowser } from '../support/browser.mjs';

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
