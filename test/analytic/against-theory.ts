/** Compares a run with queueing theory: closeness and sharpness, and what must hold of every run of every model. */
import { expect, vi } from 'vitest';
import type { Study } from '#simulation';
import { PARTS } from '../support/balance.ts';
import { run, type Ran } from '../support/run.ts';

// Millions of cases take seconds on an idle machine and minutes on one shared by many.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

/** Theory and figures of time meet in seconds. */
export const MINUTE = 60;

/**
 * The estimate must lie within four standard errors of the theory, and be sharp enough to mean something: its 95 % half-width is at
 * most 2 % of the theory. `theory` is in the unit of the figure: seconds for times.
 */
export function expectTheory(ran: Ran, path: string, theory: number): void {
  const { mean, standardError, halfWidth } = ran.estimate(path);
  expect(Math.abs(mean - theory), `${path}: ${mean} instead of ${theory}`).toBeLessThanOrEqual(4 * standardError);
  expect(halfWidth, `${path}: half-width`).toBeLessThanOrEqual(0.02 * theory);
}

/** Bounds of a share: within four standard errors and half a percentage point. */
export function expectShare(ran: Ran, path: string, theory: number): void {
  const { mean, standardError, halfWidth } = ran.estimate(path);
  expect(Math.abs(mean - theory), `${path}: ${mean} instead of ${theory}`).toBeLessThanOrEqual(4 * standardError);
  expect(halfWidth, `${path}: half-width`).toBeLessThanOrEqual(0.005);
}

/**
 * What holds on every sample path, whatever the numbers: Little's law (Stidham, Operations Research 22, 1974), conservation of cases,
 * the partition of the cycle time, and that people are busy exactly as long as work takes.
 */
export function expectInvariants(study: Study): void {
  const { pools = [], elements = {} } = study.scenario;
  const activities = study.model.nodes.filter((n) => elements[n.id]?.work && elements[n.id]?.resources);
  const ran = run(study, { replications: 3, cases: 2000, warmUp: 0 });
  for (let r = 0; r < 3; r++) {
    const kpi = (path: string): number => ran.kpi(path, r);
    expect(kpi('cases.started')).toBe(2000);
    expectSamplePath(kpi);
    const busy = pools.reduce((sum, { id }) => sum + kpi(`resources.${id}.busy`), 0);
    const work = activities
      .filter(({ id }) => kpi(`activities.${id}.executions`) > 0)
      .reduce((sum, { id }) => sum + kpi(`activities.${id}.executions`) * kpi(`activities.${id}.work.mean`), 0);
    expect(Math.abs(busy - work)).toBeLessThanOrEqual(1e-9 * work);
  }
}

/** The part that holds with cancelled work, open cases and a warm-up too. `kpi` reads one replication. */
export function expectSamplePath(kpi: (path: string) => number): void {
  expect(kpi('littlesLawResidual')).toBeLessThan(1e-9);
  expect(kpi('cases.completed') + kpi('cases.open') + kpi('cases.failed')).toBe(kpi('cases.started'));
  const parts = PARTS.reduce((sum, part) => sum + kpi(`decomposition.${part}`), 0);
  expect(Math.abs(parts / kpi('cycleTime.mean') - 1)).toBeLessThan(1e-9);
}
