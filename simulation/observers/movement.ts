/** Records the movements of a replication for replay; attached only when asked for. */
import { growColumn, growTable, type Column } from '../kernel/arrays.ts';
import { caseLayout, cases } from '../kernel/cases.ts';
import { clock } from '../kernel/clock.ts';
import { record, type Recorder } from '../kernel/hooks.ts';
import { network } from '../kernel/loaded.ts';
import { groups, units } from '../kernel/pools.ts';
import { scopeLayout } from '../kernel/scopes.ts';
import { graph } from '../kernel/graph.ts';
import { tokens, TokenState } from '../kernel/tokens.ts';
import { MOST_MOVEMENTS, Movement, type MovementTrace } from '../model/movement.ts';
import { bytes, doubles, integers } from '../math/memory.ts';

const START = 4096;

export let recordsMovement = false;
let limit = MOST_MOVEMENTS;
const counts = { rows: 0, tokens: 0, cases: 0, units: 0, judgements: 0 };
let complete = true;
let rows = rowTable();
let tokenTable = { case: integers(0) };
let caseTable = caseColumns();
let attributes = { values: doubles(0) };
let judgements = judgementTable();
let groupOn = bytes(0);
/** Tokens that have become marks at joins, by scope slot and mark; first in, first out. */
let marked = new Map<number, number[]>();
/** The token that is about to be freed because it became a mark. */
let becameMark = 0;

function rowTable() {
  return {
    time: doubles(START),
    kind: bytes(START),
    subject: integers(START),
    value: integers(START),
    holder: integers(START),
  };
}
function caseColumns() {
  return {
    key: integers(START),
    arrival: doubles(START),
    ended: doubles(START),
    failed: bytes(START),
  };
}
function judgementTable() {
  return {
    sla: integers(START),
    case: integers(START),
    due: doubles(START),
    at: doubles(START),
    met: bytes(START),
  };
}

/** Starts a replication; to be called when the kernel has been set up for it. `most` rows are kept. */
export function resetMovement(on: boolean, most = MOST_MOVEMENTS): void {
  recordsMovement = on;
  record(on ? recorder : undefined);
  if (!on) return;
  limit = most;
  complete = true;
  Object.assign(counts, { rows: 0, tokens: 0, cases: 0, units: 0, judgements: 0 });
  rows = rowTable();
  tokenTable = { case: integers(START) };
  caseTable = caseColumns();
  attributes = { values: doubles(START * caseLayout.attributes) };
  judgements = judgementTable();
  marked = new Map();
  becameMark = 0;
  groupOn = groups.on.slice(0, network.groups.length);
}

export function movementCaseStarted(c: number): void {
  const number = cases.number[c]!;
  if (!log(Movement.caseStarted, number, 0, 0)) return;
  if (number >= caseTable.key.length) growTable(caseTable);
  caseTable.key[number] = cases.key[c]!;
  caseTable.arrival[number] = cases.arrival[c]!;
  caseTable.ended[number] = NaN;
  const width = caseLayout.attributes;
  growColumn(attributes, 'values', caseTable.key.length * width);
  for (let a = 0; a < width; a++) attributes.values[number * width + a] = cases.attributes[c * width + a]!;
  counts.cases = number + 1;
}

export function movementCaseEnded(c: number, outcome: number): void {
  const number = cases.number[c]!;
  if (!log(Movement.caseEnded, number, outcome, 0)) return;
  caseTable.ended[number] = clock.now;
  caseTable.failed[number] = outcome;
}

/** A promise was judged: due at `due`, kept at `to` (Infinity = never). */
export function promiseJudged(sla: number, c: number, due: number, to: number): void {
  const number = cases.number[c]!;
  if (number >= counts.cases) return; // came after the recording was full
  if (counts.judgements === judgements.sla.length) growTable(judgements);
  const i = counts.judgements++;
  judgements.sla[i] = sla;
  judgements.case[i] = number;
  judgements.due[i] = due;
  judgements.at[i] = to <= due ? to : due;
  judgements.met[i] = to <= due ? 1 : 0;
}

