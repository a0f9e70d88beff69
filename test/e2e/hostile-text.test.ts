/** Sixty payloads in every text a file can carry, on every surface that shows one, without the policy that would stop them. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAYLOADS } from '../support/payloads.ts';
import { serveSite, type Site } from '../support/site.ts';
import { launchBrowser, openWindow, type AppWindow } from './window.ts';

let site: Site;
let browser: Browser;
let app: AppWindow;
let page: Page;

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The payload of a place; neighbours get others. */
const payload = (i: number): string => escaped(PAYLOADS[i % PAYLOADS.length] ?? '');

/** A process with payloads wherever BPMN, its diagrams or BPSim hold text. */
function hostileDocument(): string {
  const tasks = PAYLOADS.map((_, i) => `T${i}`);
  const flows = ['S', ...tasks, 'E'].slice(1).map((to, i) => ({ id: `F${i}`, from: ['S', ...tasks][i] ?? '', to }));
  const steps = tasks.map(
    (id, i) => `<task id="${id}" name="${payload(i)}" acme:note="${payload(i + 1)}">
      <documentation textFormat="${payload(i + 2)}">${payload(i + 3)}</documentation>
      <extensionElements><acme:data value="${payload(i + 4)}">${payload(i + 5)}</acme:data></extensionElements>
      <incoming>F${i}</incoming><outgoing>F${i + 1}</outgoing></task>`,
  );
  const notes = tasks.map(
    (id, i) => `<textAnnotation id="N${i}"><text>${payload(i + 6)}</text></textAnnotation>
      <association id="A${i}" sourceRef="${id}" targetRef="N${i}"/><dataObjectReference id="D${i}" name="${payload(i + 7)}"/>
      <group id="G${i}" categoryValueRef="V${i}"/>`,
  );
  const at = (i: number): string => `x="${200 + (i % 10) * 160}" y="${150 + Math.floor(i / 10) * 200}"`;
  const shape = (id: string, place: string, size: string, i: number): string => {
    const color = payload(i);
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" bioc:fill="${color}" bioc:stroke="${payload(i + 1)}" color:background-color="${payload(i + 2)}" color:border-color="${payload(i + 3)}"><dc:Bounds ${place} ${size}/>
      <bpmndi:BPMNLabel color:color="${payload(i + 4)}"/></bpmndi:BPMNShape>`;
  };
  const shapes = tasks.map((id, i) => shape(id, at(i), 'width="100" height="80"', i));
  const ends = [
    shape('S', 'x="100" y="172"', 'width="36" height="36"', 9),
    shape('E', 'x="100" y="1372"', 'width="36" height="36"', 10),
  ];
  const parameters = tasks.map(
    (id, i) => `<bpsim:ElementParameters elementRef="${id}"><bpsim:TimeParameters><bpsim:ProcessingTime>
      <bpsim:NegativeExponentialDistribution mean="1"/></bpsim:ProcessingTime></bpsim:TimeParameters>
      <bpsim:ResourceParameters><bpsim:Selection><bpsim:ExpressionParameter value="bpsim:getResource('R${i % 5}',1)"/></bpsim:Selection></bpsim:ResourceParameters>
      <bpsim:PropertyParameters><bpsim:Property name="${payload(i)}"><bpsim:StringParameter value="${payload(i + 1)}"/></bpsim:Property></bpsim:PropertyParameters>
      <bpsim:VendorExtension name="${payload(i + 2)}"><acme:x y="${payload(i + 3)}"/></bpsim:VendorExtension></bpsim:ElementParameters>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><!-- ${PAYLOADS[0] ?? ''} --><?tool ${PAYLOADS[12] ?? ''}?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:acme="urn:acme"
  xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"
  xmlns:bpsim="http://www.bpsim.org/schemas/2.0" id="Defs" name="${payload(20)}" exporter="${payload(21)}" targetNamespace="${payload(22)}">
  <collaboration id="C"><participant id="Pool" name="${payload(23)}" processRef="P"/><participant id="Box" name="${payload(24)}"/>
    <messageFlow id="M" name="${payload(25)}" sourceRef="T3" targetRef="Box"/></collaboration>
  ${tasks.map((_, i) => `<category id="K${i}" name="${payload(i)}"><categoryValue id="V${i}" value="${payload(i)}"/></category>`).join('')}
  <message id="Msg" name="${payload(26)}"/><error id="Err" name="${payload(27)}" errorCode="${payload(28)}"/><signal id="Sig" name="${payload(29)}"/>
  ${[0, 1, 2, 3, 4].map((i) => `<resource id="R${i}" name="${payload(30 + i)}"/>`).join('')}
  <acme:block text="${payload(40)}">${payload(41)}</acme:block>
  <process id="P" name="${payload(42)}"><laneSet id="LS" name="${payload(43)}"><lane id="L" name="${payload(44)}">${tasks.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>
    <startEvent id="S" name="${payload(45)}"><outgoing>F0</outgoing></startEvent>${steps.join('')}<endEvent id="E" name="${payload(46)}"><incoming>F${tasks.length}</incoming></endEvent>
    <task id="${payload(47)}" name="${payload(48)}"/><task id="Lost" name="${payload(49)}"><incoming>${payload(50)}</incoming></task>
    ${flows.map(({ id, from, to }, i) => `<sequenceFlow id="${id}" name="${payload(i + 8)}" sourceRef="${from}" targetRef="${to}"/>`).join('')}${notes.join('')}</process>
  <bpmndi:BPMNDiagram id="Dia" name="${payload(51)}"><bpmndi:BPMNPlane id="Pl" bpmnElement="C">
    <bpmndi:BPMNShape id="Pool_di" bpmnElement="Pool" isHorizontal="true" bioc:fill="${payload(55)}"><dc:Bounds x="0" y="100" width="1900" height="1400"/></bpmndi:BPMNShape>
    ${shapes.join('')}${ends.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  <relationship type="BPSimData"><extensionElements><bpsim:BPSimData><bpsim:Scenario id="Sc" name="${payload(52)}" description="${payload(53)}" author="${payload(54)}">
    <bpsim:ScenarioParameters replication="3" baseTimeUnit="min"><bpsim:Duration><bpsim:DurationParameter value="PT8H"/></bpsim:Duration></bpsim:ScenarioParameters>
    <bpsim:ElementParameters elementRef="S"><bpsim:ControlParameters><bpsim:InterTriggerTimer><bpsim:NegativeExponentialDistribution mean="30"/></bpsim:InterTriggerTimer></bpsim:ControlParameters></bpsim:ElementParameters>
    ${parameters.join('')}</bpsim:Scenario></bpsim:BPSimData></extensionElements><source>Defs</source><target>Defs</target></relationship>
</definitions>`;
}

/** What a payload would have done. */
const harm = () => page.evaluate(() => Reflect.get(window, '__xss') as unknown);

async function drop(name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    },
    [name, content] as const,
  );
}

describe('hostile texts, with the policy of the page removed', () => {
  const downloads: string[] = [];

  it('stay texts on every surface', async () => {
    app = await openWindow(browser, 'about:blank');
    page = app.page;
    await page.route('**/*', async (route) => {
      if (!route.request().isNavigationRequest()) return route.fallback();
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
      expect(body).not.toContain('Content-Security-Policy');
      return route.fulfill({ response, body });
    });
    app.complaints.splice(0);
    await page.goto(site.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => app.complaints.push('a dialog opened')));

    await drop(`<img src=x onerror=window.__xss=1>.bpmn`, hostileDocument());
    await page.locator('.pf-design .djs-shape').first().waitFor();
    await expect
      .poll(() => page.locator('pf-status #saved').getAttribute('data-state'), { timeout: 20_000 })
      .toBe('saved');
    expect(await harm()).toBe(undefined);

    // Selection, its parameters and the menus of the canvas.
    for (const id of ['T0', 'T15', 'F3', 'Pool', 'N1', 'S']) {
      const target = page.locator(`.pf-design [data-element-id="${id}"]`).first();
      if ((await target.count()) === 0) continue;
      await target.dispatchEvent('mouseover');
      await target.click({ force: true, timeout: 3000 }).catch(() => undefined);
    }
    await page.keyboard.press('Control+f');
    await page.keyboard.type('script');
    await page.keyboard.press('Escape');

    // Problems, a run and its figures.
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.locator('pf-status .message').textContent(), { timeout: 30_000 })
      .toMatch(/complete|cannot run/);
    expect(await page.locator('pf-status .message').textContent()).toContain('complete');
    for (const tab of await page.getByRole('tab').all()) await tab.click({ timeout: 2000 }).catch(() => undefined);
    expect(await harm()).toBe(undefined);
  });

  it('stay texts in every export, and in what those show', async () => {
    page.on('download', (download) => {
      void download.path().then((path) => downloads.push(readFileSync(path, 'utf8')));
    });
    const menu = page.locator('pf-main-menu');
    const items = async (): Promise<readonly string[]> => {
      await menu.locator('wa-button').first().click();
      const values = await menu
        .locator('wa-dropdown-item')
        .evaluateAll((all) => all.map((item) => item.getAttribute('value') ?? ''));
      await page.keyboard.press('Escape');
      return values;
    };
    const wanted = (await items()).filter((value) => /^export-(?!.*png)/.test(value) || value === 'import-report');
    expect(wanted).toContain('export-diagram-svg');
    for (const value of wanted) {
      await menu.locator('wa-button').first().click();
      await menu.locator(`wa-dropdown-item[value="${value}"]`).click();
      await page.waitForTimeout(150);
      await page.keyboard.press('Escape');
    }
    await expect.poll(() => downloads.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(wanted.length - 1);
    const svgs = downloads.filter((text) => text.includes('<svg'));
    expect(svgs.length).toBeGreaterThan(0);
    for (const svg of svgs) {
      expect(svg).not.toMatch(/<script|<foreignObject|<image|<iframe|\son\w+=/i);
      expect(svg).not.toMatch(/(href|src)="(?!#)[^"]*evil|url\(["']?https?:/);
      const shown = await page.evaluate((text) => {
        const holder = document.createElement('div');
        holder.innerHTML = text;
        document.body.append(holder);
        return holder.querySelectorAll('script, image, iframe').length;
      }, svg);
      expect(shown).toBe(0);
    }
    expect(await harm()).toBe(undefined);
    expect(app.complaints).toEqual([]);
    await app.close();
  });
});
