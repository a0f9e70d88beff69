/**
 * The compiled form of a model with one scenario: dense arrays over integer ids, ready for the kernel's hot tables. Node, flow,
 * pool … numbers index every array of their kind; the id arrays lead back to BPMN.
 */
import type { ClockSettings, RateProfile, Timeline } from '../calendars/index.ts';
import type { Distribution } from '../distributions/distribution.ts';
import type { QueueDiscipline } from '../model/resource-pool.ts';
import type { KpiPath } from '../model/run.ts';
import type {
  AdHoc,
  Assignment,
  Batch,
  Catcher,
  Compensation,
  ComplexGateway,
  CounterSlots,
  Loop,
  MessageTarget,
  Throw,
  Wait,
} from './network-elements.ts';

export type * from './network-elements.ts';

/** Value of a formula for the case whose attributes start at `base`; true = 1, false = 0, texts by code. */
export type BoundExpression = (values: Float64Array, base: number) => number;

/** A case attribute ready for drawing. */
export interface BoundAttribute {
  readonly name: string;
  /** Category: codes and cumulative shares (last = 1). */
  readonly codes: Float64Array | undefined;
  readonly cumulative: Float64Array | undefined;
  /** Number: its distribution. */
  readonly distribution: Distribution | undefined;
}

export interface Network {
  /** Key of each element's draws: its id, or that of its twin in the design it is compared with. */
  readonly keyOf: (id: string) => string;
  readonly clock: ClockSettings;

  readonly nodeIds: readonly string[];
  readonly nodeNames: readonly string[];
  /** Index of the node's behavior in the registry. */
  readonly nodeBehavior: Uint8Array;
  readonly nodeScope: Int32Array;
  /** Outgoing flows of node n: outFlows[outStart[n] .. outStart[n + 1]), in document order. */
  readonly outStart: Int32Array;
  readonly outFlows: Int32Array;
  /** The same flows in the order in which shares divide up a draw: by key, so that their order in the file means nothing. */
  readonly drawnFlows: Int32Array;
  /** Incoming flows likewise. */
  readonly inStart: Int32Array;
  readonly inFlows: Int32Array;
  /** Default flow of a node, −1 = none. */
  readonly defaultFlow: Int32Array;

  readonly flowIds: readonly string[];
  readonly flowSource: Int32Array;
  readonly flowTarget: Int32Array;
  /** Slot of the flow among the join marks of its scope; −1 when its target does not wait. */
  readonly flowMark: Int32Array;
  /** Share of the flow; NaN = not given. */
  readonly flowProbability: Float64Array;
  /** 1 = the node chooses by conditions, 0 = by shares. */
  readonly nodeByCondition: Uint8Array;
  /** 1 = an activity with conditional outgoing flows. */
  readonly nodeConditional: Uint8Array;
  readonly flowCondition: readonly (BoundExpression | undefined)[];

  readonly scopes: readonly ScopeDefinition[];
  /** Join marks a scope instance needs at most. */
  readonly markCount: number;
  /** Sub-process nodes: the scope inside; −1 otherwise. */
  readonly nodeInnerScope: Int32Array;
  /** Nodes whose occurrences are reported. */
  readonly eventNodes: Int32Array;
  /** Slots of segment milestone times in a case. */
  readonly segmentCount: number;
  /** Looped activities: the node that stands for one run of them; −1 otherwise. */
  readonly nodeBody: Int32Array;
  /** Nodes before this are the document's; the others stand for single runs of looped activities. */
  readonly drawnNodes: number;
  /** How looped activities repeat, by node. */
  readonly loops: readonly (Loop | undefined)[];
  /** Definition of scopes that only hold tokens for somebody outside: runs of looped activities, compensation. */
  readonly looseScope: number;
  /** Nodes where visits are counted per case: slot, −1 = none. */
  readonly nodeVisit: Int32Array;
  readonly visitCount: number;
  /** Steps of a case whose people are remembered, and how many people at most. */
  readonly memory: { readonly steps: number; readonly people: number };
  readonly inclusiveJoins: readonly InclusiveJoin[];
  /** Index into `inclusiveJoins`, −1 otherwise. */
  readonly nodeInclusiveJoin: Int32Array;

