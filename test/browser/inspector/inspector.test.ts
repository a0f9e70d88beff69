import { expect } from 'chai';
import '../../../src/views/inspector/inspector-panel.ts';
import type { InspectorPanel } from '../../../src/views/inspector/inspector-panel.ts';
import { locale, switchLocale } from '../../../src/i18n/locale.ts';
import { button, choose, clear, deep, enter, input, menu, one, settled, soon } from '../fields/drive.ts';
import { FakeSession } from './fake-session.ts';
import { stage } from './stage.ts';

afterEach(async () => {
  clear();
  document.documentElement.className = '';
  if (locale() !== 'en') await switchLocale('en');
});

interface Scene {
  readonly session: FakeSession;
  readonly panel: InspectorPanel;
}

async function open(): Promise<Scene> {
  const session = new FakeSession();
  const panel = document.createElement('pf-inspector');
  stage(session).append(panel);
  await settled();
  return { session, panel };
}

async function select({ session }: Scene, id: string | undefined): Promise<void> {
  session.select(id);
  await settled();
}

const sectionsIn = ({ panel }: Scene): readonly (string | undefined)[] =>
  deep(panel, 'pf-element-tab section[data-section]').map((section) => section.dataset['section']);

const shown = (scene: Scene): readonly (string | undefined)[] =>
  deep(one(scene.panel, 'pf-element-tab'), 'section[data-section]').map((section) => section.dataset['section']);

