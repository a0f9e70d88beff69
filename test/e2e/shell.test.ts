/** What a user does with the app around the diagram, on the built site, with every request and error watched. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDiagram } from '../../src/editor/new-diagram.ts';
import { backToStart, canvasFocused, dropFiles, newStudy, openSample, openWindow, shareWindow } from './window.ts';

const shared = shareWindow();
let page: Page;
beforeEach(() => {
  page = shared.page;
});

const file = (name: string, task: string) => ({
  name,
  mimeType: 'application/xml',
  buffer: Buffer.from(newDiagram({ process: 'P', start: 'Start', task, end: 'End' })),
});
const task = (name: string) => page.locator('.pf-design:not([hidden]) .djs-shape', { hasText: name }).first();
const saved = () => page.locator('pf-status #saved');

/** The study that was worked on last, as the start page lists it. */
const latest = (on: Page) => on.locator('pf-start .recent .card').first();

async function renameTask(from: string, to: string): Promise<void> {
  await task(from).dblclick();
  await page.locator('.pf-design:not([hidden]) .djs-direct-editing-content').fill(to);
  await page.locator('.pf-canvas').click({ position: { x: 300, y: 40 } });
  await task(to).waitFor();
}

describe('a study', () => {
  it('is drawn, edited, undone and still there after a reload', async () => {
    await newStudy(page);
    await renameTask('First step', 'Decide responsibility');
    await renameTask('Decide responsibility', 'Guess');
    await page.keyboard.press('Control+z');
    await task('Decide responsibility').waitFor();
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');

    await page.reload();

    await task('Decide responsibility').waitFor();
    expect(await page.title()).toBe('New study – Preflight');
  });

  it('keeps the last edit even when the page is left at once', async () => {
    await newStudy(page);
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    await renameTask('First step', 'Last words');

    await page.reload();

    await task('Last words').waitFor();
  });

  it('is listed on the start page and opens from there', async () => {
    await newStudy(page);
    await page.getByRole('textbox', { name: 'Name of the study' }).fill('Complaints');
    await page.keyboard.press('Enter');
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    await backToStart(page);

    await page.getByRole('button', { name: /^Complaints/ }).click();

    await task('First step').waitFor();
    expect(await page.title()).toBe('Complaints – Preflight');
  });

  it('holds several designs, each with its own history, and remembers the one in front', async () => {
    await newStudy(page);
    await page.getByRole('button', { name: 'Add a design' }).click();
    await page.getByRole('menuitem', { name: 'Copy of this design, to change it' }).click();
    await page.getByRole('tab', { name: 'To-be', selected: true }).waitFor();
    await renameTask('First step', 'Changed step');
    await page.getByRole('tab', { name: 'As-is' }).click();
    await task('First step').waitFor();
    await page.getByRole('tab', { name: 'To-be' }).click();
    await task('Changed step').waitFor();
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');

    await page.reload();

    await page.getByRole('tab', { name: 'To-be', selected: true }).waitFor();
    await task('Changed step').waitFor();
  });
});

describe('a sample', () => {
  it('is opened, edited, undone, kept over a reload and saved', async () => {
    await openSample(page, /^Customer complaint handling/);
    await renameTask('Receive complaint', 'Take the call');
    await page.keyboard.press('Control+z');
    await task('Receive complaint').waitFor();
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');

    await page.reload();
    await page.getByRole('tab', { name: 'As-is', selected: true }).waitFor();
    await task('Receive complaint').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);

    expect(download.suggestedFilename()).toBe('Customer complaint handling.preflight');
    await expect.poll(() => saved().textContent()).toBe('Saved to Customer complaint handling.preflight');
  });

  it('speaks Chinese in a Chinese browser, scenarios included', async () => {
    const chinese = await openWindow(shared.browser, shared.site.url, { locale: 'zh-CN' });
    await chinese.page.getByRole('button', { name: /^客户投诉处理/ }).click();

    await chinese.page.locator('.djs-shape', { hasText: '接收投诉' }).first().waitFor();

    expect(await chinese.page.locator('pf-design-tabs [role=tab]').allTextContents()).toHaveLength(2);
    expect(await chinese.page.getByRole('tab', { selected: true }).first().textContent()).toContain('现状');
    expect(chinese.complaints).toEqual([]);
    await chinese.close();
  });
});

