/** Where every token stands in the picture at one instant: queues pile up above steps, work lies in them, the rest travels. */
import { alongPath, type Box, type Geometry, type Point } from './geometry.ts';
import type { Player } from './player.ts';
import { TokenActivity, TRAIL } from './replay-state.ts';

/** Tokens to paint: `count` places of each array. Positions in diagram units. */
export interface Scene {
  count: number;
  x: Float32Array;
  y: Float32Array;
  token: Int32Array;
  /** 1 = rests while its people are away: painted hollow. */
  hollow: Uint8Array;
  /** Work that waits at each node, and what is worked on there. */
  readonly waiting: Int32Array;
  readonly working: Int32Array;
}

export interface SceneOptions {
  /** Simulated ms that a token is seen to travel; 0 = tokens appear where they go. */
  readonly travel: number;
}

/** Distance between tokens that stand together. */
const GRID = 11;
const INSET = 9;
/** Rows of a queue that are drawn; its number tells the rest. */
const QUEUE_ROWS = 4;

export const emptyScene = (nodes: number): Scene => ({
  count: 0,
  x: new Float32Array(0),
  y: new Float32Array(0),
  token: new Int32Array(0),
  hollow: new Uint8Array(0),
  waiting: new Int32Array(nodes),
  working: new Int32Array(nodes),
});

/** Lays the player's present instant out into `scene`, whose arrays are used again. */
export function layOut(player: Player, geometry: Geometry, { travel }: SceneOptions, scene: Scene): void {
  const { state, time } = player;
  makeRoom(scene, state.liveCount + state.ghosts.length);
  scene.count = 0;
  scene.waiting.fill(0);
  scene.working.fill(0);
  // By number, that is by age: whoever came first stands first, and nobody changes places in between.
  const tokens = state.live.slice(0, state.liveCount).sort();
  for (const t of tokens) {
    const n = state.node[t] ?? -1;
    const activity = state.state[t] ?? TokenActivity.none;
    if (isQueued(activity)) scene.waiting[n] = (scene.waiting[n] ?? 0) + 1;
    if (activity === TokenActivity.working) scene.working[n] = (scene.working[n] ?? 0) + 1;
    const age = time - (state.entered[t] ?? 0);
    const moving = age < travel ? travelling(player, geometry, t, age / travel) : undefined;
    if (moving) add(scene, t, moving, false);
  }
  const stood = new Map<number, number>();
  for (const t of tokens) {
    const activity = state.state[t] ?? TokenActivity.none;
    if (activity === TokenActivity.none || time - (state.entered[t] ?? 0) < travel) continue;
    const n = state.node[t] ?? -1;
    const box = geometry.boxes[n];
    if (!box) continue;
    const kind = isQueued(activity) ? 0 : activity === TokenActivity.external ? 1 : 2;
    const key = n * 3 + kind;
    const place = stood.get(key) ?? 0;
    stood.set(key, place + 1);
    const point =
      activity === TokenActivity.synchronising
        ? (endOfTrail(player, geometry, t) ?? middleOf(box))
        : standing(box, kind, place);
    if (point) add(scene, t, point, activity === TokenActivity.paused);
  }
  for (const { token, at } of state.ghosts) {
    const age = time - at;
    if (age < 0 || age >= travel) continue;
    const moving = travelling(player, geometry, token, age / travel);
    if (moving) add(scene, token, moving, false);
  }
}

/** The token painted within `reach` of a point; undefined when there is none. */
export function tokenAt(scene: Scene, point: Point, reach: number): number | undefined {
  let best: number | undefined;
  let distance = reach;
  for (let i = 0; i < scene.count; i++) {
    const d = Math.hypot((scene.x[i] ?? 0) - point.x, (scene.y[i] ?? 0) - point.y);
    if (d <= distance) {
      best = scene.token[i];
      distance = d;
    }
  }
  return best;
}

export const isQueued = (activity: number): boolean =>
  activity === TokenActivity.contention || activity === TokenActivity.offShift || activity === TokenActivity.batching;

/** Where a token is on the flows of its last instant, `share` of the way along; undefined when it did not come by any. */
function travelling({ state }: Player, { paths }: Geometry, t: number, share: number): Point | undefined {
  const count = state.trailLength[t] ?? 0;
  let total = 0;
  for (let i = 0; i < count; i++) total += paths[state.trail[t * TRAIL + i] ?? -1]?.length ?? 0;
  if (total === 0) return undefined;
  let left = eased(share) * total;
  let last: Point | undefined;
  for (let i = 0; i < count; i++) {
    const path = paths[state.trail[t * TRAIL + i] ?? -1];
    if (!path) continue;
    last = alongPath(path, left);
    if (left <= path.length) return last;
    left -= path.length;
  }
  return last;
}

/** Slow at both ends. */
const eased = (share: number): number => share * share * (3 - 2 * share);

function endOfTrail({ state }: Player, { paths }: Geometry, t: number): Point | undefined {
  const count = state.trailLength[t] ?? 0;
  const path = paths[state.trail[t * TRAIL + count - 1] ?? -1];
  return path && alongPath(path, path.length - INSET);
}

const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Place number `place` above a step (kind 0), below an event (1) or in a step (2); undefined where no more are drawn. */
function standing(box: Box, kind: number, place: number): Point | undefined {
  const width = Math.max(box.width, 4 * GRID);
  const perRow = Math.max(1, Math.floor((width - 4) / GRID));
  const row = Math.floor(place / perRow);
  const left = box.x + box.width / 2 - width / 2 + INSET;
  const x = left + (place % perRow) * GRID;
  if (kind === 2) {
    const rows = Math.max(1, Math.floor(box.height / GRID) - 1);
    return row < rows ? { x, y: box.y + box.height - INSET - row * GRID } : undefined;
  }
  if (row >= QUEUE_ROWS) return undefined;
  return kind === 0 ? { x, y: box.y - INSET - row * GRID } : { x, y: box.y + box.height + INSET + row * GRID };
}

function add(scene: Scene, token: number, { x, y }: Point, hollow: boolean): void {
  const i = scene.count++;
  scene.x[i] = x;
  scene.y[i] = y;
  scene.token[i] = token;
  scene.hollow[i] = hollow ? 1 : 0;
}

function makeRoom(scene: Scene, wanted: number): void {
  if (scene.x.length >= wanted) return;
  const length = Math.max(256, 2 * wanted);
  scene.x = new Float32Array(length);
  scene.y = new Float32Array(length);
  scene.token = new Int32Array(length);
  scene.hollow = new Uint8Array(length);
}
