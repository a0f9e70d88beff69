import { describe, expect, it } from 'vitest';
import { buildResult, type KpiPath } from '#simulation';
import { countWriting } from '../../../src/charts/figures.ts';
import { readRanking, type RankedKpi } from '../../../src/comparison/ranking-words.ts';
import type { AlternativeRun, PairedRuns } from '../../../src/experiments/index.ts';
import { replication, study } from '../runs/fakes.ts';

const kpiPaths: readonly KpiPath[] = [['cycleTime', 'mean']];
const kpi: RankedKpi = {
  path: ['cycleTime', 'mean'],
  name: 'Mean cycle time',
  kind: 'count',
  unit: '',
  writing: countWriting('en'),
  perUnit: 1,
  better: 'lower',
};

/** One value per replication and design. */
function paired(...designs: readonly (readonly number[])[]): PairedRuns {
  const file = { name: 'a.bpmn', sha256: '' };
  const run = (values: readonly number[], i: number): AlternativeRun => ({
    alternative: { id: `${i}`, name: `${i}`, study, file, issues: [] },
    kpiPaths,
    kpis: values.map((value) => Float64Array.of(value)),
    result: buildResult({
      network: { kpiPaths },
      study,
      plan: { seed: 's', replications: values.length, cases: 1, horizon: Infinity, warmUp: 0 },
      file,
      issues: [],
      message: () => '',
      replications: values.map((value, index) => ({ ...replication(index), kpis: Float64Array.of(value) })),
      partial: false,
    }),
  });
  const [first, ...others] = designs.map(run);
  return { runs: [first!, ...others], seed: 's', replications: designs[0]!.length, issues: [] };
}

const names = ['Today', 'Fewer checks', 'One more'];
const read = (...designs: readonly (readonly number[])[]) => {
  const { sentence, table } = readRanking(paired(...designs), names, kpi, 'en');
  return { sentence, rows: table.rows.map(({ cells }) => cells.map(({ text }) => text)), table };
};

describe('a ranking in words', () => {
  it('names the best and how far the others are behind', () => {
    const { sentence, rows, table } = read([20, 22, 24, 21], [9, 12, 13, 11], [15, 18, 19, 16]);
    expect(sentence).toBe('Mean cycle time: “Fewer checks” is the best of 3, told apart from “One more” and “Today”.');
    expect(rows).toEqual([
      ['1', 'Fewer checks', '11.3', '–', '–'],
      ['2', 'One more', '17', '+5.75', '–'],
      ['3', 'Today', '21.8', '+10.5', '–'],
    ]);
    // Differences of 6, 6, 6, 5: sd 0.5, and t at 1 − 0.05 / 3 / 2 with 3 degrees of freedom is 4.857.
    expect(table.rows[1]?.cells[3]?.interval).toBe('+4.54 … +6.96');
  });

  it('names ties as ties', () => {
    const { sentence, rows } = read([30, 31, 33, 30], [10, 12, 9, 13], [11, 9, 13, 10]);
    expect(sentence).toBe(
      'Mean cycle time: a tie at the top. “One more” and “Fewer checks” cannot be told apart; behind: “Today”.',
    );
    expect(rows.map(([place, , , , tied]) => [place, tied])).toEqual([
      ['1–2', 'Fewer checks'],
      ['1–2', 'One more'],
      ['3', '–'],
    ]);
  });

  it('gives no place where nothing can be told', () => {
    expect(read([10, 12], [12, 9], [11, 14]).sentence).toContain('no place can be given yet');
    expect(read([10], [12], [11]).sentence).toContain('Two replications at least');
  });
});
