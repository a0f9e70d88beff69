/** The replay as the page shows it, fifty steps with two thousand tokens alive, and how long its frames take. */
import '../../../src/app/tokens.css';
import { compile, simulate, type ElementParameters } from '#simulation';
import type { DiagramPicture } from '../../../src/editor/design-editor.ts';
import { recordingOf } from '../../../src/replay/recording.ts';
import { emptyScene, layOut } from '../../../src/replay/scene.ts';
import { ReplayDeck } from '../../../src/views/replay/replay-deck.ts';
import '../../../src/views/replay/replay-stages.ts';
import '../../../src/views/replay/replay-timeline.ts';
import '../../../src/views/replay/transport-bar.ts';
import { by, exponential, pool, sketch } from '../../support/model.ts';

const STEPS = 50;
const ACROSS = 10;
const ALIVE = 2000;
/** Minutes of work in each step, with a person for each of the tokens. */
const WORK = 20;
const STEP = { width: 100, height: 80, gapX: 60, gapY: 90 };

interface Frames {
  readonly alive: number;
  /** ms between frames. */
  readonly gaps: readonly number[];
}

declare global {
  interface Window {
    measureFrames(speed: number, seconds: number): Promise<Frames>;
    /** ms to work out where every token stands, median of many. */
    measureLayout(): number;
  }
}

const names = Array.from({ length: STEPS }, (_, i) => `Step_${i}`);
const study = sketch({
  nodes: { Start: 'StartEvent', ...Object.fromEntries(names.map((name) => [name, 'Task'])), End: 'EndEvent' },
  flows: [['Start', ...names, 'End'].join(' > ')],
  elements: {
    Start: { arrivals: { interval: exponential((STEPS * WORK) / ALIVE) } },
    ...Object.fromEntries(
      names.map((name): [string, ElementParameters] => [name, { work: exponential(WORK), resources: by('People') }]),
    ),
  },
  pools: [pool('People', Math.round(ALIVE * 0.99))],
  run: { replications: 1, horizon: { value: 3, unit: 'day' } },
});

const { network, plan } = compile(study);
if (!network) throw new Error('the study of the bench does not compile');
const { movement } = simulate(network, { ...plan, movement: true }, 0);
if (!movement) throw new Error('nothing recorded');
const deck = new ReplayDeck([
  {
    design: 'bench',
    name: 'Bench',
    scenario: study.scenario,
    picture: picture(),
    recording: recordingOf(network, movement, { replication: 0, planned: 1, warmUp: 0 }),
  },
]);
const [side] = deck.sides;
if (!side) throw new Error('no side');
for (const name of ['pf-replay-stages', 'pf-replay-timeline', 'pf-transport'] as const)
  document.body.append(Object.assign(document.createElement(name), { deck }));

window.measureFrames = async (speed, seconds) => {
  deck.clock.speed = speed;
  deck.jump(2 * 86_400_000); // long after the beginning: the steps are full
  deck.play();
  const gaps: number[] = [];
  const end = performance.now() + seconds * 1000;
  let last = await frame();
  while (last < end) {
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  const alive = side.player.state.liveCount;
  deck.pause();
  return { alive, gaps };
};

window.measureLayout = () => {
  deck.jump(2 * 86_400_000);
  const scene = emptyScene(side.recording.nodes.length);
  const times = Array.from({ length: 300 }, () => {
    const begin = performance.now();
    layOut(side.player, side.geometry, { travel: deck.travel }, scene);
    return performance.now() - begin;
  });
  return times.sort((a, b) => a - b)[150] ?? NaN;
};

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** The steps row by row, each row in the direction of reading. */
function picture(): DiagramPicture {
  const ids = ['Start', ...names, 'End'];
  const place = (i: number): { x: number; y: number } => ({
    x: (i % ACROSS) * (STEP.width + STEP.gapX),
    y: Math.floor(i / ACROSS) * (STEP.height + STEP.gapY),
  });
  const middle = STEP.height / 2;
  const shapes = Object.fromEntries(ids.map((id, i) => [id, { ...place(i), width: STEP.width, height: STEP.height }]));
  const lines = Object.fromEntries(
    ids.slice(1).map((id, i) => {
      const [from, to] = [place(i), place(i + 1)];
      return [
        `${ids[i] ?? ''}_${id}`,
        [
          { x: from.x + STEP.width, y: from.y + middle },
          { x: to.x, y: to.y + middle },
        ],
      ];
    }),
  );
  const view = { x: -20, y: -60, width: 1640, height: 1100 };
  const boxes = Object.values(shapes).map(
    ({ x, y, width, height }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#fff" stroke="#222"/>`,
  );
  const ways = Object.values(lines).map(
    ([a, b]) => `<path d="M${a?.x},${a?.y}L${b?.x},${b?.y}" stroke="#222" fill="none"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${view.width}" height="${view.height}" viewBox="${view.x} ${view.y} ${view.width} ${view.height}">${boxes.join('')}${ways.join('')}</svg>`;
  return { svg, view, shapes, lines };
}