const recorder: Recorder = {
  entered(t, n, flow) {
    const token = tokens.stamp[t]!;
    if (!log(Movement.entered, token, flow >= 0 && graph.flowTarget[flow] === n ? flow : -1 - n, 0)) return;
    growTo(tokenTable, token + 1);
    tokenTable.case[token] = cases.number[tokens.case[t]!]!;
    counts.tokens = Math.max(counts.tokens, token + 1);
  },
  stateSet(t, state) {
    // Whatever rests nowhere moves on, or is gone, in the same instant.
    if (state !== TokenState.none) log(Movement.state, tokens.stamp[t]!, state, 0);
  },
  gone(t) {
    const token = tokens.stamp[t]!;
    if (token === becameMark) becameMark = 0;
    else log(Movement.gone, token, 0, 0);
  },
  marked(t, s, flow) {
    const token = tokens.stamp[t]!;
    becameMark = token;
    log(Movement.state, token, TokenState.synchronising, 0);
    const place = placeOf(s, flow);
    const waiting = marked.get(place);
    if (waiting) waiting.push(token);
    else marked.set(place, [token]);
  },
  unmarked(s, flow) {
    const token = marked.get(placeOf(s, flow))?.shift();
    if (token !== undefined) log(Movement.gone, token, 0, 0);
  },
  unitSet(unit, mode) {
    counts.units = Math.max(counts.units, unit + 1);
    const t = mode === 0 ? -1 : units.token[unit]!;
    log(Movement.unit, unit, mode, t === -1 ? 0 : tokens.stamp[t]!);
  },
  shifted(g) {
    log(Movement.shift, g, groups.on[g]!, 0);
  },
};

/** What was recorded, as copies; open promises must have been judged. */
export function movementTrace(): MovementTrace {
  const { rows: n } = counts;
  return {
    time: rows.time.slice(0, n),
    kind: rows.kind.slice(0, n),
    subject: rows.subject.slice(0, n),
    value: rows.value.slice(0, n),
    holder: rows.holder.slice(0, n),
    tokenCase: tokenTable.case.slice(0, counts.tokens),
    cases: {
      key: caseTable.key.slice(0, counts.cases),
      arrival: caseTable.arrival.slice(0, counts.cases),
      ended: caseTable.ended.slice(0, counts.cases),
      failed: caseTable.failed.slice(0, counts.cases),
      attributes: attributes.values.slice(0, counts.cases * caseLayout.attributes),
    },
    attributeCount: caseLayout.attributes,
    units: {
      pool: units.pool.slice(0, counts.units),
      group: units.group.slice(0, counts.units),
      number: units.number.slice(0, counts.units),
    },
    groupOn,
    judgements: {
      sla: judgements.sla.slice(0, counts.judgements),
      case: judgements.case.slice(0, counts.judgements),
      due: judgements.due.slice(0, counts.judgements),
      at: judgements.at.slice(0, counts.judgements),
      met: judgements.met.slice(0, counts.judgements),
    },
    end: complete ? clock.now : (rows.time[n - 1] ?? 0),
    complete,
  };
}

/** False when the log is full. */
function log(kind: number, subject: number, value: number, holder: number): boolean {
  const i = counts.rows;
  if (i >= limit) {
    complete = false;
    return false;
  }
  if (i === rows.time.length) growTable(rows);
  rows.time[i] = clock.now;
  rows.kind[i] = kind;
  rows.subject[i] = subject;
  rows.value[i] = value;
  rows.holder[i] = holder;
  counts.rows = i + 1;
  return true;
}

const placeOf = (s: number, flow: number): number => s * scopeLayout.marks + graph.flowMark[flow]!;

function growTo(table: Record<string, Column>, length: number): void {
  while (table.case!.length < length) growTable(table);
}
