/** Files that are not what they should be, dropped into the page: a clear message, nothing lost, no error on the console. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { hostileDocument } from '../support/hostile-document.ts';
import { parseElsewhere } from '../support/second-parser.ts';
import { newStudy, openWindow, shareWindow } from './window.ts';

const SAMPLE = readFileSync('samples/complaint-handling/as-is.bpmn', 'utf8');
const VENDORS = readFileSync('test/fixtures/bpmn/vendors.bpmn', 'utf8');

const shared = shareWindow();
let page: Page;
beforeEach(() => {
  page = shared.page;
});

async function drop(name: string, content: string | Uint8Array): Promise<void> {
  const text = Buffer.from(content).toString('latin1');
  await page.evaluate(
    ([fileName, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes, (c) => c.charCodeAt(0))], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    },
    [name, text] as const,
  );
}

const shape = (name: string) => page.locator('.pf-design:not([hidden]) .djs-shape', { hasText: name }).first();
const alert = () => page.locator('pf-status [role=alert]').textContent();
/** Waits until the study is open and kept. */
const settled = () => expect.poll(() => page.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');
const problems = async (): Promise<string> => {
  await settled();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => page.locator('pf-status .message').textContent()).toContain('cannot run yet');
  return (await page.locator('pf-problems .issue.error').allTextContents()).join('\n');
};

describe('a file that is no process', () => {
  const cases: readonly (readonly [what: string, name: string, content: string | Uint8Array, message: RegExp])[] = [
    ['nothing', 'empty.bpmn', '', /empty\.bpmn is empty/],
    ['text', 'notes.bpmn', 'hello', /notes\.bpmn is plain text/],
    ['cut XML', 'cut.bpmn', SAMPLE.slice(0, -30), /cut\.bpmn ends too early, at line \d+/],
    ['XML cut inside a tag', 'tag.bpmn', SAMPLE.slice(0, 5000), /tag\.bpmn ends too early, at line \d+/],
    [
      'a DMN file',
      'rules.dmn',
      '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>',
      /rules\.dmn is a decision table/,
    ],
    ['a program', 'tool.bpmn', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1), /tool\.bpmn is not a text file/],
    ['a broken study', 'old.preflight', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9, 9), /old\.preflight/],
    ['an archive of something else', 'photos.zip', zipSync({ '../../evil.txt': Buffer.from('x') }), /photos\.zip/],
  ];

  it('is refused in one sentence, and the open study stays as it is', async () => {
    await newStudy(page);
    for (const [what, name, content, text] of cases) {
      await drop(name, content);

      await expect.poll(alert, { message: what }).toMatch(text);
      expect(await shape('First step').isVisible(), what).toBe(true);
      expect(await page.title(), what).toBe('New study – Preflight');
    }
  });
});

describe('a process that cannot run as it is', () => {
  const quantity = /(<bpsim:Quantity>\s*<bpsim:NumericParameter value=")\d+/g;
  const cases: readonly (readonly [what: string, xml: string, message: RegExp])[] = [
    ['a pool of nobody', SAMPLE.replace(quantity, '$10'), /needs ‘Quality engineers’, which has nobody/],
    [
      'a negative duration',
      SAMPLE.replace('LogNormalDistribution mean="90"', 'LogNormalDistribution mean="-90"'),
      /“Mean” is a time and cannot be negative/,
    ],
    [
      'a negative share',
      SAMPLE.replace('FloatingParameter value="0.85"', 'FloatingParameter value="-0.1"'),
      /The share -0\.1/,
    ],
  ];

  it.each(cases)('%s opens, and Run says what is wrong', async (_, xml, message) => {
    await drop('broken.bpmn', xml);
    await shape('Receive complaint').waitFor();
    expect(await problems()).toMatch(message);
  });
});

describe('a process that can run after all', () => {
  const completes = async (): Promise<void> => {
    await settled();
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('pf-status .message').textContent(), { timeout: 20_000 })
      .toContain('The run is complete.');
  };
  const warnings = () =>
    page
      .locator('pf-problems .issue')
      .allTextContents()
      .then((all) => all.join('\n'));

  it('with shares of 0.6 and 0.6 is normalised visibly', async () => {
    await drop(
      'shares.bpmn',
      SAMPLE.replace('FloatingParameter value="0.85"', 'FloatingParameter value="0.6"').replace(
        'FloatingParameter value="0.15"',
        'FloatingParameter value="0.6"',
      ),
    );
    await shape('Receive complaint').waitFor();
    await completes();
    expect(await warnings()).toMatch(/add up to 1\.2, not to 1, and are scaled/);
  });

  it('without a start event begins where nothing flows in', async () => {
    const withoutStart = VENDORS.replace(/<bpmn:startEvent[\s\S]*?<\/bpmn:startEvent>/, '')
      .replace(/<bpmn:sequenceFlow id="Flow_1"[^>]*>/, '')
      .replace('<bpmn:incoming>Flow_1</bpmn:incoming>', '');
    await drop('no-start.bpmn', withoutStart);
    await page.getByRole('tab', { name: 'no-start' }).waitFor();
    await completes();
    expect(await warnings()).toMatch(/has no start event/);
  });

  it('with ids that BPMN tools drop keeps every element', async () => {
    await drop('ids.bpmn', SAMPLE.replaceAll('"ReceiveComplaint"', '"接收投诉"'));
    await shape('Receive complaint').waitFor();
    await expect.poll(warnings).toMatch(/ids cannot be used here and are replaced/);
  });
});

