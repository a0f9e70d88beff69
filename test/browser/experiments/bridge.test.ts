import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { expect } from 'chai';
import { registerIcons } from '../../../src/app/icons.ts';
import '../../../src/app/tokens.css';
import { switchLocale } from '../../../src/i18n/locale.ts';
import '../../../src/views/experiments/compare/compare-view.ts';
import type { CompareView } from '../../../src/views/experiments/compare/compare-view.ts';
import '../../../src/views/experiments/experiments.css';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { until } from '../results/stage.ts';
import { barriers, button, desksOf, show, variantOf, type Desks } from './bench.ts';

registerIcons();

/** A queue with this many clerks and this mean work. */
const design = (people: number, minutes: number) =>
  sketch({
    nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
    flows: ['S > A > E'],
    elements: {
      S: { arrivals: { interval: exponential(1) } },
      A: { work: exponential(minutes), resources: by('Clerks') },
    },
    pools: [pool('Clerks', people)],
    slas: [
      {
        id: 'kept',
        name: 'Done soon',
        on: { type: 'case' },
        limit: { value: 12, unit: 'min' },
        clock: 'calendar',
        target: 0.9,
      },
    ],
    run: { seed: 'bridge', replications: 20, horizon: { value: 120, unit: 'min' } },
  });

interface Bench extends Desks {
  readonly view: CompareView;
}

async function open(): Promise<Bench> {
  const made = desksOf(variantOf('As-is', design(2, 1.9)), variantOf('To-be', design(3, 1.5)));
  await made.desks.comparison.run();
  const view = document.createElement('pf-compare');
  view.desk = made.desks.comparison;
  view.bridge = made.desks.bridge;
  return { ...made, view: await show(view) };
}

async function build(bench: Bench): Promise<HTMLElement> {
  button(bench.view, 'Share the difference out').click();
  await until(() => bench.desks.bridge.trial.state.status === 'complete');
  return until(() => bench.view.querySelector<HTMLElement>('.pf-bridge-words') ?? undefined);
}

describe('which change does what', () => {
  afterEach(async () => {
    document.querySelector('main')?.remove();
    await switchLocale('en');
  });

  it('shares the difference out among the changes, in words, as a picture and as a table', async function () {
    this.timeout(20_000);
    const bench = await open();
    const { view } = bench;
    expect(view.textContent).to.contain('2 changes: every combination').and.contain('80 replications');
    const words = await build(bench);
    expect(words.textContent)
      .to.contain('Mean cycle time')
      .and.contain('Most of it comes from “Clerks: 2 → 3 people”')
      .and.contain('P90 cycle time')
      .and.contain('Done soon');
    const figures = [...view.querySelectorAll('pf-bridge pf-figure')];
    expect(figures).to.have.lengthOf(3);
    const drawn = await until(() => figures[0]?.shadowRoot?.querySelector('svg[role=img]') ?? undefined);
    expect(drawn.getAttribute('aria-label')).to.contain('Clerks: 2 → 3 people');
    figures[0]?.shadowRoot?.querySelector('button')?.click();
    const table = await until(
      () => figures[0]?.shadowRoot?.querySelector('pf-figure-table')?.shadowRoot?.querySelector('table') ?? undefined,
    );
    expect(table.textContent).to.contain('Made alone').and.contain('1.9 min → 1.5 min');
    expect(await barriers(view)).to.deep.equal([]);
  });

  it('adds up: the shares of all changes are the whole difference', async () => {
    const bench = await open();
    await build(bench);
    const effects = bench.desks.bridge.trial.answer?.bridge.effects(['cycleTime', 'mean']);
    const sum = effects?.steps.reduce((total, { share }) => total + share.mean, 0) ?? NaN;
    expect(sum).to.be.closeTo(effects?.whole.mean ?? NaN, 1e-6);
    expect(sum).to.be.lessThan(0);
  });

  it('is started and cancelled by keyboard, and says nothing then', async () => {
    const bench = await open();
    const start = button(bench.view, 'Share the difference out');
    start.focus();
    expect(document.activeElement).to.equal(start);
    start.click();
    bench.desks.bridge.trial.cancel();
    await until(() => bench.desks.bridge.trial.state.status === 'idle');
    expect(bench.view.querySelector('.pf-bridge-words')).to.equal(null);
  });

  it('speaks Chinese', async function () {
    this.timeout(20_000);
    const bench = await open();
    const words = await build(bench);
    await switchLocale('zh-CN');
    await until(() => words.textContent.includes('平均周期'));
    expect(await barriers(bench.view)).to.deep.equal([]);
  });
});
