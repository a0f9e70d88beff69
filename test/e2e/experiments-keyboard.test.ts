/** The experiments with keys alone: every control can be reached, is seen to be reached, and does what it says. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSite, type Site } from '../support/site.ts';
import { dropFiles, launchBrowser, openWindow, type AppWindow } from './window.ts';

let site: Site;
let browser: Browser;
let app: AppWindow;
let page: Page;

/** A process without parameters, which opens with proposed ones. */
function design(name: string, steps: readonly string[]) {
  const chain = ['S', ...steps, 'E'];
  const flows = chain.slice(1).map((to, i) => `<sequenceFlow id="F${i}" sourceRef="${chain[i]}" targetRef="${to}"/>`);
  const tasks = steps.map((step) => `<userTask id="${step}" name="${step}"/>`);
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="t">
    <process id="P" isExecutable="false"><startEvent id="S" name="Order"/>${tasks.join('')}<endEvent id="E" name="Done"/>
    ${flows.join('')}</process></definitions>`;
  return { name, mimeType: 'application/xml', buffer: Buffer.from(xml) };
}

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
  app = await openWindow(browser, site.url);
  ({ page } = app);
  await page.evaluate(KEYBOARD);
  await page.locator('pf-start').waitFor();
  await dropFiles(page, design('as-is.bpmn', ['Check', 'Pack']), design('to-be.bpmn', ['Check']));
  await page.getByRole('tab', { name: 'to-be' }).waitFor();
  await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Looks through shadow trees, as the keyboard does. */
const KEYBOARD = `window.keyboard = {
  active() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  },
  deep(root) {
    return [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? this.deep(one.shadowRoot) : [])]);
  },
  /** What a mouse can use in the panel. */
  controls() {
    return this.deep(document.querySelector('#pf-x-panel')).filter(
      (one) =>
        one.matches('button, select, input, summary, a[href], [tabindex="0"]') && !one.disabled && one.checkVisibility(),
    );
  },
  name(one) {
    const host = one.getRootNode().host;
    const own = one.ariaLabel || one.title || one.labels?.[0]?.textContent || one.textContent;
    return (own.trim() || host?.textContent || one.querySelector('wa-icon')?.label || one.tagName).trim().replace(/\\s+/g, ' ');
  },
  /** Whether somebody who looks can tell where the keyboard is. */
  shows(one) {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    const { left, top, width, height } = one.getBoundingClientRect();
    let hit = document.elementFromPoint(left + width / 2, top + height / 2);
    for (let inner; (inner = hit?.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2)) && inner !== hit; ) hit = inner;
    const ancestors = [];
    for (let at = hit; at; at = at.parentNode ?? at.host) ancestors.push(at);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && (ancestors.includes(one) || hit === one.getRootNode().host);
  },
}`;

interface Reached {
  readonly name: string;
  readonly shows: boolean;
  /** In the panel of the experiment, not in the bars around it. */
  readonly inside: boolean;
  /** Its place among the controls of the panel; -1 for what only scrolls. */
  readonly at: number;
}

/** Where the keyboard is. */
const reached = (): Promise<Reached> =>
  page.evaluate<Reached>(`(() => {
    const one = keyboard.active();
    const controls = keyboard.controls();
    const panel = document.querySelector('#pf-x-panel');
    const inside = keyboard.deep(panel).includes(one);
    return { name: keyboard.name(one), shows: keyboard.shows(one), inside, at: controls.indexOf(one) };
  })()`);

/** More controls than any panel has. */
const MOST = 120;

async function showTab(name: string): Promise<void> {
  const tabs = page.getByRole('tablist', { name: 'Experiments' }).getByRole('tab');
  await tabs.and(page.getByRole('tab', { selected: true })).focus();
  for (let i = 0; i < (await tabs.count()); i++) {
    if ((await tabs.and(page.getByRole('tab', { selected: true })).innerText()) === name) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`no tab <${name}>`);
}

/** Goes through the panel with the Tab key; what cannot be reached, and what does not show that it was. */
async function faults(tab: string): Promise<readonly string[]> {
  await showTab(tab);
  const seen = new Map<number, Reached>();
  let entered = false;
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const at = await reached();
    if (entered && !at.inside) break;
    entered ||= at.inside;
    if (at.inside) seen.set(at.at, at);
  }
  const names = await page.evaluate<readonly string[]>(`keyboard.controls().map((one) => keyboard.name(one))`);
  expect(names.length).toBeGreaterThan(3);
  return [
    ...names.filter((_, i) => !seen.has(i)).map((name) => `cannot reach ${name}`),
    ...[...seen.values()].filter(({ at, shows }) => at >= 0 && !shows).map(({ name }) => `cannot see ${name}`),
  ];
}

/** Presses Tab until the keyboard is on the control of this name. */
async function goTo(name: string | RegExp, tab?: string): Promise<void> {
  if (tab !== undefined) await showTab(tab);
  for (let i = 0; i < MOST; i++) {
    await page.keyboard.press('Tab');
    const at = await reached();
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
  }
  throw new Error(`the keyboard comes to no <${String(name)}>`);
}

/** Waits until the control that has the keyboard is called so: an experiment that ended has not taken it away. */
const becomes = (name: string): Promise<void> =>
  expect.poll(async () => (await reached()).name, { timeout: 60_000 }).toBe(name);

/** What is written in the field that has the keyboard. */
const focusedField = (): Promise<string> => page.evaluate<string>(`keyboard.active().value ?? ''`);

describe('sensitivity', () => {
  it('moves each input, and shows any figure as a picture or as a table that sorts', async () => {
    await goTo('Move each input', 'Sensitivity');
    await page.keyboard.press('Enter');
    await becomes('Run again');
    const words = page.locator('.pf-sens-words').first();
    await expect.poll(() => words.innerText()).toContain('Mean cycle time');
    await goTo(/^Figure/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => words.innerText()).toContain('P90 cycle time');
    await goTo('Table');
    await page.keyboard.press('Enter');
    const table = page.locator('pf-sensitivity pf-figure table');
    await table.waitFor();
    await goTo(/^Input/);
    await page.keyboard.press('Enter');
    expect(await table.locator('th[aria-sort=ascending]').innerText()).toContain('Input');
    expect(await faults('Sensitivity')).toEqual([]);
  });

  it('takes ranges that are typed, and leaves inputs out', async () => {
    await goTo('Range of inputs that state none, percent', 'Sensitivity');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.getByText('These figures are from before your last change.').first().waitFor();
    const out = page.locator('.pf-sens-inputs tr.out');
    expect(await out.count()).toBe(0);
    await page.keyboard.press('Space');
    await expect.poll(() => out.count()).toBe(1);
  });
});

describe('the sweep', () => {
  it('runs, shows the figures that there are, and keeps a point as a scenario', async () => {
    await goTo('Parameter: to', 'Sweep');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3');
    await goTo('Run the sweep');
    await page.keyboard.press('Enter');
    await becomes('Run the sweep');
    await goTo(/^Figure/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('pf-sweep pf-figure h3').innerText()).toContain('Mean cycle time');
    await goTo('Table');
    await page.keyboard.press('Enter');
    await page.locator('pf-sweep pf-figure table').waitFor();
    await goTo(/^Keep 3 people as scenario$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Keep as scenario' }).waitFor();
    await expect.poll(focusedField).toContain('3 people');
    await page.keyboard.press('Enter');
    await page.getByText(/^Kept as “/).waitFor();
    await becomes('Keep 3 people as scenario');
    expect(await faults('Sweep')).toEqual([]);
  });
});

describe('the bridge', () => {
  it('shares the difference out, each picture with its table', async () => {
    await goTo('Share the difference out', 'Compare');
    await page.keyboard.press('Enter');
    await becomes('Run again');
    const figures = page.locator('pf-bridge pf-figure');
    await expect.poll(() => figures.count()).toBeGreaterThan(0);
    for (let i = 0; i < (await figures.count()); i++) {
      await goTo('Table');
      await page.keyboard.press('Enter');
      await figures.nth(i).locator('table').waitFor();
    }
    expect(await faults('Compare')).toEqual([]);
    expect(app.complaints).toEqual([]);
  });
});
