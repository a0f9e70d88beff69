/** One list of figures for everything that offers some: results, comparison, sensitivity, sweep, precision, command line. */
import { describe, expect, it } from 'vitest';
import { buildResult, compile, simulate, type KpiPath, type Study } from '#simulation';
import { figureAt, figuresOfResults, figuresOfScenario, figuresOfStudy } from '../../../src/comparison/figure-list.ts';
import { inWords } from '../../../src/comparison/figure-words.ts';
import { kpisOf, kpisOfRuns } from '../../../src/comparison/kpis.ts';
import { station } from '../../analytic/stations.ts';
import { gathering, people, phoneDesk, urgent } from '../../simulation/golden-offices.ts';
import { exponential } from '../../support/model.ts';

function run(study: Study) {
  const short: Study = {
    ...study,
    scenario: { ...study.scenario, run: { ...study.scenario.run, replications: 3, cases: 100 } },
  };
  const { network, plan, issues } = compile(short);
  if (!network) throw new Error('does not compile');
  const replications = Array.from({ length: plan.replications }, (_, r) => simulate(network, plan, r));
  const context = { network, study: short, plan, file: { name: 'a.bpmn', sha256: '' }, issues, message: () => '' };
  const { kpiPaths } = network;
  const [first] = replications;
  if (!first) throw new Error('no replication');
  return {
    study: short,
    kpiPaths,
    document: buildResult({ ...context, replications, partial: false }).document,
    studyRun: {
      plan,
      kpiPaths,
      kpis: replications.map(({ kpis }) => kpis),
      cycleTimes: Float64Array.from(first.cycleTimes),
    },
  };
}

const plain = (): Study => station({ interval: exponential(2), work: exponential(1), run: {} });

describe('the list of figures', () => {
  it.each<[string, () => Study, readonly string[]]>([
    ['nothing special', plain, []],
    ['batches', gathering, ['Waiting for the batch: Pack', 'Cases in a batch: Pack', 'Time spent on set-up: Sort']],
    ['giving up', phoneDesk, ['Leave unserved: Call']],
    ['interruptions', urgent, ['Interrupted: Low']],
    ['absence', people, ['Absent: P']],
  ])('is the same of a study and of its result: %s', (_what, make, further) => {
    const { study, kpiPaths, document, studyRun } = run(make());
    const names = figuresOfStudy(study, kpiPaths).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...further]));
    expect(figuresOfStudy(study, kpiPaths)).toEqual(figuresOfResults([document]));
    // What sensitivity and sweep offer is what the comparison offers, written alike.
    const written = (kpis: ReturnType<typeof kpisOf>) =>
      kpis.map(({ writing, ...kpi }) => ({ ...kpi, number: writing.full(1234.5) }));
    expect(written(kpisOfRuns([studyRun], study, 'en'))).toEqual(
      written(kpisOf([{ document, scenario: study.scenario }], 'en')),
    );
  });

  it('begins with what there is before anybody compiled the model', () => {
    const { study, kpiPaths } = run(gathering());
    const before = figuresOfScenario(study.scenario);
    expect(figuresOfStudy(study, kpiPaths).slice(0, before.length)).toEqual(before);
  });

  it('writes each figure as people say it, and others by their path', () => {
    const { study } = run(gathering());
    const figures = figuresOfScenario(study.scenario);
    const said = (path: KpiPath, value: number): readonly string[] => {
      const { name, format } = inWords(figureAt(figures, path), study.scenario, 'en');
      return [name, format(value)];
    };
    expect(said(['cycleTime', 'mean'], 90 * 60)).toEqual(['Mean cycle time', '1 h 30 min']);
    expect(said(['businessCycleTime', 'mean'], 12 * 3600)).toEqual(['Mean cycle time in working time', '1 wd 4 h']);
    expect(said(['firstPassYield'], 0.25)[1]).toMatch(/^25\.0.%$/);
    expect(said(['flows', 'Flow_1'], 3)).toEqual(['flows/Flow_1', '3']);
  });
});
