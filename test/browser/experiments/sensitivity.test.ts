import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { expect } from 'chai';
import { registerIcons } from '../../../src/app/icons.ts';
import '../../../src/app/tokens.css';
import { switchLocale } from '../../../src/i18n/locale.ts';
import '../../../src/views/experiments/experiments.css';
import '../../../src/views/experiments/sensitivity/sensitivity-view.ts';
import type { SensitivityView } from '../../../src/views/experiments/sensitivity/sensitivity-view.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { textOf, until } from '../results/stage.ts';
import { barriers, button, desksOf, show, variantOf, type Desks } from './bench.ts';

registerIcons();

/** Work of a range of its own, and arrivals of which nobody says how sure they are. */
const variant = variantOf(
  'As-is',
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: {
      S: { arrivals: { interval: exponential(1) } },
      A: {
        work: exponential(1.6),
        resources: by('Clerks'),
        provenance: { work: 'guess' },
        uncertainty: { work: { low: 0.5, high: 1.1 } },
      },
    },
    pools: [pool('Clerks', 2)],
    run: { seed: 'doubt', replications: 10, horizon: { value: 60, unit: 'min' } },
  }),
);

interface Bench extends Desks {
  readonly view: SensitivityView;
}

async function open(): Promise<Bench> {
  const made = desksOf(variant);
  const view = document.createElement('pf-sensitivity');
  view.desks = made.desks;
  view.desk = made.desks.sensitivity;
  await show(view);
  await view.updateComplete;
  return { ...made, view };
}

const field = (view: HTMLElement, label: string): HTMLInputElement => {
  const found = view.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!found) throw new Error(`no field <${label}>`);
  return found;
};

const put = (input: HTMLInputElement, value: string): void => {
  input.value = value;
  input.dispatchEvent(new Event('change'));
};

describe('what uncertain inputs do', () => {
  afterEach(async () => {
    document.querySelector('main')?.remove();
    await switchLocale('en');
  });

  it('shows where inputs come from and how far they may be off, and takes other ranges', async () => {
    const { view, desks } = await open();
    expect(view.textContent)
      .to.contain('guess')
      .and.contain('range of the scenario')
      .and.contain('no range of its own');
    const work = [...view.querySelectorAll<HTMLInputElement>('input[aria-label$="low end, percent"]')].find(
      ({ value }) => value === '-50',
    );
    expect(work?.ariaLabel).to.contain('mean work time');
    put(field(view, 'Range of inputs that state none, percent'), '30');
    await view.updateComplete;
    const { inputs } = desks.sensitivity;
    expect(inputs.map(({ low }) => low).sort()).to.deep.equal([0.5, 0.7]);
    if (work) put(work, '-40');
    expect(desks.sensitivity.inputs.map(({ low }) => low).sort()).to.deep.equal([0.6, 0.7]);
  });

  it('draws the tornado of any figure, in words and as a table too, and marks it as old after a change', async function () {
    this.timeout(20_000);
    const { view, desks } = await open();
    button(view, 'Move each input').click();
    await until(() => desks.sensitivity.tornado.state.status === 'complete');
    await until(() => view.querySelector('.pf-sens-words')?.textContent.includes('Mean cycle time depends most on'));
    const figure = await until(() => view.querySelector('pf-figure') ?? undefined);
    await until(() => figure.shadowRoot?.querySelector('svg[role=img]') ?? undefined);
    figure.shadowRoot?.querySelector('button')?.click();
    await until(() => textOf(figure).includes('Difference at the low end'));
    const picker = view.querySelector<HTMLSelectElement>('.pf-x-kpi select');
    if (!picker) throw new Error('no choice of figure');
    picker.value = 'wip/mean';
    picker.dispatchEvent(new Event('change'));
    await until(() => view.querySelector('.pf-sens-words')?.textContent.includes('Cases in progress'));
    expect(await barriers(view)).to.deep.equal([]);
    put(field(view, 'Range of inputs that state none, percent'), '10');
    await until(() => view.textContent.includes('These figures are from before your last change.'));
  });

  it('tells chance from ignorance', async function () {
    this.timeout(20_000);
    const { view, desks } = await open();
    await desks.sensitivity.runBands();
    await until(() => view.querySelector('.pf-sens-words')?.textContent.includes('by chance alone'));
    expect(view.textContent).to.contain('of the doubt about a single period is ignorance');
    expect(desks.sensitivity.bands.answer?.draws).to.equal(40);
  });

  it('keeps what is known when it is cancelled', async () => {
    const { view, desks } = await open();
    const running = desks.sensitivity.runTornado();
    desks.sensitivity.tornado.cancel();
    await running;
    await view.updateComplete;
    expect(desks.sensitivity.tornado.state.status).to.equal('partial');
    await until(() => view.textContent.includes('inputs without a bar were not tried'));
  });

  it('has no known barrier in Chinese', async function () {
    this.timeout(20_000);
    await switchLocale('zh-CN');
    const { view, desks } = await open();
    await desks.sensitivity.runTornado();
    await until(() => view.querySelector('.pf-sens-words')?.textContent.includes('平均周期'));
    expect(await barriers(view)).to.deep.equal([]);
  });
});
