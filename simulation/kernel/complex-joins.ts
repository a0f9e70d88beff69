/**
 * Complex gateways with several incoming flows (BPMN 2.0.2 §13.4.5): they start when their condition on the number of tokens holds,
 * take in late tokens without consequence, and start anew when none can come any more.
 */
import { resumeNode } from './behavior-table.ts';
import { caseLayout, cases } from './cases.ts';
import { marksOn, placeMark, removeMark, tokenAt } from './joins.ts';
import { network } from './loaded.ts';
import { completeScope } from './moves.ts';
import { canStillCome, noteInclusiveChange } from './inclusive-joins.ts';
import type { ComplexGateway, InclusiveJoin } from './network.ts';
import { scopeLayout, scopes } from './scopes.ts';
import { tokens } from './tokens.ts';

/** A token reaches the gateway and waits, or sets it off. */
export function arriveAtComplexGateway(t: number, n: number, flow: number): void {
  const s = tokens.scope[t]!;
  scopes.inclusive[s]! += 1;
  placeMark(t, flow);
  noteInclusiveChange(s);
  startIfActive(s, n);
}

/** Takes in late tokens when all that can come have come; true when something changed. */
export function settleComplexGateway(s: number, join: InclusiveJoin, gateway: ComplexGateway): boolean {
  if (phase(s, gateway.lateMark) === 0) return false;
  const flows = incoming(join.node);
  const late = flows.filter((_, i) => phase(s, gateway.usedMark[i]!) === 0);
  const isMarked = (flow: number): boolean => !late.includes(flow) || marksOn(s, flow) > 0;
  if (canStillCome(s, join, isMarked)) return false;
  noteInclusiveChange(s);
  for (const flow of late) if (marksOn(s, flow) > 0) take(s, flow);
  clearPhase(s, gateway);
  scopes.inclusive[s]! -= 1;
  if (scopes.live[s] === 0) completeScope(s);
  else startIfActive(s, join.node);
  return true;
}

/** The scope instance ends: its slots of marks are left empty. */
export function closeComplexGateways(s: number): void {
  for (const n of network.scopes[scopes.definition[s]!]!.complexGateways) clearPhase(s, network.complexGateways[n]!);
}

function startIfActive(s: number, n: number): void {
  const gateway = network.complexGateways[n]!;
  if (phase(s, gateway.lateMark) === 1) return;
  const flows = incoming(n);
  const c = scopes.case[s]!;
  const base = c * caseLayout.attributes;
  const { activationCount } = network.counterSlots;
  const count = flows.reduce((sum, flow) => sum + marksOn(s, flow), 0);
  if (activationCount >= 0) cases.attributes[base + activationCount] = count;
  if (count === 0 || gateway.activation(cases.attributes, base) !== 1) return;
  // The new token comes first, so the scope never looks empty.
  const t = tokenAt(s, n);
  flows.forEach((flow, i) => {
    if (marksOn(s, flow) === 0) return;
    setPhase(s, gateway.usedMark[i]!, 1);
    take(s, flow);
  });
  setPhase(s, gateway.lateMark, 1);
  scopes.inclusive[s]! += 1;
  noteInclusiveChange(s);
  resumeNode(network.nodeBehavior[n]!, t, n);
}

function take(s: number, flow: number): void {
  removeMark(s, flow);
  scopes.inclusive[s]! -= 1;
}

const incoming = (n: number): number[] => [...network.inFlows.subarray(network.inStart[n], network.inStart[n + 1])];

const phase = (s: number, slot: number): number => scopes.marks[s * scopeLayout.marks + slot]!;

function setPhase(s: number, slot: number, value: number): void {
  scopes.marks[s * scopeLayout.marks + slot] = value;
}

function clearPhase(s: number, { usedMark, lateMark }: ComplexGateway): void {
  setPhase(s, lateMark, 0);
  for (const slot of usedMark) setPhase(s, slot, 0);
}
