/** Sixty payloads in every text a file can carry. */
import { PAYLOADS } from './payloads.ts';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** The payload of a place; neighbours get others. */
const payload = (i: number): string => escaped(PAYLOADS[i % PAYLOADS.length] ?? '');

/** A process that can run, with payloads wherever BPMN, its diagrams or BPSim hold text. */
export function hostileDocument(): string {
  const tasks = PAYLOADS.map((_, i) => `T${i}`);
  const flows = ['S', ...tasks, 'E'].slice(1).map((to, i) => ({ id: `F${i}`, from: ['S', ...tasks][i] ?? '', to }));
  const steps = tasks.map(
    (id, i) => `<task id="${id}" name="${payload(i)}" acme:note="${payload(i + 1)}">
      <documentation textFormat="${payload(i + 2)}">${payload(i + 3)}</documentation>
      <extensionElements><acme:data value="${payload(i + 4)}">${payload(i + 5)}</acme:data></extensionElements>
      <incoming>F${i}</incoming><outgoing>F${i + 1}</outgoing></task>`,
  );
  const notes = tasks.map(
    (id, i) => `<textAnnotation id="N${i}"><text>${payload(i + 6)}</text></textAnnotation>
      <association id="A${i}" sourceRef="${id}" targetRef="N${i}"/><dataObjectReference id="D${i}" name="${payload(i + 7)}"/>
      <group id="G${i}" categoryValueRef="V${i}"/>`,
  );
  const at = (i: number): string => `x="${200 + (i % 10) * 160}" y="${150 + Math.floor(i / 10) * 200}"`;
  const shape = (id: string, place: string, size: string, i: number): string => {
    const color = payload(i);
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" bioc:fill="${color}" bioc:stroke="${payload(i + 1)}" color:background-color="${payload(i + 2)}" color:border-color="${payload(i + 3)}"><dc:Bounds ${place} ${size}/>
      <bpmndi:BPMNLabel color:color="${payload(i + 4)}"/></bpmndi:BPMNShape>`;
  };
  const shapes = tasks.map((id, i) => shape(id, at(i), 'width="100" height="80"', i));
  const ends = [
    shape('S', 'x="100" y="172"', 'width="36" height="36"', 9),
    shape('E', 'x="100" y="1372"', 'width="36" height="36"', 10),
  ];
  const parameters = tasks.map(
    (id, i) => `<bpsim:ElementParameters elementRef="${id}"><bpsim:TimeParameters><bpsim:ProcessingTime>
      <bpsim:NegativeExponentialDistribution mean="1"/></bpsim:ProcessingTime></bpsim:TimeParameters>
      <bpsim:ResourceParameters><bpsim:Selection><bpsim:ExpressionParameter value="bpsim:getResource('R${i % 5}',1)"/></bpsim:Selection></bpsim:ResourceParameters>
      <bpsim:VendorExtension name="${payload(i + 2)}"><acme:x y="${payload(i + 3)}"/></bpsim:VendorExtension></bpsim:ElementParameters>`,
  );
  const pools = [0, 1, 2, 3, 4].map(
    (i) => `<bpsim:ElementParameters elementRef="R${i}"><bpsim:ResourceParameters><bpsim:Quantity>
      <bpsim:NumericParameter value="9"/></bpsim:Quantity></bpsim:ResourceParameters></bpsim:ElementParameters>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><!-- ${PAYLOADS[0] ?? ''} --><?tool ${PAYLOADS[12] ?? ''}?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:acme="urn:acme"
  xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0"
  xmlns:bpsim="http://www.bpsim.org/schemas/2.0" id="Defs" name="${payload(20)}" exporter="${payload(21)}" targetNamespace="${payload(22)}">
  <collaboration id="C"><participant id="Pool" name="${payload(23)}" processRef="P"/><participant id="Box" name="${payload(24)}"/>
    <messageFlow id="M" name="${payload(25)}" sourceRef="T3" targetRef="Box"/></collaboration>
  ${tasks.map((_, i) => `<category id="K${i}" name="${payload(i)}"><categoryValue id="V${i}" value="${payload(i)}"/></category>`).join('')}
  <message id="Msg" name="${payload(26)}"/><error id="Err" name="${payload(27)}" errorCode="${payload(28)}"/><signal id="Sig" name="${payload(29)}"/>
  ${[0, 1, 2, 3, 4].map((i) => `<resource id="R${i}" name="${payload(30 + i)}"/>`).join('')}
  <acme:block text="${payload(40)}">${payload(41)}</acme:block>
  <process id="P" name="${payload(42)}"><laneSet id="LS" name="${payload(43)}"><lane id="L" name="${payload(44)}">${tasks.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>
    <startEvent id="S" name="${payload(45)}"><outgoing>F0</outgoing></startEvent>${steps.join('')}<endEvent id="E" name="${payload(46)}"><incoming>F${tasks.length}</incoming></endEvent>
    <task id="${payload(47)}" name="${payload(48)}"/><task id="Lost" name="${payload(49)}"><incoming>${payload(50)}</incoming></task>
    ${flows.map(({ id, from, to }, i) => `<sequenceFlow id="${id}" name="${payload(i + 8)}" sourceRef="${from}" targetRef="${to}"/>`).join('')}${notes.join('')}</process>
  <bpmndi:BPMNDiagram id="Dia" name="${payload(51)}"><bpmndi:BPMNPlane id="Pl" bpmnElement="C">
    <bpmndi:BPMNShape id="Pool_di" bpmnElement="Pool" isHorizontal="true" bioc:fill="${payload(55)}"><dc:Bounds x="0" y="100" width="1900" height="1400"/></bpmndi:BPMNShape>
    ${shapes.join('')}${ends.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
  <relationship type="BPSimData"><extensionElements><bpsim:BPSimData><bpsim:Scenario id="Sc" name="${payload(52)}" description="${payload(53)}" author="${payload(54)}">
    <bpsim:ScenarioParameters replication="3" baseTimeUnit="min"><bpsim:Duration><bpsim:DurationParameter value="PT8H"/></bpsim:Duration></bpsim:ScenarioParameters>
    <bpsim:ElementParameters elementRef="S"><bpsim:ControlParameters><bpsim:InterTriggerTimer><bpsim:NegativeExponentialDistribution mean="30"/></bpsim:InterTriggerTimer></bpsim:ControlParameters>
      <bpsim:PropertyParameters>${PAYLOADS.map((_, i) => `<bpsim:Property name="${payload(i)}"><bpsim:NumericParameter value="1"/></bpsim:Property>`).join('')}</bpsim:PropertyParameters></bpsim:ElementParameters>
    ${pools.join('')}${parameters.join('')}</bpsim:Scenario></bpsim:BPSimData></extensionElements><source>Defs</source><target>Defs</target></relationship>
</definitions>`;
}
