/** What the window of the editor and the one on the beamer say to each other. Plain data over a BroadcastChannel of their own. */
import type { Scenario } from '#simulation';
import type { ReplaySide } from '../../app/replay-desk.ts';
import type { RunState } from '../../app/session.ts';
import type { Box } from '../../replay/geometry.ts';
import type { StepHeat } from '../../replay/step-heat.ts';
import type { Colouring } from '../replay/replay-deck.ts';
import type { Caption } from './present-foot.ts';
import type { Room } from './room.ts';

/** What the room sees beside recordings and figures. */
export interface Projection {
  readonly studyName: string;
  /** Simulated ms. The beamer’s own clock runs while playing and is put right when it is off. */
  readonly time: number;
  readonly speed: number;
  readonly playing: boolean;
  readonly skips: boolean;
  readonly colouring: Colouring;
  readonly heat: StepHeat | undefined;
  readonly followed: number | undefined;
  readonly guessing: Room['guessing'];
  readonly guesses: readonly number[];
  readonly blank: boolean;
  readonly laser: boolean;
  readonly caption: Caption | undefined;
  /** Why there is nothing to show; empty when there is. */
  readonly fault: string;
}

export type ToBeamer =
  | { readonly type: 'sides'; readonly sides: readonly ReplaySide[] }
  | { readonly type: 'figures'; readonly run: RunState; readonly scenario: Scenario }
  | { readonly type: 'projection'; readonly projection: Projection }
  /** Part of the first diagram to show; absent = all of it. */
  | { readonly type: 'view'; readonly view?: Box }
  | { readonly type: 'zoom'; readonly by: 1 | -1 | 0 }
  /** Where on the diagram of a design the laser pointer is, in its units; without a place it is elsewhere. */
  | {
      readonly type: 'point';
      readonly design: string;
      readonly place?: { readonly x: number; readonly y: number };
    }
  /** The editor does not project any more. */
  | { readonly type: 'end' };

export type FromBeamer =
  /** It is there and knows nothing yet. */
  | { readonly type: 'hello' }
  /** A key was pressed there: a value of `KeyboardEvent.key`. */
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'gone' };

export const channelOf = (id: string): BroadcastChannel => new BroadcastChannel(`preflight-beamer-${id}`);