describe('files', () => {
  it('dropped together become designs of one study, which saves as one file', async () => {
    await dropFiles(page, file('as-is.bpmn', 'Slow step'), file('to-be.bpmn', 'Fast step'));
    await page.getByRole('tab', { name: 'to-be' }).waitFor();
    await task('Slow step').waitFor();

    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);

    expect(download.suggestedFilename()).toBe('as-is.preflight');
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await dropFiles(page, { name: 'as-is.preflight', mimeType: 'application/zip', buffer: bytes });
    // The study that was saved is named alike: only the one just opened says so.
    await expect.poll(() => saved().textContent()).toMatch(/Opened from as-is\.preflight/);
    expect(await page.locator('pf-design-tabs [role=tab]').allTextContents()).toHaveLength(2);
  });

  it('that are no processes are refused in one sentence and change nothing', async () => {
    await newStudy(page);

    await dropFiles(page, { name: 'notes.bpmn', mimeType: 'text/plain', buffer: Buffer.from('hello') });

    await expect.poll(() => page.locator('pf-status [role=alert]').textContent()).toMatch(/notes\.bpmn/);
    expect(await task('First step').isVisible()).toBe(true);
  });
});

describe('a refusal', () => {
  it('is still to be read when a run that was under way is complete', async () => {
    await page
      .getByRole('button', { name: /^Customer complaint handling/ })
      .first()
      .click();
    await task('Receive complaint').waitFor();
    await page.keyboard.press('Control+Enter');

    await dropFiles(page, { name: 'notes.bpmn', mimeType: 'text/plain', buffer: Buffer.from('hello') });

    await page.getByRole('button', { name: 'Run again', exact: true }).waitFor();
    expect(await page.locator('pf-status [role=alert]').textContent()).toMatch(/notes\.bpmn/);
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('pf-status [role=status]').textContent()).toBe('The run is complete.');
  });
});

