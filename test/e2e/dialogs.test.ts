/** Share, versions, tour, help and shortcuts: by keyboard alone, in both languages and themes, with nothing to object to. */
import { readFile } from 'node:fs/promises';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canvasFocused, dropFiles, newStudy, openWindow, shareWindow, type AppWindow } from './window.ts';

const shared = shareWindow({ permissions: ['clipboard-read', 'clipboard-write'] });
let page: Page;
beforeEach(() => {
  page = shared.page;
});

const EVERYTHING = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const COLOURS = { type: 'rule', values: ['color-contrast'] };

/** What axe objects to in one element and all within. */
async function objections(page: Page, selector: string, rules: object = EVERYTHING): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run('${selector}', ${JSON.stringify({ runOnly: rules, resultTypes: ['violations'], selectors: false })})`,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** The same in light and in dark colours; whatever else there is does not depend on them. */
async function objectionsInBoth(page: Page, selector: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(colorScheme === 'dark' ? 'html.wa-dark' : 'html:not(.wa-dark)').waitFor();
    // Colours change gradually, and those in shadow trees are not the document's to tell of.
    await page.evaluate(async () => {
      const trees = (tree: Document | ShadowRoot): (Document | ShadowRoot)[] => [
        tree,
        ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : [])),
      ];
      const changes = trees(document).flatMap((tree) => tree.getAnimations());
      const ending = changes.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    });
    const rules = colorScheme === 'light' ? EVERYTHING : COLOURS;
    found.push(...(await objections(page, selector, rules)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}

/** Chooses a command of the menu as somebody without a mouse does. */
async function chooseCommand(page: Page, menu: string, name: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).press('Enter');
  const item = page.locator('pf-main-menu wa-dropdown-item', { hasText: name });
  const isActive = (): Promise<boolean> =>
    item.evaluate((element: HTMLElement & { active: boolean }) => element.active);
  await page.locator('pf-main-menu wa-dropdown-item:focus').waitFor();
  for (let i = 0; i < 40 && !(await isActive()); i++) await page.keyboard.press('ArrowDown');
  expect(await isActive()).toBe(true);
  await page.keyboard.press('Enter');
  // A menu that is asked for again while it fades away opens without the keyboard.
  await item.waitFor({ state: 'hidden' });
}

const open = (page: Page, tag: string) => page.locator(`${tag} dialog[open]`);

async function close(page: Page, tag: string): Promise<void> {
  await page.keyboard.press('Escape');
  await open(page, tag).waitFor({ state: 'detached' });
}

const WORDS = {
  'en-GB': {
    study: 'New study',
    menu: 'Menu',
    share: 'Share as a link…',
    history: 'Versions and earlier states…',
    tour: 'Tour in five steps',
  },
  'zh-CN': { study: '新建研究', menu: '菜单', share: '通过链接分享…', history: '版本与历史状态…', tour: '五步导览' },
} as const;

describe.each(['en-GB', 'zh-CN'] as const)('in %s, light and dark', (language) => {
  const words = WORDS[language];
  let app: AppWindow;
  beforeAll(async () => {
    app = await openWindow(shared.browser, shared.site.url, { locale: language, reducedMotion: 'reduce' });
    await app.page.locator('pf-start').getByRole('button', { name: words.study, exact: true }).press('Enter');
    await canvasFocused(app.page);
  });
  afterAll(() => app.close());
  beforeEach(() => {
    ({ page } = app);
  });
  afterEach(() => {
    expect(app.complaints).toEqual([]);
  });

  it('shortcuts and help open by keyboard, are whole, and close with Escape', async () => {
    await page.keyboard.press('?');
    await open(page, 'pf-shortcuts').waitFor();
    expect(await objectionsInBoth(page, 'pf-shortcuts')).toEqual([]);
    await close(page, 'pf-shortcuts');

    await page.keyboard.press('F1');
    await open(page, 'pf-help').waitFor();
    const tabs = page.locator('pf-help wa-tab');
    for (let i = 0; i < (await tabs.count()); i++) {
      await tabs.nth(i).press('Enter');
      expect(await objectionsInBoth(page, 'pf-help')).toEqual([]);
    }
    await close(page, 'pf-help');
  });

  it('so do sharing, versions and the tour', async () => {
    await chooseCommand(page, words.menu, words.share);
    await page.locator('pf-share wa-input').waitFor();
    expect(await objectionsInBoth(page, 'pf-share')).toEqual([]);
    await close(page, 'pf-share');

    await chooseCommand(page, words.menu, words.history);
    await page.locator('pf-history #name').waitFor();
    expect(await objectionsInBoth(page, 'pf-history')).toEqual([]);
    await close(page, 'pf-history');

    await chooseCommand(page, words.menu, words.tour);
    const card = page.locator('pf-tour .card');
    await card.waitFor();
    expect(await objectionsInBoth(page, 'pf-tour')).toEqual([]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });
});

describe('the tour', () => {
  it('runs the sample on the way, and ends with Escape where the work goes on', async () => {
    await chooseCommand(page, 'Menu', 'Tour in five steps');
    const title = page.locator('pf-tour h2');
    await expect.poll(() => title.textContent()).toBe('The process of today');
    await page.keyboard.press('Enter');
    await expect.poll(() => title.textContent()).toBe('Who does it, and how long it takes');
    await page.keyboard.press('Enter');
    await expect.poll(() => title.textContent()).toBe('Try it before the pilot');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('pf-status .message').textContent()).toContain('complete');
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.closest('.pf-canvas') !== null)).toBe(true);
  });
});

describe('sharing', () => {
  it('copies a link that opens as an unsaved copy with the same design', async () => {
    await newStudy(page);
    await chooseCommand(page, 'Menu', 'Share as a link…');
    await page.getByRole('button', { name: 'Copy the link' }).press('Enter');
    await page.getByText('The link is in the clipboard.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThan(8192);

    const other = await openWindow(shared.browser, link);
    await other.page.getByRole('button', { name: 'Open', exact: true }).press('Enter');
    await other.page.locator('.djs-shape', { hasText: 'First step' }).first().waitFor();
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});

describe('versions', () => {
  it('are named, compared, gone back to, and travel with the file', async () => {
    const task = (name: string) => page.locator('.djs-shape', { hasText: name }).first();
    await newStudy(page);

    await chooseCommand(page, 'Menu', 'Versions and earlier states…');
    const history = page.locator('pf-history');
    expect(await history.getByRole('textbox', { name: 'Version' }).inputValue()).toBe('V1.0');
    await history.getByRole('textbox', { name: 'Reviewed by' }).fill('Zhang Wei');
    await history.getByRole('textbox', { name: 'What for' }).fill('For the workshop');
    await page.keyboard.press('Enter');
    await history.getByText('Reviewed by Zhang Wei').waitFor();
    await expect.poll(() => history.getByRole('textbox', { name: 'Version' }).inputValue()).toBe('V1.1');
    await history.getByText('Both say the same.').waitFor();
    await close(page, 'pf-history');

    await task('First step').dblclick();
    await page.locator('.djs-direct-editing-content').fill('Changed step');
    await page.locator('.pf-canvas').click({ position: { x: 300, y: 40 } });
    await task('Changed step').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chooseCommand(page, 'Menu', 'Save the whole study (.preflight)…'),
    ]);

    await chooseCommand(page, 'Menu', 'Versions and earlier states…');
    await history.getByText(/^Changed step:/).waitFor();
    await history.getByRole('button', { name: 'Go back to V1.0' }).press('Enter');
    await task('First step').waitFor();
    expect(await task('Changed step').count()).toBe(0);

    // On another machine the file brings the present state and the version.
    const other = await openWindow(shared.browser, shared.site.url);
    await other.page.locator('pf-start .card').first().waitFor();
    await dropFiles(other.page, {
      name: 'study.preflight',
      mimeType: 'application/zip',
      buffer: await readFile(await download.path()),
    });
    await other.page.locator('.djs-shape', { hasText: 'Changed step' }).first().waitFor();
    await chooseCommand(other.page, 'Menu', 'Versions and earlier states…');
    await other.page.locator('pf-history').getByText('Reviewed by Zhang Wei').waitFor();
    await other.page.locator('pf-history').getByRole('button', { name: 'Go back to V1.0' }).press('Enter');
    await other.page.locator('.djs-shape', { hasText: 'First step' }).first().waitFor();
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