  /** Activities (tasks and sub-processes), the rows of the statistics. */
  readonly activities: readonly Activity[];
  readonly nodeActivity: Int32Array;
  /** Catching events, timers and receive tasks: how they wait. */
  readonly waits: readonly Wait[];
  readonly nodeWait: Int32Array;
  /** Boundary events by host node; shared empty array when none. */
  readonly boundaries: readonly (readonly Catcher[])[];
  /** Nodes entered instead of passing on (link throw → link catch); −1 otherwise. */
  readonly nodeLink: Int32Array;
  /** What throwing events throw beside messages, in the order of the document. */
  readonly throws: readonly (readonly Throw[])[];
  /** Start events that a signal begins cases at, by signal. */
  readonly signalStarts: readonly (readonly number[])[];
  /** New values of attributes when a node is done. */
  readonly assigns: readonly (readonly Assignment[])[];
  /** What is done again backwards when an activity is compensated; undefined = nothing is remembered of it. */
  readonly compensations: readonly (Compensation | undefined)[];
  /** 1 = an event sub-process; a transaction. */
  readonly nodeIsHandler: Uint8Array;
  readonly nodeIsTransaction: Uint8Array;
  /** Sub-processes in which activities are done in any order. */
  readonly adHoc: readonly (AdHoc | undefined)[];
  readonly complexGateways: readonly (ComplexGateway | undefined)[];
  /** Gateways and receive tasks that begin cases: where the case goes on when event `node` of theirs has occurred. */
  readonly nodeInstantiates: Uint8Array;

  readonly messageFlowIds: readonly string[];
  /** Per throwing node: slots of the latencies that start when it asks a black-box pool. */
  readonly asks: readonly (readonly number[])[];
  /** Per throwing node: where its messages go. */
  readonly sends: readonly (readonly MessageTarget[])[];
  /** Per catching node: message flow numbers that lead to it. */
  readonly receives: readonly (readonly number[])[];

  readonly streams: readonly Stream[];
  readonly initial: readonly InitialWork[];
  readonly attributes: readonly BoundAttribute[];
  /** Values a case carries: its attributes, then what the engine counts for formulas. */
  readonly attributeSlots: number;
  /** Start values of the slots behind the attributes. */
  readonly counterSlots: CounterSlots;
  /** Whether anything waits for a condition on attributes. */
  readonly hasConditions: boolean;
  /** Texts by code, as category attributes and text literals hold them. */
  readonly texts: readonly string[];

  readonly pools: readonly Pool[];
  readonly groups: readonly Group[];
  readonly businessTimeline: Timeline | undefined;

  readonly slas: readonly BoundSla[];
  /** Milestones passed when a node is entered or left; undefined for most nodes. */
  readonly milestonesEntered: readonly (readonly MilestoneHook[] | undefined)[];
  readonly milestonesLeft: readonly (readonly MilestoneHook[] | undefined)[];

  readonly kpiPaths: readonly KpiPath[];
}

export interface ScopeDefinition {
  readonly id: string;
  /** Node of the sub-process, −1 for a process. */
  readonly node: number;
  readonly isProcess: boolean;
  /** Nodes that get a token when an instance starts without a particular start event. */
  readonly startNodes: Int32Array;
  /** Flows into joins of this scope: where marks can lie. */
  readonly joinFlows: Int32Array;
  /** Indices into `inclusiveJoins`. */
  readonly inclusiveJoins: Int32Array;
  /** Event sub-processes, armed while an instance runs. */
  readonly handlers: readonly Catcher[];
  /** Start nodes when a call activity runs the process. */
  readonly calledNodes: Int32Array;
  /** Complex gateways in it. */
  readonly complexGateways: readonly number[];
}

export interface InclusiveJoin {
  readonly node: number;
  /** Per incoming flow (in document order): 1 for each node from which it can be reached without passing the join. */
  readonly reach: readonly Uint8Array[];
}

