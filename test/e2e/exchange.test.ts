/** Parameters of other simulators on the page: dropped or picked, reported on, handed out again; logs, which are no processes. */
import { readFileSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { gzipSync, strFromU8, strToU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  bimp,
  BPSIM_ALONE,
  process as orders,
  prosimosV2,
  SCYLLA_GLOBAL,
  SCYLLA_SIMULATION,
  SIMUBRIDGE,
} from '../src/importers/files.ts';
import { corpusFile, hasCorpus } from '../support/corpus.ts';
import { canvasFocused, openSample, shareWindow } from './window.ts';

interface Dropped {
  readonly name: string;
  readonly content: string | Uint8Array;
}

const ORDERS: Dropped = { name: 'orders.bpmn', content: orders() };
const PROSIMOS: Dropped = { name: 'prosimos.json', content: prosimosV2 };
const SCYLLA: readonly Dropped[] = [
  { name: 'global.xml', content: SCYLLA_GLOBAL },
  { name: 'simulation.xml', content: SCYLLA_SIMULATION },
];
const LOG =
  'case,activity,start,end\n1,Check,2026-01-05T09:00,2026-01-05T09:10\n2,Check,2026-01-05T09:30,2026-01-05T09:50\n';

const XES = `<log xes.version="1.0">${[1, 2]
  .map(
    (n) =>
      `<trace><string key="concept:name" value="${n}"/><event><string key="concept:name" value="Check"/><date key="time:timestamp" value="2026-01-05T0${n}:00:00Z"/></event></trace>`,
  )
  .join('')}</log>`;

const shared = shareWindow({ reducedMotion: 'reduce' });
let page: Page;
beforeEach(() => {
  page = shared.page;
});

async function drop(...files: readonly Dropped[]): Promise<void> {
  const texts = files.map(({ name, content }) => [name, Buffer.from(content).toString('latin1')] as const);
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [name, bytes] of given)
      transfer.items.add(new File([Uint8Array.from(bytes, (c) => c.charCodeAt(0))], name));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
  }, texts);
}

const scenario = () => page.locator('pf-scenario-menu wa-button .name').textContent();
const message = () => page.locator('pf-status .message').textContent();
const shape = (name: string) => page.locator('.pf-design:not([hidden]) .djs-shape', { hasText: name }).first();

async function reported(): Promise<string> {
  await page.locator('pf-status .message button').click();
  const dialog = page.locator('pf-import-report wa-dialog[open]');
  await dialog.getByText('Parameters of other tools').first().waitFor();
  const text = (await dialog.locator('.entry').allTextContents()).join('\n').replace(/\s+/g, ' ');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('pf-import-report wa-dialog').getAttribute('open')).toBe(null);
  return text;
}

