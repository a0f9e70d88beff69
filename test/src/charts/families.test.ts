import { describe, expect, it } from 'vitest';
import { buildResult, compile, simulate, type RunResult, type Study } from '#simulation';
import { utilisationBeforeAfter } from '../../../src/charts/experiments/utilisation-before-after.ts';
import { familyChart } from '../../../src/charts/families/family-chart.ts';
import { familyTable } from '../../../src/charts/families/family-table.ts';
import { families, type FamilyId } from '../../../src/charts/families/index.ts';
import { readStepTimes } from '../../../src/charts/step-times.ts';
import { kpisOf } from '../../../src/comparison/kpis.ts';
import { statementOf } from '../../../src/comparison/statements.ts';
import { comparedFigure } from '../../../src/experiments/index.ts';
import { resultToCsv } from '../../../src/exporters/result-csv.ts';
import { station } from '../../analytic/stations.ts';
import { gathering, people, phoneDesk, urgent } from '../../simulation/golden-offices.ts';
import { exponential } from '../../support/model.ts';
import { paired } from '../experiments/alternatives.ts';

const short = (study: Study): Study => ({
  ...study,
  scenario: { ...study.scenario, run: { ...study.scenario.run, replications: 3, cases: 200 } },
});

function resultOf(study: Study): RunResult {
  const { network, plan, issues } = compile(study);
  if (!network) throw new Error('does not compile');
  const replications = Array.from({ length: plan.replications }, (_, r) => simulate(network, plan, r));
  const file = { name: 'office.bpmn', sha256: '' };
  return buildResult({ network, study, plan, file, issues, message: ({ code }) => code, replications, partial: false });
}

const inputOf = (study: Study) => ({ result: resultOf(short(study)), scenario: study.scenario });

/** Rows of the family's table, without intervals. */
function rowsOf(id: FamilyId, study: Study): readonly (readonly string[])[] {
  const family = families.find((one) => one.id === id)!;
  return familyTable(family, inputOf(study), 'en').rows.map(({ cells }) => cells.map(({ text }) => text));
}

const plain = station({ interval: exponential(2), work: exponential(1), run: {} });

describe('figures that only some models have', () => {
  it.each<[FamilyId, Study, readonly string[]]>([
    ['batches', gathering(), ['Pack', 'Label', 'Sort', 'Load', 'Archive']],
    ['set-ups', gathering(), ['Sort']],
    ['giving-up', phoneDesk(), ['Call']],
    ['interruptions', urgent(), ['Low', 'Middle', 'High']],
    ['absences', people(), ['P']],
    ['persons', people(), ['Anna · P', 'Bo · P']],
  ])('%s stand in a table, each with a number', (id, study, names) => {
    const rows = rowsOf(id, study);
    expect(rows.map(([name]) => name)).toEqual(names);
    for (const [name, ...figures] of rows)
      expect(
        figures.every((text) => /^[\d,.]+$/.test(text)),
        name,
      ).toBe(true);
    const chart = familyChart(families.find((one) => one.id === id)!).read(inputOf(study));
    expect(chart?.summary('en')).toContain(names[0]);
    for (const { estimates } of families.find((one) => one.id === id)!.subjects(inputOf(study).result.document))
      expect(chart?.extent.x).toBeGreaterThanOrEqual(estimates[0]?.ci95?.[1] ?? 0);
  });

  it('are not spoken of where there are none', () => {
    const input = inputOf(plain);
    for (const family of families) {
      expect(family.subjects(input.result.document), family.id).toEqual([]);
      expect(familyChart(family).read(input), family.id).toBeUndefined();
    }
  });

  it('are lines of the CSV file', () => {
    const csv = resultToCsv(inputOf(people()).result.document);
    expect(csv).toMatch(/\r\nresources\/P\/absence,0\.\d+,/);
    expect(csv).toMatch(/\r\nresources\/P\/people\/Anna\/utilisation,0\.\d+,/);
    expect(csv).toMatch(/\r\nactivities\/Send\/setups,\d/);
  });

  it('tell in the time of each step what is waiting for the batch', () => {
    const input = inputOf(gathering());
    const steps = new Map(readStepTimes(input)?.steps.map((step) => [step.id, step]));
    const { activities } = input.result.document;
    for (const [id, { batchWait, elapsed, executions }] of Object.entries(activities)) {
      const parts = steps.get(id)!.parts;
      const perCase = executions.value! / 200;
      const batching = parts.find(({ part }) => part === 'batching')!;
      expect(batching.to - batching.from, id).toBeCloseTo(batchWait!.value! * perCase, 3);
      expect(steps.get(id)!.total, id).toBeCloseTo(elapsed.mean.value! * perCase, 0);
    }
  });
});

