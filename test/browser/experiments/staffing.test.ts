import '@awesome.me/webawesome/dist/styles/themes/default.css';
import { expect } from 'chai';
import type { Scenario } from '#simulation';
import { ExperimentDesks, type ExperimentStudy } from '../../../src/app/experiments/experiment-desks.ts';
import { registerIcons } from '../../../src/app/icons.ts';
import '../../../src/app/tokens.css';
import { switchLocale } from '../../../src/i18n/locale.ts';
import '../../../src/views/experiments/experiments.css';
import '../../../src/views/experiments/staffing/staffing-view.ts';
import type { StaffingView } from '../../../src/views/experiments/staffing/staffing-view.ts';
import { createDesign, createStudy } from '../../../src/study/study.ts';
import { Direct } from '../../support/direct-backend.ts';
import { BRANCHES, closeEditors, openEditor } from '../editor/support.ts';
import { until } from '../results/stage.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';
import { barriers, button, desksOf, show, variantOf, type Desks } from './bench.ts';

registerIcons();

/** One step, two promises about whole cases; the second asks for more than the work itself allows. */
const { model, scenario } = sketch({
  nodes: { S: 'StartEvent', A: 'Task', E: 'EndEvent' },
  flows: ['S > A > E'],
  elements: {
    S: { arrivals: { interval: exponential(1) } },
    A: { work: exponential(1.6), resources: by('Clerks') },
  },
  pools: [pool('Clerks', 2, { costPerHour: 20 })],
  slas: [promise('kept', 'Done soon', 12), promise('beyond', 'Done at once', 1)],
  run: { seed: 'desk', replications: 20, horizon: { value: 60, unit: 'min' } },
});

function promise(id: string, name: string, minutes: number): NonNullable<Scenario['slas']>[number] {
  return {
    id,
    name,
    on: { type: 'case' },
    limit: { value: minutes, unit: 'min' },
    clock: 'calendar',
    target: 0.9,
  };
}

const variant = variantOf('As-is', { model, scenario });

interface Bench extends Desks {
  readonly view: StaffingView;
}

async function open(): Promise<Bench> {
  const made = desksOf(variant);
  made.desks.staffing.choose(variant);
  const view = document.createElement('pf-staffing');
  view.desks = made.desks;
  view.desk = made.desks.staffing;
  return { ...made, view: await show(view) };
}

async function search({ view, desks }: Bench): Promise<void> {
  await desks.staffing.run();
  await view.updateComplete;
}

describe('the staffing search on the page', () => {
  afterEach(async () => {
    document.querySelector('main')?.remove();
    closeEditors();
    await switchLocale('en');
  });

  it('says which promise people cannot mend, and searches without it', async () => {
    const bench = await open();
    await search(bench);
    expect(bench.view.textContent)
      .to.contain('No staffing within the bounds')
      .and.contain('keeps “Done at once” in only');
    button(bench.view, 'Search again').click();
    expect(bench.desks.staffing.question.goals.map(({ sla }) => sla)).to.deep.equal(['kept']);
  });

  it('recommends a staffing, says what it guarantees, and writes it down as a scenario that states only the staffing', async function () {
    this.timeout(30_000);
    const bench = await open();
    bench.desks.staffing.changeGoal('beyond', { kept: false });
    await search(bench);
    const { view, written } = bench;
    const { state } = bench.desks.staffing;
    const best = state.status === 'complete' ? state.result.plans[state.result.best ?? -1] : undefined;
    expect(best?.plan[0]?.[0]).to.be.greaterThan(2);
    expect(view.querySelector('.pf-verdict')?.textContent).to.contain(`Clerks ${best?.plan[0]?.[0]}`);
    expect(view.textContent).to.contain('With 95 % confidence').and.contain('Andradóttir');
    expect(view.querySelectorAll('tr.best')).to.have.lengthOf(1);
    expect(await barriers(view)).to.deep.equal([]);
    button(view, 'Apply this staffing').click();
    await until(() => written.at(-1));
    const heir = written.at(-1);
    expect(heir?.inherits).to.equal(scenario.id);
    expect(heir?.pools?.[0]?.staffing[0]?.capacity).to.equal(best?.plan[0]?.[0]);
    expect(Object.keys(heir ?? {}).sort()).to.deep.equal(['id', 'inherits', 'name', 'pools']);
  });

  it('applies a staffing in one step that undo takes back', async function () {
    this.timeout(30_000);
    const editor = await openEditor(BRANCHES);
    editor.edit('Write', () => [scenario]);
    const study: ExperimentStudy = {
      snapshot: () => Promise.resolve(createStudy('Study', [createDesign('As-is', '')])),
      edit: () => undefined,
      selectDesign: () => Promise.resolve(),
      selectScenario: () => undefined,
      editor,
      announce: () => undefined,
    };
    const real = new ExperimentDesks(study, new Direct(), ({ code }) => code);
    real.staffing.choose(variant);
    real.staffing.changeGoal('beyond', { kept: false });
    const view = document.createElement('pf-staffing');
    view.desks = real;
    view.desk = real.staffing;
    await show(view);
    await real.staffing.run();
    await view.updateComplete;
    button(view, 'Apply this staffing').focus();
    button(view, 'Apply this staffing').click();
    await until(() => editor.scenarios.length === 2);
    expect(editor.undoLabel).to.equal('Keep as scenario');
    editor.undo();
    expect(editor.scenarios).to.deep.equal([scenario]);
    editor.redo();
    expect(editor.scenarios).to.have.length(2);
    real.dispose();
  });

  it('marks an answer as old once the question changes', async () => {
    const bench = await open();
    bench.desks.staffing.changeGoal('beyond', { kept: false });
    await search(bench);
    const most = bench.view.querySelector<HTMLInputElement>('[aria-label="Clerks: most people"]');
    if (!most) throw new Error('no field for the most people');
    most.value = '4';
    most.dispatchEvent(new Event('change'));
    expect(bench.desks.staffing.question.choices[0]?.max).to.equal(4);
    await until(() => bench.view.textContent.includes('You changed the question since'));
  });

  it('keeps what is known when it is cancelled', async () => {
    const bench = await open();
    const running = bench.desks.staffing.run();
    bench.desks.staffing.cancel();
    await running;
    await bench.view.updateComplete;
    expect(bench.desks.staffing.state.status).to.equal('partial');
    expect(bench.view.textContent).to.contain('The search was stopped');
  });

  it('has no known barrier in Chinese', async function () {
    this.timeout(30_000);
    await switchLocale('zh-CN');
    const bench = await open();
    bench.desks.staffing.changeGoal('beyond', { kept: false });
    await search(bench);
    await until(() => bench.view.querySelector('.pf-verdict')?.textContent.includes('成本最低的人员配置'));
    expect(await barriers(bench.view)).to.deep.equal([]);
  });
});
