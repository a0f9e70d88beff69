/** Which figures of the model nobody has stated yet, or only guessed: what to ask for before anyone trusts a result. */
import { parametersFor, type ProcessModel, type Scenario } from '#simulation';

export interface OpenFigure {
  /** Element to select. */
  readonly id: string;
  readonly figure: 'work' | 'arrivals' | 'shares' | 'delay' | 'latency' | 'people';
  readonly state: 'missing' | 'guess';
}

/** Open figures in document order, missing ones first. `scenario` is resolved; gaps it fills are marked as guesses there. */
export function openFigures(model: ProcessModel, scenario: Scenario): readonly OpenFigure[] {
  const found = [...ofNodes(model, scenario), ...ofMessageFlows(model, scenario)];
  return [...found.filter((f) => f.state === 'missing'), ...found.filter((f) => f.state === 'guess')];
}

function ofNodes(model: ProcessModel, scenario: Scenario): readonly OpenFigure[] {
  return model.nodes.flatMap((node): OpenFigure[] => {
    const parameters = scenario.elements?.[node.id] ?? {};
    const known = parametersFor(node);
    const found: OpenFigure[] = [];
    const note = (figure: OpenFigure['figure'], state: OpenFigure['state'] | undefined): void => {
      if (state) found.push({ id: node.id, figure, state });
    };
    if (known.includes('work')) note('work', stateOf(parameters.work, parameters.provenance?.work));
    if (known.includes('resources') && parameters.resources === undefined) note('people', 'missing');
    const isTopLevel = model.processes.some(({ id }) => id === node.scope);
    if (known.includes('arrivals') && isTopLevel && !isReceived(model, node.id))
      note('arrivals', stateOf(parameters.arrivals, parameters.provenance?.arrivals));
    if (known.includes('delay') && !hasOwnTime(model, node.id))
      note('delay', stateOf(parameters.delay, parameters.provenance?.delay));
    note('shares', stateOfShares(model, scenario, node.id));
    return found;
  });
}

function ofMessageFlows(model: ProcessModel, scenario: Scenario): readonly OpenFigure[] {
  return model.messageFlows.flatMap(({ id, source }): OpenFigure[] => {
    if (!model.participants.some((p) => p.id === source && p.process === undefined)) return [];
    const parameters = scenario.elements?.[id];
    const state = stateOf(parameters?.latency, parameters?.provenance?.latency);
    return state ? [{ id, figure: 'latency', state }] : [];
  });
}

const stateOf = (value: unknown, provenance: string | undefined): OpenFigure['state'] | undefined =>
  value === undefined ? 'missing' : provenance === 'guess' ? 'guess' : undefined;

/** Whether something in the model says when it happens: the file's timer, or a message from a partner. */
function hasOwnTime(model: ProcessModel, id: string): boolean {
  const node = model.nodes.find((n) => n.id === id);
  return (node?.eventDefinitions?.some((definition) => definition.timer) ?? false) || isReceived(model, id);
}

const isReceived = (model: ProcessModel, id: string): boolean => model.messageFlows.some(({ target }) => target === id);

/** Of an exclusive or inclusive gateway decided by shares; by conditions there is nothing to estimate here. */
function stateOfShares(model: ProcessModel, scenario: Scenario, id: string): OpenFigure['state'] | undefined {
  const node = model.nodes.find((n) => n.id === id);
  if (!node || node.outgoing.length < 2) return undefined;
  if (node.type !== 'bpmn:ExclusiveGateway' && node.type !== 'bpmn:InclusiveGateway') return undefined;
  const branches = node.outgoing.map((flow) => scenario.elements?.[flow] ?? {});
  if (branches.some(({ condition }) => condition !== undefined)) return undefined;
  if (branches.some(({ probability }) => probability !== undefined))
    return branches.some(({ provenance }) => provenance?.probability === 'guess') ? 'guess' : undefined;
  const inFile = model.flows.some((flow) => flow.condition !== undefined && node.outgoing.includes(flow.id));
  return inFile ? undefined : 'missing';
}
