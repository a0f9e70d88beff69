/**
 * The workshop from beginning to end, as it must work in the room: in Chinese, without a mouse, without a network, without a word
 * on the console. Pictures of each station are left in `test-output/walk`.
 */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveSite, type Site } from '../support/site.ts';
import { launchBrowser, openWindow } from './window.ts';

const PICTURES = 'test-output/walk';
const WAIT = { timeout: 30_000 };

let site: Site;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('opens the complaint study, presents, replays both designs, changes the staffing, reveals, and comes back', async () => {
  const app = await openWindow(browser, site.url, { locale: 'zh-CN', serviceWorkers: 'allow' });
  const { page } = app;
  const picture = (name: string) => page.screenshot({ path: `${PICTURES}/${name}.png` });
  const rate = () => page.locator('pf-big-figures .value').first().innerText();
  const stages = page.locator('pf-replay-stage canvas');
  const clock = () => page.locator('pf-transport .clock').innerText();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
  await page.context().setOffline(true);
  await page.reload();

  // Open the study.
  await page.getByRole('button', { name: /^客户投诉处理/ }).waitFor(WAIT);
  await tabTo(page, /^客户投诉处理/);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: '现状', selected: true }).waitFor(WAIT);
  await picture('1-study');

  // Present it: the simulation starts by itself.
  await page.keyboard.press('F9');
  await stages.first().waitFor(WAIT);
  await expect.poll(rate, WAIT).toMatch(/^\d+\.\d/);
  await picture('2-present');

  // Both designs on one clock, with the same customers.
  await page.keyboard.press('l');
  await expect.poll(() => stages.count(), WAIT).toBe(2);
  const before = await clock();
  await page.keyboard.press('Space');
  await expect.poll(clock, WAIT).not.toBe(before);
  await page.keyboard.press('Space');
  await page.keyboard.press('m');
  await picture('3-lock-step');
  await page.keyboard.press('9');
  await page
    .getByText(/^案例 \d+ 的经过$/)
    .first()
    .waitFor();
  await picture('4-one-case');
  await page.keyboard.press('n');

  // The room bets, the staffing changes, the truth is told.
  await page.keyboard.press('g');
  await expect.poll(rate).toBe('? %');
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('s');
  const engineers = page.getByRole('slider', { name: /^质量工程师/ });
  await tabTo(page, /^质量工程师/);
  const people = Number(await engineers.inputValue());
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => engineers.inputValue()).toBe(String(people + 1));
  expect(await rate()).toBe('? %');
  await page.keyboard.press('r');
  await page.getByText(/最接近的竞猜：80%?/).waitFor(WAIT);
  await expect.poll(async () => Number.parseFloat(await rate()), WAIT).toBeGreaterThan(85);
  await picture('5-revealed');

  // Back: the study has one step more that can be taken back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => stages.count()).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('pf-status .message').textContent(), WAIT).toContain('质量工程师');
  await picture('6-back');
  expect(app.complaints).toEqual([]);
  await app.close();
}, 180_000);

/** Moves the keyboard on, control by control, to the one with this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`no way by keyboard to <${String(name)}>`);
}