describe('the Element tab', () => {
  it('lists what nobody stated, and selects it', async () => {
    const scene = await open();
    const tab = one(scene.panel, 'pf-element-tab');
    expect(deep(tab, '.to-do .what').map((e) => e.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Refund Work time',
      'Confirmation Answer time',
      'Decide responsibility Work time',
    ]);
    deep(tab, '.to-do button')[0]?.click();
    await settled();
    expect(scene.session.editor.selected).to.equal('Refund');
  });

  const EXPECTED: Readonly<Record<string, readonly string[]>> = {
    Received: ['arrivals'],
    Decide: ['work', 'people', 'team', 'sla', 'queue', 'batch', 'assign'],
    Ours: ['branches'],
    f3: ['flow'],
    CoolOff: ['waiting', 'assign'],
    Confirmation: ['latency'],
    Lane_1: ['staff'],
    Customer: ['staff'],
    Weird: [],
    Done: ['assign'],
  };
  for (const [id, sections] of Object.entries(EXPECTED))
    it(`shows what ${id} understands`, async () => {
      const scene = await open();
      await select(scene, id);
      expect(shown(scene)).to.deep.equal(sections);
    });

  it('says plainly what cannot be simulated', async () => {
    const scene = await open();
    await select(scene, 'Weird');
    expect(one(one(scene.panel, 'pf-element-tab'), '.caution').textContent).to.contain('cannot be simulated');
  });

  it('takes days of a batch and gives all of them up again', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    const section = () => one(scene.panel, 'section[data-section="batch"]');
    await choose(menu(section(), 'Cases are worked on'), 'parallel');
    const fires = () => scene.session.scenario.elements?.['Decide']?.batch?.fires;
    button(one(section(), 'pf-day-picker'), 'Fri').click();
    await settled();
    expect(fires()).to.deep.equal([{ size: 5, days: [5] }]);
    button(one(section(), 'pf-day-picker'), 'Fri').click();
    await settled();
    expect(fires()).to.deep.equal([{ size: 5 }]);
  });

  it('unfolds what is given: who does it, how long cases wait for it', async () => {
    const scene = await open();
    const unfolded = () =>
      ['team', 'queue'].map((id) => one(scene.panel, `section[data-section="${id}"] details`).hasAttribute('open'));
    await select(scene, 'Decide');
    expect(unfolded()).to.deep.equal([false, false]);
    scene.session.editScenario('', (s) => ({
      ...s,
      elements: { ...s.elements, Decide: { ...s.elements?.['Decide'], balkAt: 3, otherPersonThan: ['Receive'] } },
    }));
    await settled();
    expect(unfolded()).to.deep.equal([true, true]);
  });

  it('gathers cases into batches and takes that back', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    const batchNow = () => scene.session.scenario.elements?.['Decide']?.batch;
    const section = () => one(scene.panel, 'section[data-section="batch"]');
    await choose(menu(section(), 'Cases are worked on'), 'sequential');
    expect(batchNow()).to.deep.equal({ type: 'sequential', fires: [{ size: 5 }] });
    await enter(input(section(), 'Cases that wait, at least'), '8');
    button(section(), 'Or when …').click();
    await settled();
    await enter(input(section(), 'Most cases in a batch'), '20');
    button(section(), 'Other work time for large batches').click();
    await settled();
    expect(batchNow()).to.deep.equal({
      type: 'sequential',
      fires: [{ size: 8 }, { oldest: { value: 1, unit: 'day' } }],
      most: 20,
      durations: [{ size: 2, factor: 1 }],
    });
    await choose(menu(section(), 'Cases are worked on'), 'none');
    expect(batchNow()).to.equal(undefined);
  });

  it('renames an element', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    await enter(input(scene.panel, 'User task'), 'Find the cause');
    expect(scene.session.renamed).to.deep.equal([{ id: 'Decide', name: 'Find the cause' }]);
  });

  it('makes one undo step of one figure, and shows it undone', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    await enter(input(scene.panel, 'Mean'), '8');
    expect(scene.session.steps.map(({ label }) => label)).to.deep.equal(['Set work time of Decide responsibility']);
    expect(scene.session.scenario.elements?.['Decide']?.work?.params).to.deep.equal({ mean: 8, sd: 4 });
    scene.session.undo();
    await settled();
    expect(input(scene.panel, 'Mean').value).to.equal('6');
  });

  it('creates a pool and uses it in one step', async () => {
    const scene = await open();
    await select(scene, 'Refund');
    const tab = one(scene.panel, 'pf-element-tab');
    await choose(menu(tab, 'Pool'), ' new');
    await enter(input(tab, 'Name of the new pool'), 'Cashier');
    expect(scene.session.steps).to.have.length(1);
    expect(scene.session.scenario.pools?.at(-1)).to.include({ id: 'Pool_1', name: 'Cashier' });
    expect(scene.session.scenario.elements?.['Refund']?.resources).to.deep.equal([[{ pool: 'Pool_1', units: 1 }]]);
  });

  it('does not carry typed text over to the next element', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    const mean = input(scene.panel, 'Mean');
    mean.value = '77';
    mean.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await select(scene, 'Repair');
    await select(scene, 'Decide');
    expect(input(scene.panel, 'Mean').value).to.equal('6');
  });

  it('shows the timer of the diagram and lets the scenario override it', async () => {
    const scene = await open();
    await select(scene, 'CoolOff');
    const tab = one(scene.panel, 'pf-element-tab');
    expect(tab.shadowRoot?.textContent).to.contain('2 d (PT48H)');
    button(tab, 'Use another time in this scenario').click();
    await settled();
    expect(scene.session.scenario.elements?.['CoolOff']?.delay).to.deep.include({ type: 'constant' });
    button(tab, 'Back to the time of the diagram').click();
    await settled();
    expect(scene.session.scenario.elements?.['CoolOff']).to.equal(undefined);
  });

  it('tells how many cases the arrivals bring', async () => {
    const scene = await open();
    await select(scene, 'Received');
    expect(one(one(scene.panel, 'pf-element-tab'), '.implied').textContent).to.equal(
      'About 10.7 cases a day, 53.3 a week.',
    );
  });

  it('gives all steps of a lane the same people in one step', async () => {
    const scene = await open();
    await select(scene, 'Lane_1');
    await choose(menu(scene.panel, 'One person of'), 'Agents');
    expect(scene.session.steps).to.have.length(1);
    for (const id of ['Decide', 'Repair'])
      expect(scene.session.scenario.elements?.[id]?.resources).to.deep.equal([[{ pool: 'Agents', units: 1 }]]);
  });
});

