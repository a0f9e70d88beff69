/** Random models with one way in and one way out of every block, as far as fast-check can draw them. */
import fc from 'fast-check';
import type { ElementParameters, Study } from '#simulation';
import { by, constant, exponential, pool, sketch, uniform, type NodeSketch } from './model.ts';

/** A block with one way in and one way out. */
export type Block =
  | { readonly kind: 'task'; readonly minutes: number; readonly pool: number; readonly spread: number }
  | { readonly kind: 'sequence' | 'parallel' | 'exclusive' | 'inclusive'; readonly blocks: readonly Block[] }
  | { readonly kind: 'loop' | 'sub-process'; readonly block: Block };

export const { block } = fc.letrec<{ block: Block; task: Block; several: Block; wrapped: Block }>((tie) => ({
  block: fc.oneof({ depthSize: 'small', maxDepth: 4 }, tie('task'), tie('several'), tie('wrapped')),
  task: fc.record({
    kind: fc.constant('task' as const),
    minutes: fc.integer({ min: 0, max: 60 }),
    pool: fc.integer({ min: 0, max: 3 }),
    spread: fc.integer({ min: 0, max: 2 }),
  }),
  several: fc.record({
    kind: fc.constantFrom('sequence' as const, 'parallel' as const, 'exclusive' as const, 'inclusive' as const),
    blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
  }),
  wrapped: fc.record({ kind: fc.constantFrom('loop' as const, 'sub-process' as const), block: tie('block') }),
}));

/** The model of a block between a start and an end event, with two pools, one of them with office hours. */
export function structured(root: Block, cases: number): Study {
  const nodes: Record<string, NodeSketch> = { S: { type: 'StartEvent' }, E: { type: 'EndEvent' } };
  const flows: string[] = [];
  const elements: Record<string, ElementParameters> = { S: { arrivals: { interval: exponential(20) } } };
  let count = 0;
  const add = (type: string, scope: string): string => {
    const id = `n${String(count++)}`;
    nodes[id] = { type, scope };
    return id;
  };
  const build = (b: Block, scope: string): [string, string] => {
    switch (b.kind) {
      case 'task': {
        const id = add('Task', scope);
        const work = [constant(b.minutes), exponential(b.minutes), uniform(0, 2 * b.minutes)][b.spread]!;
        elements[id] = { work, ...(b.pool < 2 ? { resources: by(`P${String(b.pool)}`) } : {}) };
        return [id, id];
      }
      case 'sequence': {
        const parts = b.blocks.map((part) => build(part, scope));
        for (let i = 1; i < parts.length; i++) flows.push(`${parts[i - 1]![1]} > ${parts[i]![0]}`);
        return [parts[0]![0], parts.at(-1)![1]];
      }
      case 'loop': {
        const [merge, split] = [add('ExclusiveGateway', scope), add('ExclusiveGateway', scope)];
        const [from, to] = build(b.block, scope);
        const out = add('Task', scope);
        flows.push(`${merge} > ${from}`, `${to} > ${split}`, `${split} > ${merge}`, `${split} > ${out}`);
        elements[`${split}_${merge}`] = { probability: 0.2 };
        elements[`${split}_${out}`] = { probability: 0.8 };
        return [merge, out];
      }
      case 'sub-process': {
        const id = add('SubProcess', scope);
        const [from, to] = build(b.block, id);
        const [start, end] = [add('StartEvent', id), add('EndEvent', id)];
        flows.push(`${start} > ${from}`, `${to} > ${end}`);
        return [id, id];
      }
      case 'parallel':
      case 'exclusive':
      case 'inclusive': {
        const type = { parallel: 'ParallelGateway', exclusive: 'ExclusiveGateway', inclusive: 'InclusiveGateway' }[
          b.kind
        ];
        const [split, join] = [add(type, scope), add(type, scope)];
        for (const part of b.blocks) {
          const [from, to] = build(part, scope);
          flows.push(`${split} > ${from}`, `${to} > ${join}`);
          elements[`${split}_${from}`] = { probability: 0.5 };
        }
        return [split, join];
      }
    }
  };
  const [from, to] = build(root, 'Process');
  flows.push(`S > ${from}`, `${to} > E`);
  return sketch({
    nodes,
    flows,
    elements,
    pools: [pool('P0', 2), pool('P1', 1, { staffing: [{ capacity: 3, calendar: 'office' }] })],
    scenario: {
      calendars: [{ id: 'office', name: 'Office', rules: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1020 }] }],
    },
    run: { cases, replications: 1 },
  });
}
