import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { expect } from 'chai';
import '../../../src/app/tokens.css';
import { switchLocale } from '../../../src/i18n/locale.ts';
import '../../../src/views/experiments/experiments.css';
import '../../../src/views/experiments/compare/ranking-panel.ts';
import type { RankingPanel } from '../../../src/views/experiments/compare/ranking-panel.ts';
import { until } from '../results/stage.ts';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { barriers, desksOf, show, variantOf } from './bench.ts';

/** One task of so many minutes a day’s worth of cases; what is dearer per hour is no quicker. */
const variant = (name: string, minutes: number, costPerHour: number) =>
  variantOf(
    name,
    sketch({
      nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
      flows: ['S > A > E'],
      elements: { S: { arrivals: { count: 20 } }, A: { work: constant(minutes), resources: by('Clerks') } },
      pools: [pool('Clerks', 2, { costPerHour })],
      run: { seed: 'ranked', replications: 10, horizon: { value: 8, unit: 'h' } },
    }),
  );

async function open(...names: readonly [name: string, minutes: number, costPerHour: number][]): Promise<RankingPanel> {
  const variants = names.map((one) => variant(...one));
  const { desks } = desksOf(...variants);
  desks.comparison.choose(variants.map(({ id }) => id));
  await desks.comparison.run();
  const { state } = desks.comparison;
  if (state.status !== 'complete') throw new Error(state.status);
  const panel = document.createElement('pf-ranking');
  panel.paired = state.paired;
  panel.names = names.map(([name]) => name);
  return show(panel);
}

const rows = (panel: RankingPanel): Promise<readonly string[]> =>
  until(() => {
    const found = [...(panel.querySelector('pf-figure-table')?.shadowRoot?.querySelectorAll('tbody tr') ?? [])];
    return found.length > 0 && found.map((row) => row.textContent.replace(/\s+/g, ' ').trim());
  });

describe('the ranking of more than two designs', () => {
  afterEach(async () => {
    document.querySelector('main')?.remove();
    await switchLocale('en');
  });

  it('stands in order of the figure that is chosen, and names a tie', async () => {
    const panel = await open(['Slow', 20, 10], ['Quick', 10, 40], ['As quick', 10, 30]);
    const order = (await rows(panel)).map((row) => /As quick|Quick|Slow/.exec(row)?.[0]);
    expect(order.at(-1)).to.equal('Slow');
    expect(panel.textContent).to.match(/tie|as well as|cannot be told/i);
    const menu = panel.querySelector('select');
    if (!menu) throw new Error('no figures to choose from');
    const cost = [...menu.options].find(({ text }) => text === 'Cost of work per case');
    if (!cost) throw new Error(`no cost among <${[...menu.options].map(({ text }) => text).join(', ')}>`);
    menu.value = cost.value;
    menu.dispatchEvent(new Event('change'));
    await panel.updateComplete;
    await until(() =>
      /Slow/.test(panel.querySelector('pf-figure-table')?.shadowRoot?.querySelector('tbody tr')?.textContent ?? ''),
    );
    expect(await barriers(panel)).to.deep.equal([]);
  });

  it('is not shown for two', async () => {
    const panel = await open(['Slow', 20, 10], ['Quick', 10, 40]);
    expect(panel.textContent.trim()).to.equal('');
  });
});