describe('storage', () => {
  it('that is missing is told, and work goes on', async () => {
    const poor = await openWindow(shared.browser, shared.site.url, {}, () => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await newStudy(poor.page);

    await expect
      .poll(() => poor.page.locator('pf-save-banner div').textContent())
      .toContain('This browser keeps nothing');
    const [download] = await Promise.all([
      poor.page.waitForEvent('download'),
      poor.page.getByRole('button', { name: 'Download a copy' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('New study.bpmn');
    expect(poor.complaints).toEqual([]);
    await poor.close();
  });

  it('that is full is told, and the next save tries again', async () => {
    await newStudy(page);
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function () {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await renameTask('First step', 'Big');
    await expect.poll(() => page.locator('pf-save-banner div').textContent()).toContain('storage is full');

    await renameTask('Big', 'Small');

    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
  });

  it('that takes its time keeps nobody from typing, and takes nothing back', async () => {
    await newStudy(page);
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    await backToStart(page);
    await page.evaluate(() => {
      const { request } = LockManager.prototype;
      LockManager.prototype.request = async function (...given: unknown[]) {
        LockManager.prototype.request = request;
        await new Promise((answer) => {
          window.addEventListener('answer-now', answer);
        });
        return Reflect.apply(request, this, given) as unknown;
      };
    });
    const held = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
    await latest(page).click();
    await canvasFocused(page);
    expect(await held()).toBe(0);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.evaluate(() => window.dispatchEvent(new Event('answer-now')));

    await expect.poll(held).toBe(1);
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    expect(await page.locator('.pf-design .djs-shape').count()).toBe(0);
    await page.reload();
    await canvasFocused(page);
    expect(await page.locator('.pf-design .djs-shape').count()).toBe(0);
  });

  it('has one writer: a second tab reads live, changes nothing, and may take over', async () => {
    await newStudy(page);
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    const second = await page.context().newPage();
    await second.goto(shared.site.url);
    await latest(second).click();
    const takeOver = second.getByRole('button', { name: 'Edit here instead' });
    await takeOver.waitFor();
    const taskThere = (name: string) => second.locator('.djs-shape', { hasText: name }).first();

    await renameTask('First step', 'Seen at once');
    await taskThere('Seen at once').waitFor();
    await taskThere('Seen at once').click();
    await second.keyboard.press('Delete');
    await expect.poll(() => second.locator('pf-status .message').textContent()).toContain('Nothing was changed');
    await renameTask('Seen at once', 'Last words');
    await takeOver.click();

    await expect.poll(() => second.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');
    await taskThere('Last words').waitFor();
    await expect
      .poll(() => second.locator('pf-status .message').textContent())
      .not.toContain('another tab edits this study');
    await page.getByRole('button', { name: 'Edit here instead' }).waitFor();
    // The task is selected as it was; a click would let it go.
    await second.locator('.pf-canvas').click({ position: { x: 300, y: 40 } });
    await taskThere('Last words').click();
    await second.keyboard.press('Delete');
    await task('Last words').waitFor({ state: 'detached' });
    await second.close();
  });

  it('goes on in the other tab when the first is closed', async () => {
    const second = page;
    page = await second.context().newPage();
    await page.goto(shared.site.url);
    await newStudy(page);
    await expect.poll(() => saved().getAttribute('data-state')).toBe('saved');
    await second.reload();
    await latest(second).click();
    await second.getByRole('button', { name: 'Edit here instead' }).waitFor();
    await renameTask('First step', 'Left behind');
    await second.locator('.djs-shape', { hasText: 'Left behind' }).first().waitFor();

    await page.close();

    await expect.poll(() => second.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');
    await second.locator('.djs-shape', { hasText: 'Left behind' }).first().waitFor();
    expect(await second.getByRole('button', { name: 'Edit here instead' }).count()).toBe(0);
  });
});

describe('a run', () => {
  it('is started from the keyboard and completes', async () => {
    await newStudy(page);
    await page.keyboard.press('Control+Enter');
    const message = page.locator('pf-status .message');
    await expect.poll(() => message.textContent(), { timeout: 20_000 }).toContain('The run is complete.');
    await page.getByRole('button', { name: 'Run again' }).waitFor();
  });

  it('that cannot start leads to the problems', async () => {
    await newStudy(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.pf-design .djs-shape').count()).toBe(0);

    await page.keyboard.press('Control+Enter');

    await expect.poll(() => page.locator('pf-status .message').textContent()).toContain('cannot run yet');
    await page.locator('pf-problems .issue.error').first().waitFor();
  });
});

describe('the keyboard', () => {
  it('lists its shortcuts on ?, searchable, and not while typing', async () => {
    await newStudy(page);
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await page.getByRole('textbox', { name: 'Name of the study' }).focus();
    await page.keyboard.press('?');
    expect(await dialog.isVisible()).toBe(false);
    await page.keyboard.press('Escape');

    await page.keyboard.press('?');
    await dialog.waitFor();
    await page.getByRole('searchbox', { name: 'Search' }).fill('undo');

    await expect.poll(() => page.locator('pf-shortcuts dt').allTextContents()).toEqual(['Undo']);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('goes from panel to panel and runs from each, but not out of a dialog', async () => {
    await newStudy(page);
    const focused = () =>
      page.evaluate(
        () =>
          document.activeElement?.closest('pf-inspector,pf-results,.pf-canvas')?.className ||
          document.activeElement?.localName,
      );
    await page.keyboard.press('Alt+2');
    await expect.poll(focused).toBe('pf-inspector');
    await page.keyboard.press('Alt+3');
    await expect.poll(focused).toBe('pf-results');
    await page.keyboard.press('Alt+1');
    await expect.poll(focused).toBe('pf-canvas');

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('pf-status .message').textContent()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor({ state: 'hidden' });

    await page.getByRole('textbox', { name: 'Name of the study' }).focus();
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('pf-status .message').textContent(), { timeout: 20_000 })
      .toContain('complete');
  });

  it('leaves undo to text fields', async () => {
    await newStudy(page);
    await renameTask('First step', 'Edited');
    const name = page.getByRole('textbox', { name: 'Name of the study' });
    await name.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' 7');

    await page.keyboard.press('Control+z');

    expect(await name.inputValue()).not.toContain('7');
    expect(await task('Edited').isVisible()).toBe(true);
  });
});

describe('language and colours', () => {
  it('follow the browser at first and then the choice, without a reload', async () => {
    const own = await openWindow(shared.browser, shared.site.url);
    ({ page } = own);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');

    await page.reload();

    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(own.complaints).toEqual([]);
    await own.close();
  });

  it('keep the canvas paper in the dark', async () => {
    await newStudy(page);
    await page.emulateMedia({ colorScheme: 'dark' });

    await expect.poll(() => page.evaluate(() => document.documentElement.classList.contains('wa-dark'))).toBe(true);
    const canvas = page.locator('.pf-canvas');
    expect(await canvas.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: null });
  });
});
