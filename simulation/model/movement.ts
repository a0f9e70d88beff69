/** The movements of one replication: who went where when, and who worked on it. Typed columns, made for replay. */

/** What a row of the log says; `subject` and `value` mean what the line says. Order of rows is order of events. */
export const Movement = {
  /** subject = case number. */
  caseStarted: 0,
  /** subject = case number; value = 0 completed, 1 failed. */
  caseEnded: 1,
  /** subject = token; value = the flow it came by, or −1 − node where it came by none. */
  entered: 2,
  /** subject = token; value = index of `DECOMPOSITION_PARTS`: what it does from now on. */
  state: 3,
  /** subject = token: it is consumed, merged at a join, or cancelled. */
  gone: 4,
  /** subject = unit; value = its `UnitActivity`. */
  unit: 5,
  /** subject = group of units; value = 1 on shift, 0 off shift. */
  shift: 6,
} as const;

/** What a unit does. `bound`: held by work that is paused. */
export const UnitActivity = { idle: 0, working: 1, overtime: 2, bound: 3 } as const;

/** Rows at most; recording stops there and `end` says when that was. About 50 MB. */
export const MOST_MOVEMENTS = 3_000_000;

/**
 * Times in ms since the start. Nodes, flows, pools, groups and SLAs by their number in the `Network`; tokens count from 1 and cases
 * from 0 in order of their coming.
 */
export interface MovementTrace {
  /** The log. */
  readonly time: Float64Array;
  readonly kind: Uint8Array;
  readonly subject: Int32Array;
  readonly value: Int32Array;
  /** Token that the unit of a `unit` row is held by; 0 in other rows and for idle units. */
  readonly holder: Int32Array;

  /** Case of each token; index 0 is unused. */
  readonly tokenCase: Int32Array;
  readonly cases: {
    /** The same customer has the same key in every design and scenario. */
    readonly key: Int32Array;
    readonly arrival: Float64Array;
    /** NaN = still open at the end. */
    readonly ended: Float64Array;
    /** 1 = failed. */
    readonly failed: Uint8Array;
    /** Attributes at arrival, `attributeCount` for each case: numbers, or codes of `Network.texts`. */
    readonly attributes: Float64Array;
  };
  readonly attributeCount: number;
  readonly units: {
    readonly pool: Int32Array;
    readonly group: Int32Array;
    /** Number within the pool, from 0. */
    readonly number: Int32Array;
  };
  /** 1 = the group was on shift at the start. */
  readonly groupOn: Uint8Array;
  /** Every promise that the replication's figures count, in order of judgement. */
  readonly judgements: {
    readonly sla: Int32Array;
    readonly case: Int32Array;
    readonly due: Float64Array;
    /** When it was kept, or else when it was due. */
    readonly at: Float64Array;
    readonly met: Uint8Array;
  };
  /** End of what was recorded. */
  readonly end: number;
  /** False when the replication had more to tell than `MOST_MOVEMENTS`. */
  readonly complete: boolean;
}