export interface Activity {
  readonly node: number;
  readonly id: string;
  readonly name: string;
  /** Working time; undefined = none. */
  readonly work: Distribution | undefined;
  readonly workWhen: readonly { readonly when: BoundExpression; readonly distribution: Distribution }[];
  /** Alternatives in order of preference; each lists pools and units needed together. */
  readonly needs: readonly (readonly { readonly pool: number; readonly units: number }[])[];
  readonly priority: number;
  readonly priorityWhen: readonly { readonly when: BoundExpression; readonly priority: number }[];
  readonly shiftEnd: 'pause' | 'overtime' | 'fit';
  readonly fixedCost: number;
  /** Undefined = who does it needs no thought. */
  readonly team: TeamRules | undefined;
  /** Undefined = everybody waits for ever. */
  readonly impatience: Impatience | undefined;
  /** Undefined = each case is worked on for itself. */
  readonly batch: Batch | undefined;
}

/** How cases go away without having been served. */
export interface Impatience {
  /** How long they wait; undefined = for ever. */
  readonly patience: Distribution | undefined;
  /** How many may wait at most. */
  readonly room: number;
  /** Boundary event they leave by; −1 = the case fails. */
  readonly exit: number;
}

/** Who does an activity, where that hangs on persons, and what it takes them. */
export interface TeamRules {
  readonly fastest: boolean;
  /** Slot of the case's memory where the people are kept who did this; −1 = need not be known. */
  readonly memory: number;
  /** Slot of those who must do this again, −1 = nobody; whether the work waits for them. */
  readonly same: number;
  readonly waits: boolean;
  /** Slots of those who must not do it. */
  readonly others: readonly number[];
  readonly setup: Distribution | undefined;
  /** Other working times by group of people. */
  readonly workBy: ReadonlyMap<number, Distribution>;
  readonly workAt: readonly { readonly timeline: Timeline; readonly factor: number }[];
}

/** One start event with arrivals. */
export interface Stream {
  /** Start event; −1 = the process starts at all its start nodes. */
  readonly node: number;
  readonly scope: number;
  readonly id: string;
  readonly interval: Distribution | undefined;
  readonly count: number;
  readonly timeline: Timeline | undefined;
  readonly outside: 'clock-stops' | 'move-to-opening' | 'drop';
  readonly profile: RateProfile | undefined;
  readonly firstAtStart: boolean;
  /** Recorded arrivals in ms, ascending; undefined = drawn. */
  readonly replay: Float64Array | undefined;
}

/** Cases that wait at an activity from the start. */
export interface InitialWork {
  readonly node: number;
  readonly scope: number;
  readonly count: number;
}

export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly discipline: QueueDiscipline;
  /** Whether waiting work interrupts work under way that ranks lower. */
  readonly preempts: boolean;
  readonly costPerHour: number;
  readonly costPerUse: number;
  readonly overtimeFactor: number;
  /** Indices of its groups. */
  readonly groups: readonly number[];
  /** Its groups and those of other pools that do its work as well. */
  readonly members: readonly number[];
  /** Whether its people differ in speed, cost or name. */
  readonly individual: boolean;
}

/** Units of a pool on one shift. */
export interface Group {
  readonly pool: number;
  /** Infinity = unlimited. */
  readonly capacity: number;
  /** When they are there for this process, absences left aside. */
  readonly timeline: Timeline | undefined;
  /** Name of the row; undefined = not told apart. */
  readonly name: string | undefined;
  /** Other pools whose work they do as well. */
  readonly roles: readonly number[];
  readonly speed: number;
  readonly costPerHour: number;
  readonly absence: { readonly every: Distribution; readonly lasts: Distribution; readonly id: string } | undefined;
}

export interface BoundSla {
  readonly id: string;
  readonly name: string;
  readonly scope: 'case' | 'activity' | 'segment';
  /** Activity number; −1 otherwise. */
  readonly activity: number;
  readonly limit: number;
  readonly target: number;
  readonly timeline: Timeline | undefined;
  readonly when: BoundExpression | undefined;
  /** Slot of a segment's milestone times in a case; −1 otherwise. */
  readonly segment: number;
}

export interface MilestoneHook {
  readonly sla: number;
  readonly segment: number;
  readonly end: boolean;
}
