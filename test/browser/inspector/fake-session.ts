/** A session with a small complaint process in memory: what the inspector edits, one undo step at a time. */
import type { ElementParameters, Issue, ProcessModel, Scenario } from '#simulation';
import type { RunState, Session } from '../../../src/app/session.ts';
import type { DesignEditor } from '../../../src/editor/design-editor.ts';

const node = (
  id: string,
  name: string,
  type: string,
  incoming: readonly string[],
  outgoing: readonly string[],
  more: Partial<ProcessModel['nodes'][number]> = {},
): ProcessModel['nodes'][number] => ({ id, name, type, scope: 'Process_1', incoming, outgoing, ...more });

const flow = (id: string, source: string, target: string, name?: string): ProcessModel['flows'][number] => ({
  id,
  scope: 'Process_1',
  source,
  target,
  ...(name ? { name } : {}),
});

export const model: ProcessModel = {
  id: 'Definitions_1',
  processes: [
    {
      id: 'Process_1',
      name: 'Complaint handling',
      lanes: [{ id: 'Lane_1', name: 'Quality', nodes: ['Decide', 'Repair'] }],
    },
  ],
  participants: [
    { id: 'Company', name: 'Company', process: 'Process_1' },
    { id: 'Customer', name: 'Customer' },
  ],
  messageFlows: [{ id: 'Confirmation', name: 'Confirmation', source: 'Customer', target: 'Confirmed' }],
  nodes: [
    node('Received', 'Complaint received', 'bpmn:StartEvent', [], ['f1']),
    node('Decide', 'Decide responsibility', 'bpmn:UserTask', ['f1'], ['f2']),
    node('Ours', 'Our fault?', 'bpmn:ExclusiveGateway', ['f2'], ['f3', 'f4', 'f5'], { default: 'f5' }),
    node('Repair', 'Repair', 'bpmn:UserTask', ['f3'], ['f6']),
    node('Confirmed', 'Customer confirms', 'bpmn:IntermediateCatchEvent', ['f6'], ['f7'], {
      eventDefinitions: [{ type: 'bpmn:MessageEventDefinition' }],
    }),
    node('Refund', 'Refund', 'bpmn:UserTask', ['f4'], ['f8']),
    node('CoolOff', 'Wait two days', 'bpmn:IntermediateCatchEvent', ['f8'], ['f9'], {
      eventDefinitions: [{ type: 'bpmn:TimerEventDefinition', timer: { kind: 'duration', text: 'PT48H' } }],
    }),
    node('Weird', 'Agree on it', 'bpmn:ChoreographyTask', ['f5'], ['f10']),
    node('Done', 'Closed', 'bpmn:EndEvent', ['f7', 'f9', 'f10'], []),
  ],
  flows: [
    flow('f1', 'Received', 'Decide'),
    flow('f2', 'Decide', 'Ours'),
    flow('f3', 'Ours', 'Repair', 'repair'),
    flow('f4', 'Ours', 'Refund', 'refund'),
    flow('f5', 'Ours', 'Weird', 'rejected'),
    flow('f6', 'Repair', 'Confirmed'),
    flow('f7', 'Confirmed', 'Done'),
    flow('f8', 'Refund', 'CoolOff'),
    flow('f9', 'CoolOff', 'Done'),
    flow('f10', 'Weird', 'Done'),
  ],
  resources: [],
};

export const asIs: Scenario = {
  id: 'AsIs',
  name: 'As-is',
  description: 'Measured in March, before the quality database was linked.',
  run: {
    start: '2026-01-05T00:00:00',
    timeZone: 'Asia/Shanghai',
    horizon: { value: 4, unit: 'week' },
    replications: 30,
    businessCalendar: 'Office',
  },
  pools: [
    { id: 'Agents', name: 'Service agent', staffing: [{ capacity: 4, calendar: 'Office' }], costPerHour: 60 },
    {
      id: 'Engineers',
      name: 'Quality engineer',
      staffing: [{ capacity: 2, calendar: 'Office' }],
      costPerHour: 110,
      provenance: { staffing: 'measured' },
    },
  ],
  calendars: [
    {
      id: 'Office',
      name: 'Office hours',
      rules: [
        { days: [1, 2, 3, 4, 5], from: 540, to: 720 },
        { days: [1, 2, 3, 4, 5], from: 780, to: 1080 },
      ],
      holidays: [{ date: '2026-02-16', until: '2026-02-22', name: 'Spring Festival' }],
    },
  ],
  slas: [
    {
      id: 'Ordinary',
      name: 'Ordinary complaint',
      on: { type: 'case' },
      limit: { value: 5, unit: 'workday' },
      clock: 'business',
      target: 0.95,
    },
    {
      id: 'Cause',
      name: 'Cause found',
      on: { type: 'activity', element: 'Decide' },
      limit: { value: 24, unit: 'h' },
      clock: 'calendar',
      target: 0.9,
    },
  ],
  attributes: [
    {
      name: 'grade',
      type: 'category',
      values: [
        { value: 'ordinary', share: 0.85 },
        { value: 'urgent', share: 0.15 },
      ],
    },
  ],
  elements: {
    Received: {
      arrivals: { interval: { type: 'exponential', params: { mean: 45 }, unit: 'min' }, calendar: 'Office' },
      provenance: { arrivals: 'measured' },
    },
    Decide: {
      work: { type: 'lognormal', params: { mean: 6, sd: 4 }, unit: 'h' },
      resources: [[{ pool: 'Engineers', units: 1 }], [{ pool: 'Agents', units: 2 }]],
      provenance: { work: 'guess' },
    },
    f3: { probability: 0.5, provenance: { probability: 'expert' } },
    f4: { probability: 0.3, provenance: { probability: 'expert' } },
    f5: { probability: 0.2, provenance: { probability: 'expert' } },
    Repair: {
      work: { type: 'triangular', params: { min: 20, mode: 40, max: 90 }, unit: 'min' },
      resources: [[{ pool: 'Engineers', units: 1 }]],
      provenance: { work: 'expert' },
    },
    Refund: { resources: [[{ pool: 'Agents', units: 1 }]] },
  },
};

