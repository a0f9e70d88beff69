/** Colours by meaning: custom properties on the page, fixed light colours in files. */
import type { DecompositionPart } from '#simulation';
import type { Theme } from './chart.ts';

/** Custom property (values in `src/app/tokens.css`) and light colour of each meaning; the latter has at least 3:1 on white. */
const PAINTS = {
  working: ['--pf-working', '#0f766e'],
  paused: ['--pf-paused', '#8a6d1d'],
  queued: ['--pf-queued', '#cf7206'],
  'off-shift': ['--pf-off-shift', '#64748b'],
  batching: ['--pf-batching', '#a0527c'],
  external: ['--pf-external', '#7c3aed'],
  synchronising: ['--pf-synchronising', '#0a84c9'],
  late: ['--pf-late', '#cf3f17'],
  'late-text': ['--pf-late-text', '#b93410'],
  'on-time': ['--pf-on-time', '#0d7d74'],
  'as-is': ['--pf-as-is', '#4a6a9d'],
  'to-be': ['--pf-to-be', '#c9570a'],
  ink: ['--wa-color-text-normal', '#1f2933'],
  quiet: ['--wa-color-text-quiet', '#52606d'],
  grid: ['--wa-color-surface-border', '#d5dbe1'],
  surface: ['--wa-color-surface-default', '#ffffff'],
} as const;

export type Meaning = keyof typeof PAINTS;
export type Paint = (meaning: Meaning) => string;

/** A function from meaning to an SVG colour. */
export function paintFor(theme: Theme = 'page'): Paint {
  return (meaning) => {
    const [property, light] = PAINTS[meaning];
    return theme === 'paper' ? light : `var(${property}, ${light})`;
  };
}

/** The colour of each part of the cycle time. */
export const PART_MEANING: Readonly<Record<DecompositionPart, Meaning>> = {
  working: 'working',
  paused: 'paused',
  queuedContention: 'queued',
  queuedOffShift: 'off-shift',
  batching: 'batching',
  external: 'external',
  synchronising: 'synchronising',
};
