/** The icons of the app: 24 px strokes of our own, so that no icon is ever fetched from elsewhere. */
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js';

/** SVG path data by icon name; strokes of width 1.8 in a 24×24 box. Names in kebab-case, what it shows rather than where. */
const PATHS: Readonly<Record<string, string>> = {
  play: 'M7 4.5v15l12-7.5z',
  stop: 'M6 6h12v12H6z',
  columns: 'M4 5h16v14H4zM12 5v14',
  pause: 'M8 5v14M16 5v14',
  'step-forward': 'M7 5v14l9-7zM18 5v14',
  'step-back': 'M17 5v14l-9-7zM6 5v14',
  'skip-back': 'M12 5v14l-7-7zM20 5v14l-7-7z',
  late: 'M6 21V4M6 4.5h12l-3 4 3 4H6',
  replay: 'M3.5 12h5M8.5 8.5h7v7h-7zM15.5 12h5M19 10.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  present: 'M3 5h18M4.5 5v10h15V5M12 15v3M8 21l4-3 4 3',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17.5 19.5 7',
  more: 'M4.6 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0zM11.1 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0zM17.6 12a.9.9 0 1 0 1.8 0 .9.9 0 1 0-1.8 0z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-up': 'M6 15l6-6 6 6',
  'chevron-left': 'M15 6l-6 6 6 6',
  'chevron-right': 'M9 6l6 6-6 6',
  'arrow-left': 'M19 12H5M11 6l-6 6 6 6',
  'arrow-right': 'M5 12h14M13 6l6 6-6 6',
  open: 'M3.5 19V6.5h6l2 2.5h9V19zM3.5 12h17',
  save: 'M5 4.5h11l3.5 3.5v11.5H5zM8 4.5v5h7v-5M8 19.5v-6h8v6',
  file: 'M6.5 3.5h7l4.5 4.5v12.5H6.5zM13.5 3.5V8H18',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  upload: 'M12 15V4M7 8.5l5-5 5 5M5 20h14',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 2.5-2.5L20 17M15.5 9h.01',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  chart: 'M4 20h16M7 20v-6M12 20V8M17 20v-9',
  compare: 'M4 5h6v14H4zM14 5h6v14h-6zM12 3v18',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20.5 20.5',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  map: 'M4 5h16v14H4zM13 12h5v5h-5z',
  keyboard: 'M3 6.5h18v11H3zM7 10h.01M10.5 10h.01M14 10h.01M17.5 10h.01M8 14h8',
  info: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5.5M12 7.8h.01',
  question:
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6h.01',
  warning: 'M12 4 21 19.5H3zM12 10v4.5M12 17h.01',
  error: 'M8.2 3.5h7.6l4.7 4.7v7.6l-4.7 4.7H8.2l-4.7-4.7V8.2zM12 7.8v5M12 16h.01',
  language:
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM3.5 12h17M12 3.5c-5 5.5-5 11.5 0 17M12 3.5c5 5.5 5 11.5 0 17',
  sun: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  contrast: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 3.5v17M12 8l6 0M12 12l8.5 0M12 16l6 0',
  edit: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  copy: 'M8.5 8.5H20V20H8.5zM15.5 8.5V4H4v11.5h4.5',
  trash: 'M4.5 7h15M9 7V4.5h6V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5',
  branch: 'M7 4v16M7 14c0-4 10-2 10-7M17 4.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  people:
    'M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3.5 19.5c0-4 2.5-5.5 5.5-5.5s5.5 1.5 5.5 5.5M16 5.5a2.8 2.8 0 0 1 0 5.3M17 14.2c2.2.6 3.5 2.2 3.5 5.3',
  person: 'M12 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM5.5 20c0-4.5 3-6 6.5-6s6.5 1.5 6.5 6',
  clock: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 7v5.2l3.5 2',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5v4M15.5 3.5v4',
  target: 'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 12h.01',
  money: 'M3.5 6.5h17v11h-17zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM6.5 12h.01M17.5 12h.01',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM9 15a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  shield: 'M12 3.5 19.5 6v6c0 4.5-3 7-7.5 8.5C7.5 19 4.5 16.5 4.5 12V6zM8.5 12l2.5 2.5 4.5-5',
  external: 'M13.5 4.5h6v6M19.5 4.5 11 13M17 14v5.5H4.5V7H10',
  star: 'M12 4l2.5 5.3 5.7.7-4.2 4 1.1 5.8L12 17l-5.1 2.8L8 14 3.8 10l5.7-.7z',
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5V8H15',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  unlock: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.8-1.2',
  drag: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  filter: 'M4 5.5h16l-6 7.5v6l-4-2v-4z',
  history: 'M4.5 12a7.5 7.5 0 1 0 2.2-5.3M4.5 3.5V8H9M12 8v4.5l3 1.8',
};

/** Registers our icons as the default library of `<wa-icon>`. */
export function registerIcons(): void {
  registerIconLibrary('default', { resolver: (name) => `data:image/svg+xml,${encodeURIComponent(svg(name))}` });
}

const svg = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" ` +
  `stroke-linecap="round" stroke-linejoin="round"><path d="${PATHS[name] ?? ''}"/></svg>`;
