import { describe, expect, it } from 'vitest';
import type { ProcessModel } from '#simulation';
import { correspondenceOf, elementKeysOf, type PairDecisions } from '../../../src/experiments/index.ts';
import { sketch, type NodeSketch } from '../../support/model.ts';

const model = (nodes: Readonly<Record<string, string | NodeSketch>>, ...flows: string[]): ProcessModel =>
  sketch({ nodes, flows }).model;
const task = (name: string): NodeSketch => ({ type: 'UserTask', name });

const asIs = model(
  { S: 'StartEvent', A: task('Receive complaint'), B: task('Decide'), G: 'ExclusiveGateway', E: 'EndEvent' },
  'S > A > B > G > E',
  'G > A',
);

/** `from>to origin` of the nodes, without those of the same id. */
const pairs = (from: ProcessModel, to: ProcessModel, decisions: PairDecisions = {}): string[] =>
  correspondenceOf(from, to, decisions)
    .filter((pair) => pair.origin !== 'id')
    .map((pair) => `${pair.from}>${pair.to} ${pair.origin}`);

describe('correspondence', () => {
  it('is by id where ids and kinds agree', () => {
    expect(pairs(asIs, asIs)).toEqual([]);
    expect(correspondenceOf(asIs, asIs)).toHaveLength(1 + 5 + 5);
    const gateway = model({ S: 'StartEvent', A: 'ExclusiveGateway', E: 'EndEvent' }, 'S > A > E');
    expect(correspondenceOf(asIs, gateway)).not.toContainEqual({ from: 'A', to: 'A', origin: 'id' });
  });

  it('is suggested by name, in any spelling, then by place in the flow', () => {
    const redrawn = model(
      {
        n1: 'StartEvent',
        n2: task('receive  Complaint!'),
        n3: { type: 'ServiceTask', name: 'Automatic check' },
        n4: 'ExclusiveGateway',
        n5: 'EndEvent',
      },
      'n1 > n2 > n3 > n4 > n5',
      'n4 > n2',
    );
    expect(pairs(asIs, redrawn)).toEqual([
      'S>n1 position',
      'A>n2 name',
      'B>n3 position',
      'G>n4 position',
      'E>n5 position',
      'S_A>n1_n2 position',
      'A_B>n2_n3 position',
      'B_G>n3_n4 position',
      'G_E>n4_n5 position',
      'G_A>n4_n2 position',
    ]);
  });

  it('takes names that are nearly alike, the most alike first', () => {
    const from = model({ A: task('判定责任'), B: task('电话回访客户') }, 'A > B');
    const to = model({ X: task('电话回访'), Y: task('判定责任与方案') }, 'X > Y');
    expect(pairs(from, to).filter((pair) => pair.endsWith('name'))).toEqual(['B>X name', 'A>Y name']);
    const unlike = model({ X: task('Bill'), Y: task('Ship') }, 'Y > X');
    expect(pairs(model({ A: task('Grade'), B: task('Repair') }, 'A > B'), unlike)).toEqual([]);
  });

  it('lets people decide, and passes over what is gone', () => {
    const to = model(
      { S: 'StartEvent', X: task('Decide'), A: task('Receive complaint'), E: 'EndEvent' },
      'S > A > X > E',
    );
    expect(pairs(asIs, to)).toContain('B>X name');
    expect(pairs(asIs, to, { X: null })).not.toContain('B>X name');
    const swapped = correspondenceOf(asIs, to, { X: 'A', A: 'B', gone: 'B', E: 'gone' });
    expect(swapped.filter(({ origin }) => origin === 'chosen')).toEqual([
      { from: 'A', to: 'X', origin: 'chosen' },
      { from: 'B', to: 'A', origin: 'chosen' },
    ]);
    expect(swapped.find(({ to: id }) => id === 'E')).toMatchObject({ from: 'E', origin: 'id' });
    expect(elementKeysOf(asIs, to, swapped)).toMatchObject({ X: 'A', A: 'B' });
  });

  it('never lets two elements of a design share their luck', () => {
    const to = model({ S: 'StartEvent', A: task('Other'), X: task('Receive complaint') }, 'S > A > X');
    const decisions = { A: null, X: 'A' };
    const keys = elementKeysOf(asIs, to, correspondenceOf(asIs, to, decisions));
    expect(keys.X).toBe('A');
    expect(keys.A).toBe('A alone');
    const all = [...to.nodes, ...to.flows].map(({ id }) => keys[id] ?? id);
    expect(new Set(all).size).toBe(all.length);
  });
});
