import '@awesome.me/webawesome/dist/styles/themes/default.css';
import axe from 'axe-core';
import { expect } from 'chai';
import { ExperimentDesks, type ExperimentStudy } from '../../../src/app/experiments/experiment-desks.ts';
import type { Variant } from '../../../src/app/experiments/variants.ts';
import { registerIcons } from '../../../src/app/icons.ts';
import '../../../src/app/tokens.css';
import { switchLocale, type Locale } from '../../../src/i18n/locale.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';
import '../../../src/views/experiments/experiments.css';
import '../../../src/views/experiments/sweep/sweep-view.ts';
import type { SweepView } from '../../../src/views/experiments/sweep/sweep-view.ts';
import { Direct } from '../../support/direct-backend.ts';
import { until } from '../results/stage.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';

registerIcons();

/** One step for two clerks who have a lot to do, and a promise about whole cases. */
const { model, scenario } = sketch({
  nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
  flows: ['S > A > E'],
  elements: {
    S: { arrivals: { interval: exponential(1) } },
    A: { work: exponential(1.6), resources: by('Clerks') },
  },
  pools: [pool('Clerks', 2, { costPerHour: 20 })],
  slas: [
    {
      id: 'kept',
      name: 'Done soon',
      on: { type: 'case' },
      limit: { value: 3, unit: 'min' },
      clock: 'calendar',
      target: 0.9,
    },
  ],
  run: { seed: 'sweep', replications: 10, horizon: { value: 120, unit: 'min' } },
});

const variant: Variant = {
  id: 'v',
  design: { id: 'd', name: 'As-is' },
  scenario,
  model,
  places: new Map(),
  xml: '',
  issues: [],
  file: { name: 'a.bpmn', sha256: '' },
};

async function open(locale: Locale = 'en'): Promise<{ view: SweepView; desks: ExperimentDesks }> {
  await switchLocale(locale);
  const study: ExperimentStudy = {
    snapshot: () => Promise.resolve(createStudy('Study', [createDesign('As-is', '')])),
    edit: () => undefined,
    selectDesign: () => Promise.resolve(),
    selectScenario: () => undefined,
    editor: { edit: () => undefined },
    announce: () => undefined,
  };
  const desks = new ExperimentDesks(study, new Direct(), ({ code }) => code);
  desks.sweep.choose(variant);
  const view = document.createElement('pf-sweep');
  view.desks = desks;
  view.desk = desks.sweep;
  const place = document.createElement('main');
  place.style.cssText = 'inline-size:1200px;background:var(--wa-color-surface-default)';
  place.append(view);
  document.body.append(place);
  await view.updateComplete;
  return { view, desks };
}

const field = <T extends Element>(view: Element, label: string, type: new () => T): T => {
  const found = [...view.querySelectorAll('input, select')].find((one) => one.getAttribute('aria-label') === label);
  if (!(found instanceof type)) throw new Error(`no field <${label}>`);
  return found;
};

function fill(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('change'));
}

const rows = (view: Element): readonly (readonly string[])[] =>
  [...view.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );

async function barriers(view: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(view, { rules: { region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the sweep on the page', () => {
  afterEach(async () => {
    document.querySelector('main')?.remove();
    document.documentElement.classList.remove('wa-dark');
    await switchLocale('en');
  });

  it('proposes people, runs every number of them, and shows how the promise follows', async () => {
    const { view, desks } = await open();
    expect(view.textContent).to.contain('6 points, each with the replications of the scenario');
    await desks.sweep.run();
    await until(() => view.querySelectorAll('td.better').length === 4);
    const shown = rows(view);
    expect(shown.map(([step]) => step)).to.deep.equal(
      [1, 2, 3, 4, 5, 6].map((n) => (n === 1 ? '1 person' : `${n} people`)),
    );
    const rates = shown.map(([, rate = '']) => Number.parseFloat(rate));
    expect([...rates].sort((a, b) => a - b)).to.deep.equal(rates);
    expect((rates[5] ?? 0) - (rates[1] ?? 0)).to.be.greaterThan(10);
    expect(shown[1]?.[2]).to.equal('as it is');
    expect(view.querySelector('tr.stated .pf-x-link')).to.equal(null);
    const figure = view.querySelector('pf-figure');
    await figure?.updateComplete;
    expect(figure?.shadowRoot?.querySelector('h3')?.textContent).to.equal('Kept: Done soon by Clerks: people');
    expect(await barriers(view)).to.deep.equal([]);
  });

  it('refuses a range that makes no sense and a grid that is too large, saying what to do', async () => {
    const { view } = await open();
    const run = view.querySelector('wa-button');
    fill(field(view, 'Parameter: to', HTMLInputElement), '0');
    await until(() => view.textContent.includes('Give each parameter a first and a larger last value'));
    expect(run?.disabled).to.equal(true);
    fill(field(view, 'Parameter: to', HTMLInputElement), '30');
    fill(field(view, 'Parameter: values', HTMLInputElement), '30');
    const second = field(view, 'Second parameter (a map)', HTMLSelectElement);
    fill(second, [...second.options].find(({ text }) => text.includes('mean work time'))?.value ?? '');
    await until(() => view.querySelector('[aria-label="Second parameter (a map): values"]') ?? undefined);
    fill(field(view, 'Second parameter (a map): values', HTMLInputElement), '12');
    await until(() => view.textContent.includes('Take fewer values'));
    expect(run?.disabled).to.equal(true);
  });

  for (const [locale, dark] of [
    ['en', true],
    ['zh-CN', false],
  ] as const)
    it(`draws two parameters as a map whose cells say the figure: ${locale}`, async () => {
      const { view, desks } = await open(locale);
      document.documentElement.classList.toggle('wa-dark', dark);
      const { sweep } = desks;
      sweep.changeAxis(0, { from: 1, to: 3, count: 3 });
      const work = sweep.known.find(({ parameter }) => parameter.kind === 'work');
      sweep.setAxis(1, work?.parameter);
      sweep.changeAxis(1, { from: 48, to: 144, count: 3 });
      await sweep.run();
      await until(() => rows(view).length === 9);
      const figure = view.querySelector('pf-figure');
      await figure?.updateComplete;
      const texts = [...(figure?.shadowRoot?.querySelectorAll('.plot text') ?? [])].map((text) => text.textContent);
      const rates = sweep.state.status === 'complete' ? sweep.state.sweep.points.length : 0;
      expect(texts.filter((text) => /^\d+(\.\d)? %$/.test(text)).length).to.be.at.least(rates);
      expect(await barriers(view)).to.deep.equal([]);
    });

  it('keeps what is known when the sweep is stopped, and says that the question changed', async () => {
    const { view, desks } = await open();
    const running = desks.sweep.run();
    desks.sweep.cancel();
    await running;
    expect(desks.sweep.state.status).to.equal('partial');
    await desks.sweep.run();
    desks.sweep.changeAxis(0, { to: 4 });
    await until(() => view.textContent.includes('You changed the question since'));
  });
});
