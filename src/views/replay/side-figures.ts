/** What has become of one design’s cases so far, in words and numbers: done, waiting, late, and the running hit rate. */
import { msg } from '@lit/localize';
import { formatNumber, formatPercent, NO_FIGURE, type FormatLocale } from '../../format/index.ts';
import { isQueued } from '../../replay/scene.ts';
import type { DeckSide } from './replay-deck.ts';

export interface SideFigure {
  readonly name: string;
  readonly value: string;
  /** It counts broken promises. */
  readonly late?: boolean;
  /** What it is about. */
  readonly of?: string;
}

export function sideFigures(side: DeckSide, locale: FormatLocale): readonly SideFigure[] {
  const done = side.player.state.counts.completed - side.completedBefore;
  const number = (value: number): string => formatNumber(value, locale, 0);
  const counted = countedPromises(side);
  const { hits, judged } = tallied(side, counted);
  const of = new Intl.ListFormat(locale, { style: 'narrow' }).format(
    counted.map((k) => side.recording.promises[k]?.name ?? ''),
  );
  return [
    { name: msg('cases done'), value: number(Math.max(0, done)) },
    { name: msg('waiting'), value: number(waitingCases(side)) },
    { name: msg('late'), value: number(judged - hits), late: true },
    { name: msg('hit rate so far'), value: judged === 0 ? NO_FIGURE : formatPercent(hits / judged, locale), of },
  ];
}

/** The promises on whole cases; the first of any kind where none is on cases. */
function countedPromises({ recording: { promises } }: DeckSide): readonly number[] {
  const onCases = promises.flatMap((promise, k) => (promise.onCases ? [k] : []));
  return onCases.length > 0 ? onCases : promises.slice(0, 1).map(() => 0);
}

/** How often these promises were kept, and how often that is known, so far. */
function tallied({ player }: DeckSide, counted: readonly number[]): { readonly hits: number; readonly judged: number } {
  const { met, missed } = player.tally();
  const hits = counted.reduce((sum, k) => sum + (met[k] ?? 0), 0);
  return { hits, judged: hits + counted.reduce((sum, k) => sum + (missed[k] ?? 0), 0) };
}

/** Cases any of whose tokens waits for people. */
function waitingCases({ player: { state } }: DeckSide): number {
  const waiting = new Set<number>();
  for (let i = 0; i < state.liveCount; i++) {
    const t = state.live[i] ?? 0;
    if (isQueued(state.state[t] ?? -1)) waiting.add(state.caseOf(t));
  }
  return waiting.size;
}
