/** Where tokens stand: a queue piles up above its step, work lies in it, a token travels its flows, marks wait before a join. */
import { describe, expect, it } from 'vitest';
import { alongPath, geometryOf, pathOf } from '../../../src/replay/geometry.ts';
import { Player } from '../../../src/replay/player.ts';
import { emptyScene, layOut, tokenAt, type Scene } from '../../../src/replay/scene.ts';
import { by, constant, pool, sketch } from '../../support/model.ts';
import { record } from './recordings.ts';

const MINUTE = 60_000;
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });

const recording = record(
  sketch({
    nodes: { Start: 'StartEvent', Check: 'Task', End: 'EndEvent' },
    flows: ['Start > Check > End'],
    elements: {
      Start: { arrivals: { interval: constant(0), count: 30 } },
      Check: { work: constant(10), resources: by('Clerks') },
    },
    pools: [pool('Clerks', 2)],
    run: { replications: 1, cases: 30 },
  }),
);
const geometry = geometryOf(recording, {
  shapes: { Start: box(0, 40, 36, 36), Check: box(100, 18, 100, 80), End: box(300, 40, 36, 36) },
  lines: {
    Start_Check: [
      { x: 36, y: 58 },
      { x: 100, y: 58 },
    ],
    Check_End: [
      { x: 200, y: 58 },
      { x: 300, y: 58 },
    ],
  },
});

function at(time: number, travel = 0): Scene {
  const player = new Player(recording);
  player.seek(0);
  player.seek(time);
  const scene = emptyScene(recording.nodes.length);
  layOut(player, geometry, { travel }, scene);
  return scene;
}
const points = (scene: Scene): readonly (readonly [number, number])[] =>
  Array.from({ length: scene.count }, (_, i) => [scene.x[i] ?? 0, scene.y[i] ?? 0] as const);

describe('a scene', () => {
  it('piles the queue up above the step and counts it', () => {
    const scene = at(5 * MINUTE);
    expect([scene.waiting[1], scene.working[1]]).toEqual([28, 2]);
    const above = points(scene).filter(([, y]) => y < 18);
    const within = points(scene).filter(([x, y]) => x > 100 && x < 200 && y > 18 && y < 98);
    expect(above).toHaveLength(28);
    expect(within).toHaveLength(2);
    expect(new Set(points(scene).map(String)).size).toBe(30);
  });

  it('lets tokens travel their flow, also to their end', () => {
    const halfway = at(MINUTE / 2, MINUTE);
    expect(points(halfway).every(([x, y]) => x === 68 && y === 58)).toBe(true);
    const ending = at(10 * MINUTE + MINUTE / 2, MINUTE);
    expect(points(ending).filter(([x]) => x === 250)).toHaveLength(2);
    expect(at(12 * MINUTE, MINUTE).count).toBe(28);
  });

  it('finds the token under a point', () => {
    const scene = at(5 * MINUTE);
    const [x, y] = points(scene)[3] ?? [0, 0];
    expect(tokenAt(scene, { x: x + 2, y }, 6)).toBe(scene.token[3]);
    expect(tokenAt(scene, { x: 900, y: 900 }, 6)).toBeUndefined();
  });

  it('shows what is inside an undrawn place at the step around it', () => {
    const inner = record(
      sketch({
        nodes: {
          Start: 'StartEvent',
          Sub: 'SubProcess',
          Begin: { type: 'StartEvent', scope: 'Sub' },
          Inner: { type: 'Task', scope: 'Sub' },
          Finish: { type: 'EndEvent', scope: 'Sub' },
          End: 'EndEvent',
        },
        flows: ['Start > Sub > End', 'Begin > Inner > Finish'],
        elements: { Start: { arrivals: { count: 1 } }, Inner: { work: constant(5) } },
        run: { replications: 1, cases: 1 },
      }),
    );
    const drawn = geometryOf(inner, { shapes: { Sub: box(100, 0, 100, 80) }, lines: {} });
    const player = new Player(inner);
    player.seek(MINUTE);
    const scene = emptyScene(inner.nodes.length);
    layOut(player, drawn, { travel: 0 }, scene);
    expect(points(scene)).toHaveLength(1);
    expect(points(scene)[0]?.[0]).toBeGreaterThan(100);
  });
});

describe('a path', () => {
  const path = pathOf([
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
  ]);
  it('is walked corner by corner', () => {
    expect(path.length).toBe(20);
    expect([-1, 0, 5, 10, 15, 20, 99].map((d) => alongPath(path, d))).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 5 },
      { x: 10, y: 10 },
      { x: 10, y: 10 },
    ]);
  });
});
