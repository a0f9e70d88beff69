/**
 * A parameter set on a design: who works, how long steps take, when cases arrive, what was promised. Everything is optional,
 * because a scenario that inherits states only what differs (`resolveScenario` completes it). Plain, readonly, cloneable.
 */
import type { Formula } from './expression.ts';
import type { PrecisionGoal } from './precision.ts';
import type { ResourcePool } from './resource-pool.ts';
import type { WorkRules } from './work-rules.ts';
import type { Span, TimeUnit } from './units.ts';

export type * from './batching.ts';
export type * from './resource-pool.ts';
export type * from './work-rules.ts';

export interface Scenario {
  /** NCName, unique in the file. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Id of the scenario this one inherits from. */
  readonly inherits?: string;
  /** ISO 4217 code of all money in the scenario; default `CNY`. */
  readonly currency?: string;
  readonly run?: RunSettings;
  /** Parameters by BPMN id (flow node, sequence flow, message flow). */
  readonly elements?: Readonly<Record<string, ElementParameters>>;
  readonly pools?: readonly ResourcePool[];
  readonly calendars?: readonly Calendar[];
  readonly slas?: readonly Sla[];
  readonly attributes?: readonly CaseAttribute[];
}

/** What a run of the scenario covers. A terminating run asks about a pilot of that length; steady-state needs a warm-up. */
export interface RunSettings {
  /** Local date and time at which simulated time starts, `YYYY-MM-DDTHH:mm:ss`; default Monday 2026-01-05T00:00:00. */
  readonly start?: string;
  /** IANA zone of all calendars and dates, e.g. `Asia/Shanghai`; absent = local time without daylight saving. */
  readonly timeZone?: string;
  /** End of the observed time. An arrival exactly at the end counts; cases still open are censored, not dropped. */
  readonly horizon?: Span;
  /** Number of cases to start (per replication, over all start events). Without a horizon, the run ends when all are done. */
  readonly cases?: number;
  /** Observed time starts after this part of the horizon; default none. */
  readonly warmUp?: Span;
  /** Default 30. With a `precision`, how many there are at least. */
  readonly replications?: number;
  /** Goes on beyond `replications` until a figure is known well enough. */
  readonly precision?: PrecisionGoal;
  /** Any text; default `preflight`. */
  readonly seed?: string;
  /** Calendar of the business cycle time; default: open around the clock. */
  readonly businessCalendar?: string;
}

/** Where a figure comes from: measured in a log or a time study, judged by an expert, or a guess. */
export type Provenance = 'measured' | 'expert' | 'guess';

/**
 * How far a figure may be off, as multiples of what is stated: `{ low: 0.8, high: 1.3 }` is 20 % less to 30 % more. 0 < low <= 1 <= high.
 * Not how much cases vary (the distribution says that) but what nobody knows.
 */
export interface UncertaintyRange {
  readonly low: number;
  readonly high: number;
}

/** A distribution as data: `type` is a key of the registry, `params` its named parameters, times in `unit` (default ms). */
export interface DistributionSpec {
  readonly type: string;
  readonly params: Readonly<Record<string, DistributionParam>>;
  readonly unit?: TimeUnit;
}

/** A number, or a list of numbers for tabulated distributions (`points`, `weights` …). */
export type DistributionParam = number | readonly number[];

/** A distribution used when `when` holds; the first that holds wins. */
export interface ConditionalDistribution {
  readonly when: Formula;
  readonly distribution: DistributionSpec;
}

/** Parameters of one element; which of them mean something is the behavior's business (`BehaviorDescriptor.parameters`). */
export interface ElementParameters extends WorkRules {
  /** Activity: working time of one execution. */
  readonly work?: DistributionSpec;
  /** Activity: other working time for some cases, e.g. urgent ones. */
  readonly workWhen?: readonly ConditionalDistribution[];
  /** Activity: who is needed, as alternatives (one of them is enough) of people needed together. Empty = nobody. */
  readonly resources?: readonly (readonly ResourceNeed[])[];
  /** Activity: rank among waiting work; higher goes first; default 0. */
  readonly priority?: number;
  /** Activity: other rank for some cases; the first that holds wins. */
  readonly priorityWhen?: readonly { readonly when: Formula; readonly priority: number }[];
  /** Activity: what happens to work under way when its people go off shift; default `pause`. */
  readonly shiftEnd?: ShiftEndPolicy;
  /** Activity: money per execution. */
  readonly fixedCost?: number;
  /** Activity, event: new values of case attributes when it completes. */
  readonly assign?: Readonly<Record<string, Formula>>;
  /** Start event: when cases come. */
  readonly arrivals?: Arrivals;
  /** Catching event or receive task without a partner in the model, or a timer to override: time from arming to occurrence. */
  readonly delay?: DistributionSpec;
  /** Timer: the clock it runs on; default `calendar`. */
  readonly clock?: Clock;
  /** Timer on the business clock: the calendar; default the run's business calendar. */
  readonly calendar?: string;
  /**
   * Sequence flow: share of cases at an exclusive gateway; independent chance at an inclusive one. 0..1. Boundary event, or start
   * of an event sub-process, that nothing in the model triggers: chance that it occurs while its host runs.
   */
  readonly probability?: number;
  /** Sequence flow: condition on case attributes; overrides the file's `conditionExpression`. */
  readonly condition?: Formula;
  /** Message flow from a black-box pool: how long its answer takes. */
  readonly latency?: DistributionSpec;
  /** Event that nothing in the model triggers and that does not interrupt: how often it occurs at most per host; default 1. */
  readonly occurrences?: number;
  /** Multi-instance activity: how many, drawn or calculated when it is entered, rounded; default the file's cardinality. */
  readonly instances?: DistributionSpec | Formula;
  /** Multi-instance activity or ad-hoc sub-process: done when this holds after one of its parts; default the file's condition. */
  readonly completion?: Formula;
  /** Loop: chance of another run, drawn anew each time, or the condition for it; default the file's condition. */
  readonly repeat?: number | Formula;
  /** Complex gateway: when it goes on; `activationCount` is the number of tokens that have come. Default the file's condition. */
  readonly activation?: Formula;
  /** Ad-hoc sub-process: `each-once` = every activity that nothing leads to once, in whatever order people are free. */
  readonly adHoc?: AdHocPolicy;
  /** Where each of the parameters above comes from, by parameter name. */
  readonly provenance?: Readonly<Record<string, Provenance>>;
  /** How far `work`, `delay`, `latency` (their means), `arrivals` (the rate) and `probability` may be off, by parameter name. */
  readonly uncertainty?: Readonly<Record<string, UncertaintyRange>>;
}