/** The to-be scenario states only that deciding takes half as long. */
export const toBe: Scenario = {
  id: 'ToBe',
  name: 'To-be',
  inherits: 'AsIs',
  elements: {
    Decide: { work: { type: 'lognormal', params: { mean: 3, sd: 2 }, unit: 'h' }, provenance: { work: 'expert' } },
  },
};

/** One undo step, as the editor's stack would hold it. */
export interface Step {
  readonly label: string;
  readonly before: readonly Scenario[];
}

export class FakeSession implements Session {
  readonly studyName = 'Complaints';
  readonly designs = [{ id: 'Design_1', name: 'As-is' }];
  readonly activeDesign = 'Design_1';
  readonly model = model;
  readonly run: RunState = { status: 'idle' };
  issues: readonly Issue[] = [];
  scenarios: readonly Scenario[] = [asIs, toBe];
  activeScenario = 'AsIs';
  readonly steps: Step[] = [];
  readonly renamed: { readonly id: string; readonly name: string }[] = [];
  private selection: string | undefined;
  private readonly listeners = new Set<() => void>();

  readonly editor: DesignEditor = this.makeEditor();

  get written(): Scenario {
    return this.scenarios.find(({ id }) => id === this.activeScenario) ?? asIs;
  }

  get scenario(): Scenario {
    const parent = this.scenarios.find(({ id }) => id === this.written.inherits);
    return parent ? inherit(parent, this.written) : this.written;
  }

  editScenario(label: string, change: (scenario: Scenario) => Scenario): void {
    this.steps.push({ label, before: this.scenarios });
    this.scenarios = this.scenarios.map((s) => (s.id === this.activeScenario ? change(s) : s));
    this.changed();
  }

  undo(): void {
    const step = this.steps.pop();
    if (step) this.scenarios = step.before;
    this.changed();
  }

  select(id: string | undefined): void {
    this.selection = id;
    this.changed();
  }

  selectScenario(id: string): void {
    this.activeScenario = id;
    this.changed();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  selectDesign(): Promise<void> {
    return Promise.resolve();
  }
  startRun(): void {}
  cancelRun(): void {}
  showHeatMap(): void {}
  reveal(): void {}
  announce(): void {}

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  private makeEditor(): DesignEditor {
    const selected = (): string | undefined => this.selection;
    const scenarios = (): readonly Scenario[] => this.scenarios;
    return {
      model,
      modelIssues: [],
      get scenarios() {
        return scenarios();
      },
      get selected() {
        return selected();
      },
      select: (id: string | undefined) => this.select(id),
      rename: (id: string, name: string) => void this.renamed.push({ id, name }),
      edit: () => undefined,
      open: () => Promise.resolve([]),
      follow: () => Promise.resolve(),
      readOnly: false,
      toXml: () => Promise.resolve(''),
      toSvg: () => Promise.resolve(''),
      picture: () => Promise.resolve({ svg: '', view: { x: 0, y: 0, width: 0, height: 0 }, shapes: {}, lines: {} }),
      undo: () => this.undo(),
      redo: () => undefined,
      canUndo: true,
      canRedo: false,
      undoLabel: undefined,
      redoLabel: undefined,
      fit: () => undefined,
      zoom: () => undefined,
      openSearch: () => undefined,
      toggleMinimap: () => undefined,
      minimapOpen: false,
      focus: () => undefined,
      describe: () => '',
      setLocale: () => undefined,
      showIssues: () => undefined,
      showHeatMap: () => undefined,
      on: () => () => undefined,
      placeAt: () => undefined,
      destroy: () => undefined,
    };
  }
}

/** Inheritance as far as the tests need it: parameter by parameter, lists by id. */
function inherit(parent: Scenario, child: Scenario): Scenario {
  const elements: Record<string, ElementParameters> = { ...parent.elements };
  for (const [id, parameters] of Object.entries(child.elements ?? {}))
    elements[id] = { ...elements[id], ...parameters };
  const byId = <T extends { readonly id: string }>(a: readonly T[] = [], b: readonly T[] = []): readonly T[] => [
    ...a.map((old) => b.find(({ id }) => id === old.id) ?? old),
    ...b.filter((item) => !a.some(({ id }) => id === item.id)),
  ];
  return {
    ...parent,
    ...child,
    run: { ...parent.run, ...child.run },
    elements,
    pools: byId(parent.pools, child.pools),
    calendars: byId(parent.calendars, child.calendars),
    slas: byId(parent.slas, child.slas),
    attributes: parent.attributes ?? [],
  };
}
