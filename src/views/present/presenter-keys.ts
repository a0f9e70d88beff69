/** The keys of replay and presentation: one table for the handler and for the cue card. */
import { msg } from '@lit/localize';

/** What the keys act on. */
export interface Presenter {
  readonly presenting: boolean;
  togglePresenting(): void;
  leave(): void;
  togglePlaying(): void;
  step(by: 1 | -1): void;
  speed(by: 1 | -1): void;
  toEnd(end: 'first' | 'last'): void;
  toNextMiss(): void;
  follow(which: 'median' | 'p95' | 'nobody'): void;
  toggleOffHours(): void;
  nextColouring(): void;
  toggleBoth(): void;
  zoom(by: 1 | -1 | 0): void;
  toggleStaffing(): void;
  toggleGuessing(): void;
  reveal(): void;
  toggleLaser(): void;
  toggleBlank(): void;
  toggleCard(): void;
  toggleFullScreen(): void;
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
  readonly act: (presenter: Presenter) => void;
}

export const presenterKeys: readonly PresenterKey[] = [
  {
    keys: [' '],
    shown: '␣',
    label: () => msg('Play or pause'),
    act: (p) => {
      p.togglePlaying();
    },
  },
  {
    keys: ['ArrowRight'],
    shown: '→',
    label: () => msg('One event on'),
    act: (p) => {
      p.step(1);
    },
  },
  {
    keys: ['ArrowLeft'],
    shown: '←',
    label: () => msg('One event back'),
    act: (p) => {
      p.step(-1);
    },
  },
  {
    keys: ['ArrowUp'],
    shown: '↑',
    label: () => msg('Faster'),
    act: (p) => {
      p.speed(1);
    },
  },
  {
    keys: ['ArrowDown'],
    shown: '↓',
    label: () => msg('Slower'),
    act: (p) => {
      p.speed(-1);
    },
  },
  {
    keys: ['Home'],
    label: () => msg('To the beginning'),
    act: (p) => {
      p.toEnd('first');
    },
  },
  {
    keys: ['End'],
    label: () => msg('To the end'),
    act: (p) => {
      p.toEnd('last');
    },
  },
  {
    keys: ['m'],
    label: () => msg('To the next missed promise'),
    act: (p) => {
      p.toNextMiss();
    },
  },
  {
    keys: ['5'],
    label: () => msg('Follow the median case'),
    act: (p) => {
      p.follow('median');
    },
  },
  {
    keys: ['9'],
    label: () => msg('Follow the P95 case'),
    act: (p) => {
      p.follow('p95');
    },
  },
  {
    keys: ['n'],
    label: () => msg('Follow nobody'),
    act: (p) => {
      p.follow('nobody');
    },
  },
  {
    keys: ['o'],
    label: () => msg('Jump over off hours'),
    act: (p) => {
      p.toggleOffHours();
    },
  },
  {
    keys: ['c'],
    label: () => msg('Colour by the next attribute'),
    act: (p) => {
      p.nextColouring();
    },
  },
  {
    keys: ['l'],
    label: () => msg('Two designs side by side'),
    act: (p) => {
      p.toggleBoth();
    },
  },
  {
    keys: ['+', '='],
    label: () => msg('Zoom in'),
    act: (p) => {
      p.zoom(1);
    },
  },
  {
    keys: ['-'],
    shown: '−',
    label: () => msg('Zoom out'),
    act: (p) => {
      p.zoom(-1);
    },
  },
  {
    keys: ['0'],
    label: () => msg('The whole diagram'),
    act: (p) => {
      p.zoom(0);
    },
  },
  {
    keys: ['s'],
    label: () => msg('Change the staffing'),
    presenting: true,
    act: (p) => {
      p.toggleStaffing();
    },
  },
  {
    keys: ['g'],
    label: () => msg('Guess the hit rate'),
    presenting: true,
    act: (p) => {
      p.toggleGuessing();
    },
  },
  {
    keys: ['r'],
    label: () => msg('Reveal the hit rate'),
    presenting: true,
    act: (p) => {
      p.reveal();
    },
  },
  {
    keys: ['k'],
    label: () => msg('Laser pointer'),
    presenting: true,
    act: (p) => {
      p.toggleLaser();
    },
  },
  {
    keys: ['.', '。'],
    label: () => msg('Blank screen'),
    presenting: true,
    act: (p) => {
      p.toggleBlank();
    },
  },
  {
    keys: ['f'],
    label: () => msg('Full screen'),
    act: (p) => {
      p.toggleFullScreen();
    },
  },
  {
    keys: ['h', '?', '？'],
    label: () => msg('This card'),
    act: (p) => {
      p.toggleCard();
    },
  },
  {
    keys: ['F9'],
    label: () => msg('Present, or stop presenting'),
    whileTyping: true,
    act: (p) => {
      p.togglePresenting();
    },
  },
  {
    keys: ['Escape'],
    shown: 'Esc',
    label: () => msg('Back to the study'),
    whileTyping: true,
    act: (p) => {
      p.leave();
    },
  },
];

/** Hands a key press to the presenter. True when it was one of ours. */
export function handleKey(event: KeyboardEvent, presenter: Presenter): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = presenterKeys.find(({ keys }) => keys.includes(key));
  if (!found || (found.presenting && !presenter.presenting)) return false;
  if (!found.whileTyping && takesKeys(event, key)) return false;
  found.act(presenter);
  return true;
}

/** Whether a focused control wants the key for itself. */
function takesKeys(event: KeyboardEvent, key: string): boolean {
  return event.composedPath().some((target) => {
    if (target instanceof HTMLInputElement)
      return target.type === 'checkbox' ? key === ' ' : target.type !== 'range' || /^(Arrow|Home|End)/.test(key);
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
    return target instanceof HTMLButtonElement && key === ' ';
  });
}