/** `pause`: stops at shift end, goes on next shift, the person stays bound. `overtime`: finished now. `fit`: only begun if it fits. */
export type ShiftEndPolicy = 'pause' | 'overtime' | 'fit';

export type AdHocPolicy = 'each-once';

/** Calendar time runs always, business time only while the calendar is open. */
export type Clock = 'calendar' | 'business';

/** `units` people of a pool. */
export interface ResourceNeed {
  readonly pool: string;
  readonly units: number;
}

/** When cases come to a start event. */
export interface Arrivals {
  /** Time between arrivals. With `profile` only its shape counts (scaled to the profile's rates); default there: exponential. */
  readonly interval?: DistributionSpec;
  /** At most this many cases from this start event. Without `interval` and `profile`: all of them at the start. */
  readonly count?: number;
  /** Calendar of open hours; default: always open. */
  readonly calendar?: string;
  /** Outside open hours the inter-arrival clock stops (default), or arrivals are moved to the opening, or dropped. */
  readonly outside?: 'clock-stops' | 'move-to-opening' | 'drop';
  /** When cases came, in seconds after the start of the run, e.g. a column of an event log. Replaces everything but `count`. */
  readonly replay?: readonly number[];
  /** Rates by weekday and hour (cases per hour); hours not covered have none. Replaces `calendar`. */
  readonly profile?: readonly RateSlot[];
  /** First case at the start (default, as BPSim) or after one interval (default with a profile, as a Poisson process has it). */
  readonly first?: 'at-start' | 'after-interval';
}

/** `perHour` cases per hour on these weekdays (1 = Monday … 7 = Sunday) in [from, to) minutes of the day. */
export interface RateSlot {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly perHour: number;
}

/** Open hours: weekly rules in local time less holidays. */
export interface Calendar {
  /** NCName, unique in the file. */
  readonly id: string;
  readonly name: string;
  readonly rules: readonly WeeklyRule[];
  readonly holidays?: readonly Holiday[];
}

/**
 * Open on `days` (1 = Monday … 7 = Sunday) from minute `from` to minute `to` of the day, half-open; `to` 1440 is midnight;
 * `to` <= `from` runs past midnight into the next day.
 */
export interface WeeklyRule {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  /**
   * Part of these hours that people have for this process, 0..1; default 1. 0 counts as closed; where rules overlap, the larger
   * counts. Of arrivals and deadlines these hours are all.
   */
  readonly share?: number;
}

/** Closed from the start of `date` to the end of `until` (default the same day), both `YYYY-MM-DD`. */
export interface Holiday {
  readonly date: string;
  readonly until?: string;
  readonly name?: string;
}

/** A promise: this share of cases (or of executions, or of segments) within this limit. */
export interface Sla {
  readonly id: string;
  readonly name: string;
  readonly on: SlaScope;
  readonly limit: Span;
  readonly clock: Clock;
  /** Calendar of a business clock; default the run's business calendar. */
  readonly calendar?: string;
  /** Share to reach, 0..1. */
  readonly target: number;
  /** Only cases for which this holds; default all. */
  readonly when?: Formula;
}

export type SlaScope =
  | { readonly type: 'case' }
  /** Each execution of the activity, from being offered to completion. */
  | { readonly type: 'activity'; readonly element: string }
  /** From the first time `from` is passed to the first time `to` is passed after that. */
  | { readonly type: 'segment'; readonly from: Milestone; readonly to: Milestone };

export interface Milestone {
  readonly element: string;
  readonly at: 'entered' | 'left';
}

/** A property of a case, drawn when it arrives. */
export type CaseAttribute =
  | {
      readonly name: string;
      readonly type: 'category';
      /** Values with their shares (normalised). */
      readonly values: readonly { readonly value: string; readonly share: number }[];
      readonly provenance?: Provenance;
    }
  | {
      readonly name: string;
      readonly type: 'number';
      readonly distribution: DistributionSpec;
      readonly provenance?: Provenance;
      /** How far the mean may be off. */
      readonly uncertainty?: UncertaintyRange;
    };
