/** How single elements wait, throw, repeat and are undone, in the compiled form. */
import type { Timeline } from '../calendars/index.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { BoundExpression } from './network.ts';

/** A catching event that is armed with a host, with a scope, or for a token that waits at it. */
export interface Catcher {
  /** Boundary event, start event of the event sub-process, or event in the flow. */
  readonly node: number;
  readonly interrupting: boolean;
  /** Parallel multiple: occurs when each of its triggers has. */
  readonly needsAll: boolean;
  readonly triggers: readonly Trigger[];
  /** Event sub-process that it starts; −1 otherwise. */
  readonly subProcess: number;
}

/** What makes a catching event occur. */
export type Trigger =
  | {
      readonly type: 'time';
      readonly time: WaitTime;
      /** Further occurrences after the first; Infinity = endless. */
      readonly repeats: number;
      /** Chance that it occurs at all. */
      readonly chance: number;
      /** Declared by the scenario, not drawn as a timer: without a delay it comes before any work is done. */
      readonly declared: boolean;
    }
  | { readonly type: 'message'; readonly flows: readonly number[] }
  | { readonly type: 'signal'; readonly signal: number }
  | { readonly type: 'condition'; readonly when: BoundExpression }
  /** `code` '' = every one. */
  | { readonly type: 'error' | 'escalation'; readonly code: string }
  /** The work of the host fails with this chance when it is done. */
  | { readonly type: 'failure'; readonly chance: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'compensation' };

export type Throw =
  | { readonly type: 'signal'; readonly signal: number }
  | { readonly type: 'error' | 'escalation'; readonly code: string }
  /** `node` −1 = all of the scope. */
  | { readonly type: 'compensation'; readonly node: number; readonly waits: boolean }
  | { readonly type: 'terminate' }
  | { readonly type: 'cancel' };

/** What compensating a completed activity runs: a handler beside it, an event sub-process inside, or what it contained. */
export interface Compensation {
  /** Activity linked to its compensation boundary event; −1 = none. */
  readonly handler: number;
  /** Start event of its compensation event sub-process; −1 = none. */
  readonly start: number;
}

export type Loop =
  | {
      readonly type: 'multi-instance';
      readonly sequential: boolean;
      readonly count: Distribution | BoundExpression;
      readonly completion: BoundExpression | undefined;
    }
  | {
      readonly type: 'standard';
      readonly testBefore: boolean;
      /** Infinity = no cap. */
      readonly maximum: number;
      /** Chance of another run, or its condition; undefined = up to the maximum. */
      readonly again: number | BoundExpression | undefined;
    };

export interface AdHoc {
  readonly sequential: boolean;
  readonly completion: BoundExpression | undefined;
  readonly cancelsRemaining: boolean;
}

/** A gateway with a condition on how many tokens have come. */
export interface ComplexGateway {
  readonly activation: BoundExpression;
  /** Per incoming flow: slot among the marks of its scope that says whether it took part in the last start. */
  readonly usedMark: Int32Array;
  /** Slot that is 1 while late tokens are awaited. */
  readonly lateMark: number;
}

/** Slots of what the engine counts for formulas; −1 = no formula asks for it. */
export interface CounterSlots {
  readonly loopCounter: number;
  readonly numberOfInstances: number;
  readonly numberOfActiveInstances: number;
  readonly numberOfCompletedInstances: number;
  readonly numberOfTerminatedInstances: number;
  readonly activationCount: number;
}

/** `start` begins an instance there, `begin` one that goes on behind the event; `catch` is awaited by a token or something armed. */
export interface MessageTarget {
  readonly type: 'start' | 'begin' | 'catch';
  readonly flow: number;
  readonly node: number;
}

/** How a token waits at a catching event: for a time, for a message of a partner (`time` undefined), or as `catcher` says. */
export interface Wait {
  readonly node: number;
  readonly time: WaitTime | undefined;
  /** Catches that wait for more than a time or a message. */
  readonly catcher: Catcher | undefined;
  /** Latencies of black-box pools start when they were asked: slot of that time in a case, −1 = at arming. */
  readonly askedSlot: number;
}

export type WaitTime =
  /** Drawn (or constant) time from arming, on a timeline when on the business clock. */
  | { readonly type: 'after'; readonly distribution: Distribution; readonly timeline: Timeline | undefined }
  /** A date, in ms since the start; in the past = at once. */
  | { readonly type: 'at'; readonly time: number };

export interface Assignment {
  readonly attribute: number;
  readonly value: BoundExpression;
}

/** How cases gather at an activity and are worked on together. */
export interface Batch {
  /** One piece of work for all; otherwise one after another. */
  readonly parallel: boolean;
  /** It forms when one of these holds. */
  readonly fires: readonly BatchCondition[];
  readonly most: number;
  /** From the largest size down. */
  readonly durations: readonly { readonly size: number; readonly factor: number }[];
  /** Whether those left over are worked on when nothing more can come. */
  readonly flushes: boolean;
}

/** Conditions that hold together; times in ms. */
export interface BatchCondition {
  readonly size: number;
  readonly oldest: number;
  readonly quiet: number;
  /** Hours in which it holds; undefined = always. */
  readonly timeline: Timeline | undefined;
  /** It holds only when such hours begin. */
  readonly isMoment: boolean;
}
