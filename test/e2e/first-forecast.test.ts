/** The main job on the built site: from the sample to a forecast, a change, its undo, a reload, and the same figures elsewhere. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { canvasFocused, openSample, shareWindow } from './window.ts';

const shared = shareWindow();
let page: Page;
beforeEach(async () => {
  page = shared.page;
  await openSample(page, /^Customer complaint handling/);
  await page.locator('pf-results').getByRole('button', { name: 'Run' }).waitFor();
});

const hitRate = (): Locator => page.locator('pf-kpi-tile[lead] .value');
const stale = (): Locator => page.getByText('These figures are from before your last change.');
const people = (): Locator => engineers().getByLabel('People').first();
const engineers = (): Locator =>
  page.locator('pf-inspector details.item').filter({ has: page.locator('summary', { hasText: 'Quality engineers' }) });

/** Runs with the keyboard and waits for the last replication. */
async function run(): Promise<number> {
  await page.keyboard.press('Control+Enter');
  await stale().waitFor({ state: 'hidden' }); // figures of an earlier run
  await page.getByRole('button', { name: 'Run again', exact: true }).first().waitFor({ timeout: 30_000 });
  return Number.parseFloat(await hitRate().innerText());
}

async function showEngineers(): Promise<void> {
  await page.locator('pf-inspector').getByRole('tab', { name: 'Scenario' }).click();
  if (!(await people().isVisible())) await engineers().locator('summary').first().click();
  await people().waitFor();
}

describe('the sample complaint process', () => {
  it('gets worse with fewer engineers; undo brings the forecast back and a reload keeps it', async () => {
    const before = await run();
    await showEngineers();
    const staff = Number(await people().inputValue());
    await people().fill(String(Math.floor(staff / 2)));
    await page.keyboard.press('Enter');
    await stale().waitFor();

    expect(await run()).toBeLessThan(before - 10);

    await page.locator('.pf-canvas').click({ position: { x: 500, y: 30 } });
    await page.keyboard.press('Control+z');
    await expect
      .poll(() => page.locator('pf-status .message').textContent())
      .toBe('Undone: Change pool Quality engineers');
    await stale().waitFor();
    expect(await people().inputValue()).toBe(String(staff));
    expect(await run()).toBe(before);
    await expect.poll(() => page.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');

    await page.reload();
    await canvasFocused(page);
    await showEngineers();

    expect(await people().inputValue()).toBe(String(staff));
    expect(await run()).toBe(before);
  });

  it('shows where cases wait on the diagram in front, until it is left', async () => {
    await run();
    await page.locator('pf-heat-control').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Waiting time' }).click();
    const badges = page.locator('.pf-design:not([hidden]) .heat-badge');
    await badges.first().waitFor();

    await page.getByRole('tab', { name: 'To-be' }).click();
    await page.getByRole('tab', { name: 'To-be', selected: true }).waitFor();
    await page.getByRole('tab', { name: 'As-is' }).click();
    await page.locator('pf-kpi-tile').first().waitFor();

    expect(await badges.count()).toBe(0);
    await page.locator('pf-heat-control').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Waiting time' }).click();
    await badges.first().waitFor();
    await page.getByRole('button', { name: 'Back to the start page' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  it('gives the command line the same hash as the page', async () => {
    await run();
    await page.locator('pf-export-menu').getByRole('button', { name: 'Export' }).click();
    const [results] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Results as JSON' }).click(),
    ]);
    const shown: unknown = JSON.parse(await readFile(await results.path(), 'utf8'));
    const [study] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    const design = unzipSync(await readFile(await study.path()))['designs/1.bpmn'];
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'preflight-')), 'as-is.bpmn');
    await writeFile(file, design ?? '');

    const printed = execFileSync('npm', ['run', '-s', 'simulate', '--', file, '--json'], { encoding: 'utf8' });

    expect(JSON.parse(printed)).toMatchObject({ replications: 30, hash: hashOf(shown) });
  });
});

describe('experiments on the sample', () => {
  const figure = (name: string): Locator => page.locator('.pf-live-figure', { hasText: name });

  it('say in a sentence what the planned process brings, and show what changed', async () => {
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.pf-verdict').innerText()).toMatch(
      /^To-be finishes cases [\d.]+ d sooner on average: [\d.]+ d instead of [\d.]+ d \(95 % interval [\d.]+–[\d.]+, 30 replications\)\.$/,
    );
    await page.getByRole('button', { name: 'Assign to quality: mean 10 min → 6 min' }).click();
    expect(await page.locator('.pf-twin-from .pf-meant').count()).toBe(1);
    expect(await page.locator('.pf-twin-to .pf-meant').count()).toBe(1);
    await page.getByRole('button', { name: 'Elements (' }).click();
    await page
      .getByRole('button', { name: /^removed Look up/ })
      .first()
      .waitFor();
    expect(await page.locator('pf-figure svg[role=img]').count()).toBe(4);
  });

  it('let the hit rate fall as a quality engineer is taken away, and keep that as a scenario', async () => {
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('tab', { name: 'What if' }).click();
    const people = page.getByRole('slider', { name: 'Quality engineers: people' });
    await figure('Kept: Ordinary complaint closed').waitFor({ timeout: 60_000 });
    await people.focus();
    await page.keyboard.press('ArrowLeft');
    await figure('Kept: Ordinary complaint closed')
      .locator('.pf-live-difference', { hasText: '−' })
      .waitFor({ timeout: 60_000 });
    expect(await people.getAttribute('aria-valuetext')).toBe('4 people');

    await page.getByRole('button', { name: 'Keep as scenario …' }).click();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await page.getByText('It inherits everything else').waitFor();
    await page.getByRole('button', { name: 'Diagram', exact: true }).click();
    await page.locator('pf-scenario-menu').getByText('Quality engineers: people 4 people').first().waitFor();
  });
});

function hashOf(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'hash' in result && typeof result.hash === 'string')
    return result.hash;
  throw new Error('expected <hash> in the results');
}
