/** Event-based gateway: arms everything that follows at the same instant; the first to occur wins, of a parallel one all (rule 8). */
import { defineBehavior, neverResumed } from './behavior.ts';
import { network } from '../kernel/loaded.ts';
import { PARALLEL } from '../kernel/instantiation.ts';
import { enterAt, pass } from '../kernel/moves.ts';
import { createToken, tokens } from '../kernel/tokens.ts';

export const eventBasedGateway = defineBehavior({
  name: 'event-based-gateway',
  handles: (node) => node.type === 'bpmn:EventBasedGateway' && !(node.instantiate && node.incoming.length === 0),
  roles: ['instant'],
  parameters: [],
  enter(t, n) {
    const { outStart, outFlows, flowTarget } = network;
    pass(t, n);
    const race = tokens.stamp[t]!;
    const s = tokens.scope[t]!;
    const first = outStart[n]!;
    const racers: number[] = [t];
    for (let i = first + 1; i < outStart[n + 1]!; i++) racers.push(createToken(s));
    const awaitsAll = network.nodeInstantiates[n] === PARALLEL;
    for (const racer of racers) tokens.race[racer] = awaitsAll ? -1 : race;
    for (const [i, racer] of racers.entries()) {
      // An event that had occurred already has decided the race and taken the others out.
      if (!awaitsAll && tokens.race[racer] !== race) break;
      const flow = outFlows[first + i]!;
      enterAt(racer, flowTarget[flow]!, flow);
    }
  },
  resume: neverResumed,
});
