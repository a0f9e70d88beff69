/** Replay and presentation on the built site: what they show, keys alone, contrast for a room, and a study that is left as it was. */
import type { ReplayStage } from '../../src/views/replay/replay-stage.ts';
import { readFileSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canvasFocused, openSample, openWindow, shareWindow } from './window.ts';

const shared = shareWindow();
let page: Page;
beforeEach(async () => {
  page = shared.page;
  await openSample(page, /^Customer complaint handling/);
  await page.locator('pf-results').getByRole('button', { name: 'Run' }).waitFor();
});

afterEach(async () => {
  for (let i = 0; i < 3 && (await page.locator('pf-present').count()) > 0; i++) await page.keyboard.press('Escape');
});

const clock = (): Promise<string> => page.locator('pf-transport .clock').innerText();
const stages = () => page.locator('pf-replay-stage canvas');

/** How many pixels of the canvas have the colour of a case without a promise, as all are at the beginning. */
const painted = (): Promise<number> =>
  stages()
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext('2d');
      if (!context) return 0;
      context.fillStyle = getComputedStyle(canvas).getPropertyValue('--pf-token');
      const colour = Number.parseInt(context.fillStyle.slice(1), 16);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4)
        if ((((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0)) === colour) count++;
      return count;
    });

async function openReplay(): Promise<void> {
  await page.keyboard.press('Alt+r');
  await stages().first().waitFor();
}

/** Leaves the replay, loads the page anew once all is kept, and presents. */
async function reopenReplay(): Promise<void> {
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('pf-status #saved').getAttribute('data-state')).toBe('saved');
  await page.reload();
  await canvasFocused(page);
  await page.keyboard.press('F9');
  await stages().first().waitFor();
}

