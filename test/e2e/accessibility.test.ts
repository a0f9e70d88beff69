/** The shell keeps to WCAG 2.2 AA as far as a machine can tell, in both themes; the diagram itself is tested with the editor. */
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type Site } from '../support/site.ts';
import { launchBrowser, openWindow } from './window.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** What axe objects to, one line per rule and place. */
async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ['.pf-canvas'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], selectors: false })`,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  it('the start page, the workspace and the dialogs have nothing to object to', async () => {
    const { page, close } = await openWindow(browser, site.url, { colorScheme, reducedMotion: 'reduce' });
    await page.locator('pf-start .card').first().waitFor();
    expect(await objections(page)).toEqual([]);

    await page.locator('pf-start').getByRole('button', { name: 'New study' }).click();
    await page.locator('.djs-shape', { hasText: 'First step' }).first().waitFor();
    await page.locator('pf-status button').last().click();
    await page.locator('pf-problems .issue').first().waitFor();
    expect(await objections(page)).toEqual([]);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await close();
  });
});