describe('the Scenario tab', () => {
  const openScenario = async (): Promise<Scene> => {
    const scene = await open();
    scene.panel.show('scenario');
    await settled();
    return scene;
  };

  it('changes a pool in one step', async () => {
    const scene = await openScenario();
    const pool = one(scene.panel, '[data-id="Agents"]');
    await enter(input(pool, 'People'), '5');
    expect(scene.session.steps).to.have.length(1);
    expect(scene.session.scenario.pools?.[0]?.staffing).to.deep.equal([{ capacity: 5, calendar: 'Office' }]);
  });

  it('lets urgent work interrupt where work is taken by priority, and nowhere else', async () => {
    const scene = await openScenario();
    const poolNow = () => scene.session.scenario.pools?.[0];
    const section = () => one(scene.panel, '[data-id="Agents"]');
    const isAsked = (): boolean => deep(section(), 'wa-select').some((e) => e.label === 'Work of higher priority');
    expect(isAsked()).to.equal(false);
    await choose(menu(section(), 'Waiting work is taken'), 'priority');
    await choose(menu(section(), 'Work of higher priority'), 'resume');
    expect(poolNow()).to.include({ discipline: 'priority', preemption: 'resume' });
    await choose(menu(section(), 'Waiting work is taken'), 'lifo');
    expect(poolNow()).to.include({ discipline: 'lifo' });
    expect(poolNow()).not.to.have.property('preemption');
    expect(isAsked()).to.equal(false);
  });

  it('asks before it removes a pool in use, and says where it is used', async () => {
    const scene = await openScenario();
    button(scene.panel, 'Remove Quality engineer').click();
    await settled();
    const dialog = one(document.body, 'pf-ask');
    expect(dialog.shadowRoot?.textContent).to.contain('Decide responsibility, Repair');
    expect(scene.session.steps).to.have.length(0);
    const confirm = deep(dialog, 'wa-button').find((b) => b.textContent.trim() === 'Remove');
    confirm?.click();
    await settled();
    // A page behind another is given no frames, so the closing animation is ended by hand.
    one(dialog, 'wa-dialog').dispatchEvent(new Event('wa-after-hide'));
    await soon(() => scene.session.steps.length === 1);
    expect(scene.session.scenario.pools?.map(({ id }) => id)).to.deep.equal(['Agents']);
    expect(scene.session.scenario.elements?.['Repair']?.resources).to.deep.equal([]);
  });

  it('lists what an heir changes and takes it back', async () => {
    const scene = await openScenario();
    scene.session.selectScenario('ToBe');
    await settled();
    const differences = one(scene.panel, '[data-section="overrides"]');
    expect(differences.textContent).to.contain('Decide responsibility');
    deep(differences, 'button')[0]?.click();
    await settled();
    expect(scene.session.written.elements).to.deep.equal({});
    expect(scene.session.scenario.elements?.['Decide']?.work?.params).to.deep.equal({ mean: 6, sd: 4 });
  });

  it('writes only the difference of an heir', async () => {
    const scene = await openScenario();
    scene.session.selectScenario('ToBe');
    await settled();
    await enter(input(scene.panel, 'Replications'), '60');
    expect(scene.session.written.run).to.deep.equal({ replications: 60 });
  });

  it('lets a run end when a figure is known well enough', async () => {
    const scene = await openScenario();
    const goal = () => scene.session.scenario.run?.precision;
    const width = () => one(scene.panel, '[data-test="precision-width"]').shadowRoot?.querySelector('input');
    await choose(menu(scene.panel, 'Ends'), 'precise');
    expect(goal()).to.deep.equal({ figure: ['slas', 'Ordinary', 'hitRate'], wanted: { absolute: 0.02 } });
    await enter(width()!, '1.5');
    expect(goal()?.wanted).to.deep.equal({ absolute: 0.015 });
    // Points mean nothing to a time.
    await choose(menu(scene.panel, 'Figure'), 'cycleTime/mean');
    await enter(width()!, '90 min');
    expect(goal()).to.deep.equal({ figure: ['cycleTime', 'mean'], wanted: { absolute: 5400 } });
    await choose(menu(scene.panel, 'Half-width'), 'relative');
    await enter(input(scene.panel, 'Replications, at most'), '400');
    expect(goal()).to.deep.equal({ figure: ['cycleTime', 'mean'], wanted: { relative: 0.05 }, most: 400 });
    await choose(menu(scene.panel, 'Ends'), 'fixed');
    expect(scene.session.scenario.run).not.to.have.property('precision');
  });

  it('opens the editor of what is revealed', async () => {
    const scene = await open();
    for (const id of ['Engineers', 'Cause']) {
      window.dispatchEvent(new CustomEvent('pf-reveal', { detail: { id } }));
      await settled();
      const place = one(one(scene.panel, 'pf-scenario-tab'), `[data-id="${id}"]`);
      const details = place instanceof HTMLDetailsElement ? place : one(place, 'details');
      expect(details.open).to.equal(true);
    }
    window.dispatchEvent(new CustomEvent('pf-reveal', { detail: { id: 'Office' } }));
    await settled();
    expect(one(scene.panel, 'pf-editor-dialog[data-id="Office"]')).to.have.property('open', true);
  });
});

describe('the inspector', () => {
  it('turns to the element when one is selected from the Scenario tab', async () => {
    const scene = await open();
    scene.panel.show('scenario');
    await settled();
    await select(scene, 'Decide');
    expect(one(scene.panel, 'wa-tab-group').active).to.equal('element');
  });

  it('speaks the other language at once', async () => {
    const scene = await open();
    await select(scene, 'Decide');
    const before = sectionsIn(scene);
    await switchLocale('zh-CN');
    await settled();
    expect(document.documentElement.lang).to.equal('zh-CN');
    expect(sectionsIn(scene)).to.deep.equal(before);
    expect(deep(scene.panel, '.unit')[0]?.textContent).to.equal('小时');
  });
});