describe('the replay', () => {
  it('moves cases by the clock, forwards and back, and tells the story of one', async () => {
    await openReplay();
    const start = await clock();
    await expect.poll(painted).toBeGreaterThan(50);

    await page.keyboard.press('Space');
    await expect.poll(clock).not.toBe(start);
    await page.keyboard.press('Space');
    await page.keyboard.press('m');
    const miss = await clock();
    await page.keyboard.press('ArrowRight');
    const on = await clock();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect([await clock(), on]).not.toContain(miss);
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('pf-side-counters b').last().innerText()).toMatch(/^\d/);
    expect(await page.locator('pf-side-counters .of').innerText()).toBe(
      'Ordinary complaint closed, Urgent complaint closed',
    );

    await page.keyboard.press('9');
    await page.getByText(/^Came .+ after .+ of that somebody worked on it\.$/).waitFor();
    expect(await page.locator('pf-case-panel li').count()).toBeGreaterThan(3);
    await page
      .getByText(/^waited .+ because Quality engineers had other work$/)
      .first()
      .waitFor();
    await page.getByRole('textbox', { name: 'Case' }).fill('17');
    await page.keyboard.press('Enter');
    await page.getByText('Story of case 17').waitFor();
  });

  it('plays the replication and the design that are asked for', async () => {
    await openReplay();
    const title = () => page.locator('pf-replay-stages h2').first().innerText();
    const number = page.getByRole('textbox', { name: 'Replication' });
    expect(await title()).toBe('As-is · Today · replication 1');
    await number.fill('7');
    await number.press('Enter');
    await expect.poll(title).toBe('As-is · Today · replication 7');
    await number.fill('31');
    await number.press('Enter');
    expect(await number.inputValue()).toBe('7');

    await page.locator('pf-present header').focus();
    await page.keyboard.press(']');
    await expect.poll(title).toBe('As-is · Today · replication 8');
    // In the end the worst has kept fewer promises than the best.
    const atTheEnd = async (key: string): Promise<number> => {
      const before = await title();
      await page.keyboard.press(key);
      await expect.poll(title).not.toBe(before);
      await page.keyboard.press('End');
      return Number.parseFloat(await page.locator('pf-side-counters b').last().innerText());
    };
    const [worst, median, best] = [await atTheEnd('u'), await atTheEnd('t'), await atTheEnd('b')];
    expect([worst < median, median < best]).toEqual([true, true]);
    expect(await page.getByRole('button', { name: 'Best', pressed: true }).count()).toBe(1);

    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('To-be');
    await expect.poll(() => stages().count()).toBe(2);
    await page.getByRole('combobox', { name: 'Design' }).selectOption('To-be');
    await expect.poll(() => page.getByRole('combobox', { name: 'Beside it' }).inputValue()).not.toBe('');
    expect(await stages().count()).toBe(2);

    // Two scenarios of one design, each with its own people.
    await page.getByRole('combobox', { name: 'Design' }).selectOption('As-is');
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption('As-is, another scenario');
    await expect
      .poll(() => page.locator('pf-replay-stages section').evaluateAll((all) => all.map((e) => e.ariaLabel)))
      .toEqual(['As-is · Today', 'As-is · One more quality engineer']);
    const [today, more] = await page
      .locator('pf-side-counters')
      .evaluateAll((all) => all.map((e) => e.shadowRoot?.textContent));
    expect(more).not.toBe(today);
    await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption('One more quality engineer');
    await expect
      .poll(() => page.locator('pf-replay-stages section').evaluateAll((all) => all.map((e) => e.ariaLabel)))
      .toEqual(['As-is · One more quality engineer', 'As-is · Today']);
    await page.getByRole('combobox', { name: 'Scenario', exact: true }).selectOption('Today');
  });

  it('plays both designs on one clock and leaves the study as it was', async () => {
    await openReplay();
    await page.keyboard.press('l');
    await expect.poll(() => stages().count()).toBe(2);
    await page.keyboard.press('End');
    expect(await page.locator('pf-side-counters').count()).toBe(2);
    const [asIs, toBe] = await page
      .locator('pf-side-counters')
      .evaluateAll((all) => all.map((e) => e.shadowRoot?.textContent));
    expect(asIs).not.toBe(toBe);

    await page.keyboard.press('Escape');
    await expect.poll(() => stages().count()).toBe(0);
    expect(await page.locator('.pf-design:not([hidden])').count()).toBe(1);
    await page.getByRole('tab', { name: 'As-is', selected: true }).waitFor();
    expect(await page.locator('pf-status .unsaved').allInnerTexts()).toEqual([]);
    await page.locator('.pf-canvas').click({ position: { x: 500, y: 30 } });
    await page.keyboard.press('Control+z');
    expect(await page.locator('pf-status .message').textContent()).not.toContain('Undone');
  });

  it('keeps views as steps of a story that is saved with the study', async () => {
    await openReplay();
    await page.keyboard.press(']');
    await page.getByRole('heading', { name: 'As-is · Today · replication 2' }).waitFor();
    await page.keyboard.press('End');
    const end = await clock();
    await page.keyboard.press('d');
    await expect.poll(() => page.getByRole('combobox', { name: 'Colour of the steps' }).inputValue()).toBe('waiting');
    const keep = page.getByRole('button', { name: 'Keep this view' });
    await keep.press('Enter');
    await page.getByRole('textbox', { name: 'Title of step 1' }).fill('How it ends');
    await page.getByRole('textbox', { name: 'Note of step 1' }).fill('Nobody waits any more.');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Home');
    await page.keyboard.press('l');
    await expect.poll(() => stages().count()).toBe(2);
    await page.getByRole('combobox', { name: 'Colour of the steps' }).selectOption('');
    await keep.press('Enter');
    await page.getByRole('textbox', { name: 'Title of step 2' }).waitFor();
    await reopenReplay();
    await page.keyboard.press('PageDown');
    await page.getByText('Nobody waits any more.').waitFor();
    await page.getByRole('heading', { name: 'As-is · Today · replication 2' }).waitFor();
    await expect.poll(clock).toBe(end);
    await page.getByText('Mean wait for people in this replication').waitFor();
    await page.keyboard.press('PageDown');
    await expect.poll(() => stages().count()).toBe(2);
    await expect.poll(() => page.getByText('Mean wait for people in this replication').count()).toBe(0);
    await page.getByText('2 / 2').waitFor();
  });

  it('keeps which scenario each side of a view shows, whatever was looked at since', async () => {
    const sides = async () =>
      (await page.locator('pf-replay-stages h2').allInnerTexts()).map((text) => text.replace(/ · replication 1$/, ''));
    const choose = async (what: string, option: string): Promise<void> => {
      await page.getByRole('combobox', { name: what, exact: true }).selectOption(option);
    };
    const keep = async (step: number): Promise<void> => {
      await page.getByRole('button', { name: 'Keep this view' }).press('Enter');
      await page.getByRole('textbox', { name: `Title of step ${step}` }).waitFor();
    };
    await openReplay();
    await choose('Beside it', 'As-is, another scenario');
    const two = ['As-is · Today', 'As-is · One more quality engineer'];
    await expect.poll(sides).toEqual(two);
    await keep(1);
    await choose('Beside it', 'nothing');
    await choose('Design', 'To-be');
    await choose('Beside it', 'As-is');
    await choose('Its scenario', 'One more quality engineer');
    await expect
      .poll(async () => (await sides()).join(' | '))
      .toMatch(/^As-is · One more quality engineer \| To-be · /);
    const both = await sides();
    await keep(2);
    await choose('Design', 'As-is');
    await choose('Scenario', 'Today');
    await choose('Beside it', 'nothing');
    await expect.poll(sides).toEqual(['As-is · Today']);
    await reopenReplay();
    for (const [key, shown] of [
      ['PageDown', two],
      ['PageDown', both],
      ['PageUp', two],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(sides).toEqual(shown);
    }
  });

  it('steps instead of moving where motion is not wanted', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openReplay();
    await page.keyboard.press('Space');
    const times = new Set<string>();
    const end = Date.now() + 2500;
    while (Date.now() < end) {
      times.add(await clock());
      await page.waitForTimeout(50);
    }
    expect(times.size).toBeGreaterThan(1);
    expect(times.size).toBeLessThan(6);
    await page.emulateMedia({ reducedMotion: null });
  });
});