async function objections(): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ['.pf-canvas'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('dropped on the page', () => {
  it.each([
    ['QBP inside its process', [{ name: 'qbp.bpmn', content: bimp }], 'QBP', 'Check order'],
    ['SimuBridge with its process', [{ name: 'warehouse.json', content: SIMUBRIDGE }], undefined, undefined],
    ['Prosimos beside its process', [PROSIMOS, ORDERS], 'Prosimos', 'Check order'],
    ['Scylla’s two files beside their process', [...SCYLLA, ORDERS], undefined, 'Check order'],
  ] as const)('%s opens with its scenario and a report', async (_, files, name, step) => {
    await drop(...files);
    await page.locator('pf-scenario-menu').waitFor();
    if (step) await shape(step).waitFor();
    if (name) await expect.poll(scenario).toBe(name);
    await expect.poll(message).toContain('Opened.');
    expect(await reported()).toMatch(/parameters in .* were read as the scenario/);
  });

  it('Prosimos beside an open process becomes a scenario that one undo takes away, its report beside that of the file', async () => {
    await drop(ORDERS);
    await canvasFocused(page);
    await expect.poll(() => page.locator('pf-status #saved').textContent()).toBe('Opened from orders.bpmn, unchanged');
    const before = await scenario();
    await drop(PROSIMOS);
    await expect.poll(scenario).toBe('Prosimos');
    await expect.poll(() => page.locator('pf-status #saved').textContent()).toMatch(/, newer than orders\.bpmn$/);
    expect(await reported()).toMatch(/The Prosimos parameters in prosimos\.json were read as the scenario “Prosimos”/);
    await page.keyboard.press('Control+z');
    await expect.poll(scenario).toBe(before);
  });

  it('what was said of parameters that were added is in the report after a reload, too', async () => {
    await drop(ORDERS);
    await canvasFocused(page);
    await drop(PROSIMOS);
    const said = await reported();
    await expect.poll(() => page.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');
    await page.reload();
    await canvasFocused(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Import report' }).click();
    const dialog = page.locator('pf-import-report wa-dialog[open]');
    await dialog.getByText('Parameters of other tools').first().waitFor();
    const again = (await dialog.locator('.entry').allTextContents()).join('\n').replace(/\s+/g, ' ');
    expect(again).toBe(said);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('BPSim alone beside an open process becomes a scenario, once; other parameters under its id come beside it', async () => {
    await drop(ORDERS);
    await canvasFocused(page);
    await drop({ name: 'data.bpsim', content: BPSIM_ALONE });
    await expect.poll(scenario).toBe('Alone');
    expect(await reported()).toMatch(
      /BPSim parameters in data\.bpsim were read as the scenario “Alone”.*“S1_results” holds 1 results of another simulator/s,
    );
    await drop({ name: 'data.bpsim', content: BPSIM_ALONE });
    await expect.poll(message).toMatch(/“Alone” in data\.bpsim is here already/);
    await drop({ name: 'more.bpsim', content: BPSIM_ALONE.replace('value="12"', 'value="15"') });
    await expect.poll(scenario).toBe('Alone 2');
    await page.keyboard.press('Control+z');
    await expect.poll(scenario).not.toBe('Alone 2');
  });

  it('parameters that fit no open process are refused in one sentence, and nothing is added', async () => {
    await drop({
      name: 'other.bpmn',
      content: orders().replaceAll(/\b(Check|Pack|Choice|Yes|No|Start|Wait)\b(?=")/g, 'Q_$1'),
    });
    await canvasFocused(page);
    const before = await scenario();
    await drop(PROSIMOS);
    await expect
      .poll(() => page.locator('pf-status [role=alert]').textContent())
      .toMatch(/None of the Prosimos parameters in prosimos\.json belongs to this process/);
    expect(await scenario()).toBe(before);
  });

  it('files dropped while others are being opened wait for them, and what is said of them stays', async () => {
    await Promise.all([drop(ORDERS), drop(PROSIMOS), drop({ name: 'broken.json', content: '{' })]);
    await expect.poll(() => page.locator('pf-status [role=alert]').textContent()).toMatch(/broken\.json/);
    expect(await scenario()).toBe('Prosimos');
  });

  it('parameters without any process say what they need', async () => {
    await drop(PROSIMOS);
    await expect
      .poll(() => page.locator('[role=alert]').first().textContent())
      .toMatch(/prosimos\.json holds Prosimos parameters without their process/);
  });

  describe.skipIf(!hasCorpus('scylla'))('of others (needs the corpus)', () => {
    it('Scylla’s own example opens', async () => {
      const names = ['p2_normal.bpmn', 'p0_globalconf.xml', 'p2_normal_sim.xml'];
      await drop(...names.map((name) => ({ name, content: corpusFile('scylla', name) })));
      await page.locator('pf-scenario-menu').waitFor();
      expect(await reported()).toMatch(/The Scylla parameters in .* were read as the scenario/);
    });
  });
});

it('the picker takes a process with parameters beside it', async () => {
  const chooser = page.waitForEvent('filechooser');
  await page.locator('pf-start').getByRole('button', { name: 'Open files…' }).click();
  const files = [ORDERS, PROSIMOS].map(({ name, content }) => ({
    name,
    mimeType: '',
    buffer: Buffer.from(content),
  }));
  await (await chooser).setFiles(files);
  await shape('Check order').waitFor();
  await expect.poll(scenario).toBe('Prosimos');
});

describe('handed to other simulators', () => {
  async function exported(label: string): Promise<readonly [name: string, files: ReadonlyMap<string, string>]> {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: label }).click(),
    ]);
    return [download.suggestedFilename(), await contents(download)];
  }

  async function contents(download: Download): Promise<ReadonlyMap<string, string>> {
    const bytes = new Uint8Array(readFileSync(await download.path()));
    return bytes[0] === 0x50
      ? new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
      : new Map([[download.suggestedFilename(), strFromU8(bytes)]]);
  }

  it('each format is written with a report of what changed, which the page shows too', async () => {
    await openSample(page, /^Customer complaint handling/);
    const endings = [
      ['QBP', /\.bpmn$/, /<qbp:processSimulationInfo/],
      ['Prosimos', /\.json$/, /"task_resource_distribution"/],
      ['Scylla', /\.xml$/, /simulationConfiguration/],
      ['BPSim 2.0', /\.bpmn$/, /bpsim\.org\/schemas\/2\.0/],
    ] as const;
    for (const [format, ending, content] of endings) {
      const [, files] = await exported(`For other simulators: ${format}`);
      expect(
        [...files].some(([name, text]) => ending.test(name) && content.test(text)),
        format,
      ).toBe(true);
      if (files.size === 1) continue;
      expect(files.get('report.txt'), format).toMatch(/was left out|was written as|BPSim/);
      await page.locator('pf-status .message').getByRole('button', { name: 'What changed on the way' }).click();
      const dialog = page.locator('pf-export-report wa-dialog[open]');
      await dialog.locator('.entry').first().waitFor();
      const rows = await dialog.locator('.entry').count();
      expect(rows, format).toBe(files.get('report.txt')?.trim().split('\r\n').length);
      if (format === 'QBP') expect(await objections()).toEqual([]);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('pf-export-report wa-dialog').getAttribute('open')).toBe(null);
    }
  });

  it('results of a run go into BPSim, and the page tells of them when the file comes back', async () => {
    await drop({ name: 'qbp.bpmn', content: bimp });
    await canvasFocused(page);
    await page.keyboard.press('Control+Enter');
    await expect.poll(message, { timeout: 30_000 }).toContain('complete');
    const [, files] = await exported('For other simulators: BPSim 2.0');
    const [text = ''] = [...files].flatMap(([name, content]) => (name.endsWith('.bpmn') ? [content] : []));
    expect(text).toMatch(/<bpsim:Scenario [^>]*vendor="Preflight" result="/);
    await drop({ name: 'back.bpmn', content: text });
    await page.getByRole('button', { name: 'New study' }).click();
    await expect.poll(message).toContain('Notes on its parameters');
    expect(await reported()).toMatch(/holds \d+ results of another simulator/);
  });
});

describe('event logs', () => {
  it('dropped without a process say what they need', async () => {
    await drop({ name: 'log.csv', content: LOG });
    await expect
      .poll(() => page.locator('[role=alert]').first().textContent())
      .toMatch(/log\.csv is an event log\. Open a process first/);
  });

  it.each([
    ['a table', { name: 'log.csv', content: LOG }],
    ['XES', { name: 'log.xes', content: XES }],
    ['a packed one', { name: 'log.csv.gz', content: gzipSync(strToU8(LOG)) }],
  ] as const)('%s dropped on a process becomes its arrivals', async (kind, file) => {
    await drop(ORDERS);
    await canvasFocused(page);
    await drop(file);
    const dialog = page.locator('pf-event-log wa-dialog[open]');
    await dialog.getByText(file.name).waitFor();
    if (kind !== 'XES') await dialog.getByRole('button', { name: 'Read', exact: true }).click();
    if (kind === 'a table') expect(await objections()).toEqual([]);
    // Nobody is asked about the order of day and month where the dates leave no doubt.
    expect(await dialog.getByText('Dates such as').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Use these 2 arrivals' }).click();
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(message).toBe('2 arrivals recorded at Order arrives.');
    await page.locator('pf-inspector').getByText('2 arrivals recorded.').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(message).toBe('Undone: Set arrivals at Order arrives');
  });

  it('whose dates could be read both ways are asked about with one of them', async () => {
    await drop(ORDERS);
    await canvasFocused(page);
    const content = LOG.replaceAll('2026-01-05T', '5/1/2026 ');
    await drop({ name: 'log.csv', content });
    const dialog = page.locator('pf-event-log wa-dialog[open]');
    const order = dialog.getByRole('combobox', { name: 'Dates such as 5/1/2026 are' });
    await order.waitFor();
    const read = async (): Promise<string> => {
      await dialog.getByRole('button', { name: 'Read', exact: true }).click();
      return dialog.getByRole('status').innerText();
    };
    expect(await read()).toMatch(/Cases came from (May 1|1 May), 2026|Cases came from 1 May 2026/);
    await order.click();
    await dialog.getByRole('option', { name: 'day first' }).click();
    expect(await read()).toMatch(/Cases came from (Jan 5|5 Jan), 2026|Cases came from 5 Jan 2026/);
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it('become arrivals by keyboard alone, and the dialog has nothing to object to', async () => {
    await drop(ORDERS);
    await shape('Order arrives').click();
    await page.getByRole('combobox', { name: 'Cases come' }).click();
    await page.getByRole('option', { name: 'as recorded in a log' }).click();
    const open = page.getByRole('button', { name: 'Read an event log…' });
    await open.focus();
    await page.keyboard.press('Enter');
    const choose = page.getByRole('button', { name: 'Choose a log (CSV or XES)…' });
    await choose.waitFor();
    const chooser = page.waitForEvent('filechooser');
    await choose.focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'log.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
    const read = page.getByRole('button', { name: 'Read', exact: true });
    await read.waitFor();
    expect(await objections()).toEqual([]);
    await read.focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 cases, 1 activities').waitFor();
    const use = page.getByRole('button', { name: 'Use these 2 arrivals' });
    await use.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => use.count()).toBe(0);
    await expect.poll(() => page.locator('pf-inspector').getByText('2 arrivals recorded.').count()).toBeGreaterThan(0);
  });
});
