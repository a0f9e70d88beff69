/** The flow of work in a document: every kind of detail a behavior may ask for. */
import { describe, expect, it } from 'vitest';
import { isRefusal, openDocument, readProcess } from '../../../src/bpmn/index.ts';

const XML = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" name="Model">
  <message id="M" name="Order" />
  <error id="E" name="Broken" errorCode="42" />
  <resource id="R" name="Clerks" />
  <collaboration id="C">
    <participant id="Pool" name="Office" processRef="P" />
    <participant id="Customer" name="Customer" />
    <messageFlow id="MF" sourceRef="Customer" targetRef="Start" />
    <messageFlow id="Lost" sourceRef="Customer" targetRef="nowhere" />
  </collaboration>
  <process id="P">
    <laneSet id="LS">
      <lane id="Outer" name="Outer"><flowNodeRef>Sub</flowNodeRef><flowNodeRef>T</flowNodeRef>
        <childLaneSet id="CLS"><lane id="Inner" name="Inner"><flowNodeRef>T</flowNodeRef></lane></childLaneSet>
      </lane>
    </laneSet>
    <startEvent id="Start"><messageEventDefinition id="MED" messageRef="M" /></startEvent>
    <sequenceFlow id="F1" sourceRef="Start" targetRef="Sub" />
    <subProcess id="Sub" name="Handle">
      <startEvent id="S2" />
      <sequenceFlow id="F2" sourceRef="S2" targetRef="T2" />
      <userTask id="T2"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask>
      <subProcess id="ESP" triggeredByEvent="true"><startEvent id="S3" isInterrupting="false"><timerEventDefinition id="TED"><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></startEvent></subProcess>
    </subProcess>
    <boundaryEvent id="B" attachedToRef="Sub" cancelActivity="false"><errorEventDefinition id="EED" errorRef="E" /></boundaryEvent>
    <sequenceFlow id="F3" sourceRef="Sub" targetRef="G" />
    <exclusiveGateway id="G" default="F5" />
    <sequenceFlow id="F4" sourceRef="G" targetRef="T"><conditionExpression>\${amount &gt; 100}</conditionExpression></sequenceFlow>
    <sequenceFlow id="F5" sourceRef="G" targetRef="Call" />
    <task id="T"><standardLoopCharacteristics testBefore="true" loopMaximum="5"><loopCondition>again</loopCondition></standardLoopCharacteristics></task>
    <callActivity id="Call" calledElement="Other" />
    <intermediateThrowEvent id="L"><linkEventDefinition id="LED" name="on" /></intermediateThrowEvent>
    <eventBasedGateway id="EG" instantiate="true" eventGatewayType="Parallel" />
    <dataObjectReference id="Data" />
    <boundaryEvent id="Loose" />
  </process>
</definitions>`;

async function read() {
  const document = await openDocument(XML);
  if (isRefusal(document)) throw new Error('refused');
  const { model, issues } = readProcess(document.definitions);
  return { model, issues, node: (id: string) => model.nodes.find((node) => node.id === id) };
}

describe('reading a process', () => {
  it('reads pools, black boxes, message flows and resources', async () => {
    const { model, issues } = await read();
    expect(model).toMatchObject({ id: 'D', name: 'Model' });
    expect(model.participants).toEqual([
      { id: 'Pool', name: 'Office', process: 'P' },
      { id: 'Customer', name: 'Customer' },
    ]);
    expect(model.messageFlows).toEqual([{ id: 'MF', source: 'Customer', target: 'Start' }]);
    expect(model.resources).toEqual([{ id: 'R', name: 'Clerks' }]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'flow-without-end', elementId: 'Lost' }));
  });

  it('puts a node into its innermost lane', async () => {
    const { model } = await read();
    expect(model.processes[0]?.lanes).toEqual([
      { id: 'Outer', name: 'Outer', nodes: ['Sub'] },
      { id: 'Inner', name: 'Inner', nodes: ['T'] },
    ]);
  });

  it('lists nodes flat, in document order, with their scopes and flows', async () => {
    const { model, node } = await read();
    expect(model.nodes.map(({ id, scope }) => `${scope}/${id}`)).toEqual([
      'P/Start',
      'P/Sub',
      'Sub/S2',
      'Sub/T2',
      'Sub/ESP',
      'ESP/S3',
      'P/B',
      'P/G',
      'P/T',
      'P/Call',
      'P/L',
      'P/EG',
      'P/Loose',
    ]);
    expect(node('G')).toMatchObject({ incoming: ['F3'], outgoing: ['F4', 'F5'], default: 'F5' });
    expect(model.flows.find((flow) => flow.id === 'F4')?.condition).toMatchObject({
      text: '${amount > 100}',
      tree: { type: 'binary', operator: '>' },
    });
  });

  it('reads events', async () => {
    const { node, issues } = await read();
    expect(node('Start')?.eventDefinitions).toEqual([
      { type: 'bpmn:MessageEventDefinition', ref: 'M', refName: 'Order' },
    ]);
    expect(node('B')).toMatchObject({
      attachedTo: 'Sub',
      interrupting: false,
      eventDefinitions: [{ type: 'bpmn:ErrorEventDefinition', ref: 'E', refName: 'Broken', refCode: '42' }],
    });
    expect(node('S3')).toMatchObject({
      interrupting: false,
      eventDefinitions: [{ timer: { kind: 'cycle', text: 'R3/PT1H' } }],
    });
    expect(node('L')?.eventDefinitions).toEqual([{ type: 'bpmn:LinkEventDefinition', linkName: 'on' }]);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'boundary-event-without-host', elementId: 'Loose' }));
  });

  it('reads loops, calls and gateways that start cases', async () => {
    const { node } = await read();
    expect(node('T2')?.loop).toMatchObject({ type: 'multi-instance', sequential: true, cardinality: { text: '3' } });
    expect(node('T')?.loop).toMatchObject({
      type: 'standard',
      testBefore: true,
      maximum: 5,
      condition: { text: 'again' },
    });
    expect(node('Call')?.calledElement).toBe('Other');
    expect(node('ESP')?.triggeredByEvent).toBe(true);
    expect(node('EG')).toMatchObject({ instantiate: true, eventGatewayType: 'Parallel' });
  });
});
