/** The keys of replay and presentation: one table for the handler and for the cue card. */
import { msg } from '@lit/localize';
import type { ReplayDeck } from '../replay/replay-deck.ts';
import type { Camera } from './camera.ts';
import type { Room } from './room.ts';
import type { Showing } from './showing.ts';

/** What the keys act on. */
export interface Presenter {
  readonly presenting: boolean;
  readonly deck: ReplayDeck | undefined;
  readonly room: Room;
  readonly showing: Showing;
  togglePresenting(): void;
  toggleFullScreen(): void;
  zoom(by: 1 | -1 | 0): void;
  leave(): void;
  /** Where the replay is drawn; absent where it is not. */
  readonly camera?: Camera;
  /** Moves to a second window; absent where it is there already. */
  project?(): void;
}

export interface PresenterKey {
  /** Values of `KeyboardEvent.key`; letters in lower case. */
  readonly keys: readonly string[];
  /** What is printed on the card instead of the first key. */
  readonly shown?: string;
  readonly label: () => string;
  /** Only while presenting. */
  readonly presenting?: boolean;
  /** Also while a text is being typed. */
  readonly whileTyping?: boolean;
  act(presenter: Presenter): unknown;
}

export const presenterKeys: readonly PresenterKey[] = [
  { keys: [' '], shown: '␣', label: () => msg('Play or pause'), act: (p) => p.deck?.toggle() },
  { keys: ['ArrowRight'], shown: '→', label: () => msg('One event on'), act: (p) => p.deck?.step(1) },
  { keys: ['ArrowLeft'], shown: '←', label: () => msg('One event back'), act: (p) => p.deck?.step(-1) },
  { keys: ['ArrowUp'], shown: '↑', label: () => msg('Faster'), act: (p) => p.deck?.changeSpeed(1) },
  { keys: ['ArrowDown'], shown: '↓', label: () => msg('Slower'), act: (p) => p.deck?.changeSpeed(-1) },
  { keys: ['Home'], label: () => msg('To the beginning'), act: (p) => p.deck?.jump(0) },
  { keys: ['End'], label: () => msg('To the end'), act: (p) => p.deck?.jump(Infinity) },
  { keys: ['m'], label: () => msg('To the next missed promise'), act: (p) => p.deck?.toNextMiss() },
  { keys: ['5'], label: () => msg('Follow the median case'), act: (p) => p.deck?.followQuantile(0.5) },
  { keys: ['9'], label: () => msg('Follow the P95 case'), act: (p) => p.deck?.followQuantile(0.95) },
  { keys: ['n'], label: () => msg('Follow nobody'), act: (p) => p.deck?.follow(undefined) },
  { keys: [']', '】'], label: () => msg('Next replication'), act: (p) => p.showing.changeReplication(1) },
  { keys: ['[', '【'], label: () => msg('Last replication'), act: (p) => p.showing.changeReplication(-1) },
  { keys: ['t'], label: () => msg('The median replication'), act: (p) => p.showing.chooseRank('median') },
  { keys: ['u'], label: () => msg('The worst replication'), act: (p) => p.showing.chooseRank('worst') },
  { keys: ['b'], label: () => msg('The best replication'), act: (p) => p.showing.chooseRank('best') },
  { keys: ['o'], label: () => msg('Jump over off hours'), act: (p) => p.deck?.skipOffHours(!p.deck.skips) },
  { keys: ['c'], label: () => msg('Colour by the next attribute'), act: (p) => p.deck?.nextColouring() },
  { keys: ['d'], label: () => msg('Colour the steps by the next figure'), act: (p) => p.deck?.nextHeat() },
  { keys: ['l'], label: () => msg('Two designs side by side'), act: (p) => p.showing.toggleBoth() },
  { keys: ['+', '='], label: () => msg('Zoom in'), act: (p) => p.zoom(1) },
  { keys: ['-'], shown: '−', label: () => msg('Zoom out'), act: (p) => p.zoom(-1) },
  { keys: ['0'], label: () => msg('The whole diagram'), act: (p) => p.zoom(0) },
  { keys: ['PageDown'], shown: 'PgDn', label: () => msg('Next step of the story'), act: (p) => p.showing.flip(1) },
  { keys: ['PageUp'], shown: 'PgUp', label: () => msg('Last step of the story'), act: (p) => p.showing.flip(-1) },
  { keys: ['s'], label: () => msg('Change the staffing'), presenting: true, act: (p) => p.room.toggle('staffing') },
  { keys: ['g'], label: () => msg('Guess the hit rate'), presenting: true, act: (p) => p.room.toggleGuessing() },
  { keys: ['r'], label: () => msg('Reveal the hit rate'), presenting: true, act: (p) => p.room.reveal() },
  { keys: ['k'], label: () => msg('Laser pointer'), presenting: true, act: (p) => p.room.toggle('laser') },
  { keys: ['.', '。'], label: () => msg('Blank screen'), presenting: true, act: (p) => p.room.toggle('blank') },
  { keys: ['f'], label: () => msg('Full screen'), act: (p) => p.toggleFullScreen() },
  { keys: ['v'], label: () => msg('Film the replay, or end the film'), act: (p) => p.camera?.toggleFilm() },
  { keys: ['p'], label: () => msg('Save as a picture'), act: (p) => p.camera?.savePoster() },
  { keys: ['w'], label: () => msg('Present in a second window'), act: (p) => p.project?.() },
  { keys: ['h', '?', '？'], label: () => msg('This card'), act: (p) => p.room.toggle('card') },
  {
    keys: ['F9'],
    label: () => msg('Present, or stop presenting'),
    whileTyping: true,
    act: (p) => p.togglePresenting(),
  },
  { keys: ['Escape'], shown: 'Esc', label: () => msg('Back to the study'), whileTyping: true, act: (p) => p.leave() },
];

/** What a value of `KeyboardEvent.key` does; undefined when nothing. */
export function presenterKeyOf(pressed: string): PresenterKey | undefined {
  const key = pressed.length === 1 ? pressed.toLowerCase() : pressed;
  return presenterKeys.find(({ keys }) => keys.includes(key));
}

/** Hands a key press to the presenter. True when it was one of ours. */
export function handleKey(event: KeyboardEvent, presenter: Presenter): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const found = presenterKeyOf(event.key);
  if (!found || (found.presenting && !presenter.presenting)) return false;
  if (!found.whileTyping && takesKeys(event, event.key)) return false;
  found.act(presenter);
  return true;
}

/** Whether a focused control wants the key for itself. */
function takesKeys(event: KeyboardEvent, key: string): boolean {
  return event.composedPath().some((target) => {
    if (target instanceof HTMLInputElement)
      return target.type === 'checkbox' ? key === ' ' : target.type !== 'range' || /^(Arrow|Home|End|Page)/.test(key);
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
    return target instanceof HTMLButtonElement && key === ' ';
  });
}