describe('presenting', () => {
  it('shows the diagram from the comparison, too, and goes back to it', async () => {
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.locator('.pf-verdict').waitFor();
    await page.keyboard.press('F9');
    await stages().first().waitFor();
    await expect.poll(painted).toBeGreaterThan(50);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('pf-present').count()).toBe(0);
    expect(await page.locator('.pf-verdict').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Back to the diagram' }).click();
    await page.locator('.pf-design:not([hidden]) [data-element-id=ReceiveComplaint]').waitFor();
  });

  it('shows large figures with 7:1 contrast, takes bets and tells the truth', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.keyboard.press('F9');
    await stages().first().waitFor();
    const figures = page.locator('pf-big-figures');
    await expect.poll(() => figures.locator('.value').first().innerText(), { timeout: 30_000 }).toMatch(/^\d+\.\d\s%/);

    const { of, small } = await page.evaluate(() => {
      const texts: { readonly text: string; readonly size: number }[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          const text = [...element.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim());
          if (text && element.checkVisibility() && !(element instanceof HTMLStyleElement))
            texts.push({
              text: `${element.localName} ${element.className}: ${element.textContent.trim()}`,
              size: Number.parseFloat(getComputedStyle(element).fontSize),
            });
        }
      };
      const present = document.querySelector('pf-present')?.shadowRoot;
      if (present) visit(present);
      return { of: texts.length, small: texts.filter(({ size }) => size < 24).map(({ text }) => text) };
    });
    // The interval beside the largest figure is set smaller on purpose, and still 24 px.
    expect(of).toBeGreaterThan(10);
    expect(small).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run('pf-present', { runOnly: { type: 'rule', values: ['color-contrast-enhanced', 'button-name', 'label'] } })`,
    );
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);

    await page.keyboard.press('g');
    await figures.getByText('? %').waitFor();
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    expect(await figures.locator('.guess').count()).toBe(1);
    await page.getByRole('button', { name: 'Reveal' }).press('Enter');
    await page.getByText(/^It is \d.+ Nearest guess: 80\s%\.$/).waitFor();
    await page.keyboard.press('Escape');

    await page.keyboard.press('.');
    await page.getByRole('img', { name: 'Blank screen' }).waitFor();
    await page.keyboard.press('.');
    await page.keyboard.press('k');
    await page.mouse.move(300, 300);
    expect(await page.locator('pf-present .laser').count()).toBe(1);
    await page.keyboard.press('F9');
    await page.getByRole('button', { name: 'Present (F9)' }).waitFor();
    expect(await page.locator('pf-present .laser').count()).toBe(0);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});

describe('a second window', () => {
  it('shows the room what the presenter moves beside the editor, and hears its keys', async () => {
    const app = await openWindow(shared.browser, shared.site.url); // its theme and language change
    ({ page } = app);
    await openSample(page, /^Customer complaint handling/);
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('Shift+F9');
    const beamer = await opened;
    const faults: string[] = [];
    beamer.on('pageerror', ({ message }) => faults.push(message));
    beamer.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const there = (selector: string) => beamer.locator(selector);
    const strip = page.locator('pf-beamer-console');
    await there('pf-replay-stage canvas').waitFor();
    await expect.poll(() => there('pf-big-figures .value').first().innerText()).toMatch(/^\d+\.\d\s%/);
    const figure = await there('pf-big-figures .value').first().innerText();

    // The diagram beside the strip is seen whole, whatever the strip takes, and as large as before when it gives way.
    const high = async () => (await strip.boundingBox())?.height ?? 0;
    const lane = page.locator('.pf-design:not([hidden]) [data-element-id] .djs-visual').first();
    const [low, wide] = [await high(), (await lane.boundingBox())?.width ?? 0];
    await strip.getByRole('button', { name: 'Play' }).focus();
    await page.keyboard.press('s');
    await expect.poll(high).toBeGreaterThan(low);
    await expect.poll(async () => (await lane.boundingBox())?.width ?? 0).toBeLessThan(wide);
    await page.keyboard.press('s');
    await expect.poll(high).toBe(low);
    await expect.poll(async () => (await lane.boundingBox())?.width ?? 0).toBe(wide);

    // The clock: played here, seen there; and a key of the room’s window acts here.
    await strip.getByRole('button', { name: 'Play' }).click();
    await beamer.getByRole('button', { name: 'Pause', includeHidden: true }).waitFor();
    await beamer.keyboard.press('Space');
    await strip.getByRole('button', { name: 'Play' }).waitFor();
    await beamer.keyboard.press('m');
    await expect.poll(() => there('pf-transport .clock').innerText()).toBe(await clock());

    // The laser follows the pointer of the laptop; theme and language follow its menus.
    await strip.getByRole('button', { name: 'Laser pointer' }).click();
    await there('.laser').waitFor();
    const shape = page.locator('.pf-design:not([hidden]) [data-element-id=ReceiveComplaint] .djs-visual').first();
    const box = await shape.boundingBox();
    if (!box) throw new Error('no shape');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await expect.poll(() => there('.laser').evaluate((e: HTMLElement) => e.style.transform)).toMatch(/^translate\(\d/);
    // It points at the same step there: the middle of its box on the stage.
    const apart = await beamer.evaluate(() => {
      const stages = document.querySelector('pf-beamer')?.shadowRoot?.querySelector('pf-replay-stages');
      const stage = stages?.shadowRoot?.querySelector<ReplayStage>('pf-replay-stage');
      const laser = document.querySelector('pf-beamer')?.shadowRoot?.querySelector('.laser');
      const { x, y, width, height } = stage?.side?.picture.shapes['ReceiveComplaint'] ?? {
        x: 0,
        y: 0,
        width: 0,
        height: 0,
      };
      const spot = stage?.spotOf({ x: x + width / 2, y: y + height / 2 });
      const moved = laser instanceof HTMLElement ? laser.style.transform : '';
      const [, left, top] = /translate\(([\d.]+)px, ([\d.]+)px\)/.exec(moved) ?? [];
      return spot ? Math.hypot(spot.x - Number(left), spot.y - Number(top)) : Infinity;
    });
    expect(apart).toBeLessThan(4);
    await page.mouse.move(1300, 700);
    await expect.poll(() => there('.laser').isVisible()).toBe(false);
    await beamer.keyboard.press('k');
    await there('.laser').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
    await there('html.wa-dark').waitFor();
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemcheckbox', { name: '简体中文' }).click();
    await beamer.getByRole('button', { name: '全屏 (F)' }).waitFor();
    await page.getByRole('button', { name: '语言' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'English' }).click();
    await beamer.getByRole('button', { name: 'Full screen (F)' }).waitFor();

    // The editor stays: what is edited there is simulated and seen.
    await page.getByRole('tab', { name: 'To-be' }).click();
    await expect.poll(() => there('section h2').innerText()).toMatch(/^To-be/);
    await expect.poll(() => there('pf-big-figures .value').first().innerText()).not.toBe(figure);

    // Loaded anew it is told all again; closed from here it says so.
    await beamer.reload();
    await there('pf-replay-stage canvas').waitFor();
    await strip.getByRole('button', { name: 'End the projection' }).click();
    await beamer.getByText('The editor does not project any more.').waitFor();
    expect([...faults, ...app.complaints]).toEqual([]);
    await app.close();
    page = shared.page;
  });
});

describe('pictures and films', () => {
  it('saves a picture and a film that other programs can show', async () => {
    await openReplay();
    await page.keyboard.press('m');
    const saved = async (key: string): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
      const download = page.waitForEvent('download');
      await page.keyboard.press(key);
      const file = await download;
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    };
    const size = await stages()
      .first()
      .evaluate(({ width, height }: HTMLCanvasElement) => ({ width, height }));

    const picture = await saved('p');
    expect(picture.name).toMatch(/^Customer complaint handling – As-is\.png$/);
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    const [width, height] = [picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)];
    expect(width).toBe(size.width);
    expect(height).toBeGreaterThan(size.height);

    await page.keyboard.press('v');
    await page.getByText('Filming – V ends it').waitFor();
    await page.keyboard.press('Space');
    await page.waitForTimeout(4000); // on a busy machine the recorder begins seconds late
    const film = await saved('v');
    expect(film.name).toMatch(/\.webm$/);
    expect(await page.getByText('Filming – V ends it').count()).toBe(0);
    // Played on an empty page: the policy of the app lets it show no videos.
    const player = await page.context().newPage();
    const seen = await player.evaluate(
      async (source) => {
        const video = document.createElement('video');
        video.muted = true;
        video.src = source;
        await video.play();
        await new Promise((ended) => {
          video.addEventListener('ended', ended);
        });
        return { width: video.videoWidth, height: video.videoHeight, seconds: video.currentTime };
      },
      `data:video/webm;base64,${film.bytes.toString('base64')}`,
    );
    expect(seen).toMatchObject({ width, height });
    expect(seen.seconds).toBeGreaterThan(0.2); // a busy machine leaves pictures out
  });

  it('films as an animated GIF where the browser has no recorder', async () => {
    const recorder = await page.evaluateHandle(() => window.MediaRecorder);
    await page.evaluate(() => Reflect.deleteProperty(window, 'MediaRecorder'));
    await openReplay();
    await page.keyboard.press('v');
    await page.getByText('Filming – V ends it').waitFor();
    await page.keyboard.press('Space');
    await page.waitForTimeout(1000);
    const download = page.waitForEvent('download');
    await page.keyboard.press('v');
    const file = await download;
    expect(file.suggestedFilename()).toBe('Customer complaint handling – As-is.gif');
    const bytes = readFileSync(await file.path());
    const seen = await page.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: 'image/gif' });
      await decoder.tracks.ready;
      await decoder.completed;
      const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
      const { image } = await decoder.decode({ frameIndex: count - 1 });
      return { count, width: image.displayWidth, height: image.displayHeight };
    }, bytes.toString('base64'));
    expect(seen.count).toBeGreaterThan(1);
    const { width } = await stages()
      .first()
      .evaluate(({ width: across }: HTMLCanvasElement) => ({ width: across }));
    expect(seen.width).toBe(Math.min(1280, width + (width % 2)));
    await recorder.evaluate((kept) => Object.assign(window, { MediaRecorder: kept }));
  });
});