describe('two designs compared', () => {
  it('say what becomes of batches', async () => {
    const single = short(gathering());
    const pack = single.scenario.elements!['Pack']!;
    const smaller = { ...pack, batch: { ...pack.batch!, fires: [{ size: 2 }] } };
    const toBe = {
      ...single,
      scenario: { ...single.scenario, elements: { ...single.scenario.elements, Pack: smaller } },
    };
    const both = await paired([single, toBe]);
    const kpis = kpisOf(
      both.runs.map(({ result, alternative }) => ({ document: result.document, scenario: alternative.study.scenario })),
      'en',
    );
    const said = kpis.flatMap(
      (kpi) => statementOf(kpi, comparedFigure(both, kpi.path), 1, { name: 'To-be', locale: 'en' }) ?? [],
    );
    const about = (name: string) => said.find(({ kpi }) => kpi.name === name);
    expect(about('Waiting for the batch: Pack')).toMatchObject({ tone: 'better' });
    expect(about('Waiting for the batch: Pack')?.text).toMatch(/ min less, \d+(\.\d+)? min instead of \d/);
    expect(about('Cases in a batch: Pack')).toMatchObject({ tone: 'changed' });
    expect(about('Time spent on set-up: Sort')).toBeDefined();
    expect(new Set(kpis.map(({ path }) => path.join('/'))).size).toBe(kpis.length);
  });

  it('say what becomes of each person whom both have', async () => {
    const asIs = short(people());
    const [staff] = asIs.scenario.pools!;
    const [anna, bo, part] = staff!.staffing;
    // Bo takes Anna's pace, and Cleo joins.
    const staffing = [anna!, { ...bo!, speed: anna!.speed! }, { ...anna!, name: 'Cleo' }, part!];
    const pools = asIs.scenario.pools!.map((pool) => (pool === staff ? { ...pool, staffing } : pool));
    const both = await paired([asIs, { ...asIs, scenario: { ...asIs.scenario, pools } }]);
    const sides = both.runs.map(({ result, alternative: { name, study } }) => ({
      name,
      input: { result, scenario: study.scenario },
    }));
    const kpis = kpisOf(
      sides.map(({ input }) => ({ document: input.result.document, scenario: input.scenario })),
      'en',
    );
    const statements = new Map(
      kpis.map((kpi) => [
        kpi.name,
        statementOf(kpi, comparedFigure(both, kpi.path), 1, { name: 'To-be', locale: 'en' }),
      ]),
    );
    for (const figure of ['Utilisation', 'Worked', 'Overtime'])
      for (const name of ['Anna', 'Bo']) expect(statements.get(`${figure}: ${name} · P`), name).toBeDefined();
    expect(statements.get('Utilisation: Cleo · P')).toBeUndefined();
    // The interval is that of the differences within each replication.
    const { alternatives } = comparedFigure(both, ['resources', 'P', 'people', 'Bo', 'busy']);
    const [before, after] = [alternatives[0]!, alternatives[1]!];
    expect(Array.from(after.difference!.values)).toEqual(
      Array.from(after.values, (value, i) => value - before.values[i]!),
    );
    expect(after.difference!.mean).toBeLessThan(0);
    expect(after.difference!.interval![0]).toBeLessThan(after.difference!.mean);
    const picture = utilisationBeforeAfter(sides[0]!, sides[1]!)!;
    expect(picture.table('en').rows.map(({ cells: [name] }) => name!.text)).toEqual(['P', 'Q', 'Anna · P', 'Bo · P']);
    expect(picture.summary('en')).toMatch(/Bo · P \d+ %.* → \d+ %/);
  });
});