describe('hostile texts, colours and names, with the policy of the page removed', () => {
  /** What a payload would have done. */
  const harm = () => page.evaluate(() => Reflect.get(window, '__xss') as unknown);
  const choose = async (command: string): Promise<void> => {
    const menu = page.locator('pf-main-menu');
    await menu.locator('wa-button').first().click();
    await menu.locator(`wa-dropdown-item[value="${command}"]`).click();
  };

  it('run nothing and fetch nothing, on no surface and in no export', async () => {
    const app = await openWindow(shared.browser, `${shared.site.url}favicon.svg`); // before there is a page
    ({ page } = app);
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.fallback();
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
      expect(body).not.toContain('Content-Security-Policy');
      return route.fulfill({ response, body });
    });
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => app.complaints.push('a dialog opened')));
    await page.goto(shared.site.url);
    await page.getByRole('heading', { level: 1 }).waitFor();

    await drop('<img src=x onerror=window.__xss=1>.bpmn', hostileDocument());
    await page.locator('.pf-design:not([hidden]) .djs-shape').first().waitFor();
    await settled();

    await choose('import-report');
    await page.locator('pf-import-report .entry').first().waitFor();
    await page.keyboard.press('Escape');
    for (const id of ['T0', 'T15', 'F3', 'Pool', 'N1', 'S']) {
      const target = page.locator(`.pf-design:not([hidden]) [data-element-id="${id}"]`).first();
      await target.dispatchEvent('mouseover');
      await target.click({ force: true, timeout: 3000, position: { x: 5, y: 5 } }).catch(() => undefined);
    }
    await page.keyboard.press('Control+f');
    await page.keyboard.type('script');
    await page.keyboard.press('Escape');
    expect(await harm()).toBeUndefined();

    await page.keyboard.press('Control+Enter');
    const message = () => page.locator('pf-status .message').textContent();
    await expect.poll(message, { timeout: 30_000 }).toContain('The run is complete.');
    for (const tab of await page.locator('pf-results').getByRole('tab').all()) await tab.click();
    expect(await harm()).toBeUndefined();

    const texts: string[] = [];
    for (const command of ['export-diagram-svg', 'export-result-csv', 'export-result-json']) {
      const download = page.waitForEvent('download');
      await choose(command);
      texts.push(readFileSync(await (await download).path(), 'utf8'));
    }
    const [svg = '', ...others] = texts;
    expect(svg).toContain('<svg');
    for (const { localName, attributes } of parseElsewhere(svg)) {
      expect(localName).not.toMatch(/script|foreignObject|image|iframe/);
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on/);
        if (/href|src|fill|stroke|style/.test(name)) expect(value).not.toMatch(/evil|javascript|url\(["']?\w+:/);
      }
    }
    expect(others.join('').length).toBeGreaterThan(1000);
    const shown = await page.evaluate((text) => {
      const holder = document.createElement('div');
      holder.innerHTML = text;
      document.body.append(holder);
      return holder.querySelectorAll('script, image, iframe, img').length;
    }, svg);
    expect(shown).toBe(0);
    await page.waitForTimeout(100);
    expect(await harm()).toBeUndefined();
    expect(app.complaints).toEqual([]);
    await app.close();
  }, 240_000);
});
