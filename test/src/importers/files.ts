/** Small files of other simulators, made for the tests: one process, and what each tool would say about it. */
import type { SourceFile } from '../../../src/importers/content.ts';

export const file = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });

const FLOW = `
    <bpmn:startEvent id="Start" name="Order arrives"/>
    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Check"/>
    <bpmn:task id="Check" name="Check order"/>
    <bpmn:sequenceFlow id="F2" sourceRef="Check" targetRef="Choice"/>
    <bpmn:exclusiveGateway id="Choice" name="In stock?"/>
    <bpmn:sequenceFlow id="Yes" sourceRef="Choice" targetRef="Pack"/>
    <bpmn:sequenceFlow id="No" sourceRef="Choice" targetRef="Wait"/>
    <bpmn:task id="Pack" name="Pack"/>
    <bpmn:sequenceFlow id="F3" sourceRef="Pack" targetRef="End"/>
    <bpmn:intermediateCatchEvent id="Wait" name="Delivery"><bpmn:messageEventDefinition id="M"/></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="F4" sourceRef="Wait" targetRef="Pack"/>
    <bpmn:endEvent id="End"/>`;

/** The process, with something more inside it and something behind it. */
export const process = (inside = '', behind = '', namespaces = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" ${namespaces} id="Definitions_1" targetNamespace="http://example.com">
  <bpmn:process id="Orders" isExecutable="false">${inside}${FLOW}
  </bpmn:process>${behind}
</bpmn:definitions>
`;

/** QBP as its tools write it; `P` stands for the prefix. */
export const QBP_BLOCK = `
<P:processSimulationInfo xmlns:P="http://www.qbp-simulator.com/Schema201212" id="qbp_1" processId="Orders" processInstances="500" startDateTime="2026-01-05T09:00:00.000Z" currency="EUR" version="1">
  <P:arrivalRateDistribution type="EXPONENTIAL" mean="NaN" arg1="1800" arg2="NaN"><P:timeUnit>minutes</P:timeUnit></P:arrivalRateDistribution>
  <P:timetables>
    <P:timetable default="true" id="QBP_DEFAULT_TIMETABLE" name="Default" holidaysId="H1">
      <P:rules><P:rule fromTime="09:00:00.000+00:00" toTime="17:00:00.000+00:00" fromWeekDay="MONDAY" toWeekDay="FRIDAY"/></P:rules>
    </P:timetable>
    <P:timetable default="false" id="QBP_247_TIMETABLE" name="24/7">
      <P:rules><P:rule fromTime="00:00:00.000+00:00" toTime="23:59:59.999+00:00" fromWeekDay="MONDAY" toWeekDay="SUNDAY"/></P:rules>
    </P:timetable>
  </P:timetables>
  <P:holidays><P:holidays id="H1" name="Holidays"><P:holiday date="2026-01-06"/></P:holidays></P:holidays>
  <P:resources>
    <P:resource id="Clerk" name="Clerks" totalAmount="3" costPerHour="25" timetableId="QBP_DEFAULT_TIMETABLE"/>
    <P:resource id="Robot" name="Robot" totalAmount="1" costPerHour="0" timetableId="QBP_247_TIMETABLE"/>
  </P:resources>
  <P:elements>
    <P:element/>
    <P:element id="e1" elementId="Check" fixedCost="2.5" costThreshold="NaN" durationThreshold="3600" simulateAsTask="true">
      <P:durationDistribution type="NORMAL" mean="600" arg1="120" arg2="NaN"><P:timeUnit>minutes</P:timeUnit></P:durationDistribution>
      <P:resourceIds><P:resourceId>Clerk</P:resourceId></P:resourceIds>
    </P:element>
    <P:element id="e2" elementId="Pack">
      <P:durationDistribution type="LOGNORMAL" mean="1200" arg1="360000" arg2="0"><P:timeUnit>minutes</P:timeUnit></P:durationDistribution>
      <P:resourceIds><P:resourceId>Robot</P:resourceId></P:resourceIds>
    </P:element>
    <P:element id="e3" elementId="Wait">
      <P:durationDistribution type="FIXED" mean="86400" arg1="0" arg2="0"><P:timeUnit>days</P:timeUnit></P:durationDistribution>
      <P:resourceIds/>
    </P:element>
    <P:element id="e4" elementId="Gone"><P:durationDistribution type="FIXED" mean="1"/></P:element>
  </P:elements>
  <P:sequenceFlows>
    <P:sequenceFlow/>
    <P:sequenceFlow elementId="Yes" executionProbability="0.8"/>
    <P:sequenceFlow elementId="No" executionProbability="0.2"/>
  </P:sequenceFlows>
  <P:statsOptions trimStartProcessInstances="0.1" trimEndProcessInstances="0"/>
</P:processSimulationInfo>`;

/** BIMP puts the block behind the process, Apromore inside it. */
export const bimp = process('', QBP_BLOCK.replaceAll('P:', 'qbp:').replaceAll('xmlns:P', 'xmlns:qbp'));
export const apromore = process(
  `<bpmn:extensionElements>${QBP_BLOCK.replaceAll('P:', 'ns3:').replaceAll('xmlns:P', 'xmlns:ns3')}</bpmn:extensionElements>`,
);

type Params = readonly number[];
const distribution = (name: string, params: Params) => ({
  distribution_name: name,
  distribution_params: params.map((value) => ({ value })),
});
const MON_FRI = [{ from: 'MONDAY', to: 'FRIDAY', beginTime: '09:00:00', endTime: '17:00:00' }];

/** Prosimos of one generation: its parameters for exponential, lognormal and gamma times. */
export const prosimosFile = (times: { readonly arrivals: Params; readonly check: Params; readonly pack: Params }) => ({
  resource_profiles: [
    {
      id: 'Clerks_Profile',
      name: 'Clerks',
      resource_list: [
        {
          id: 'C1',
          name: 'Clerk-000001',
          cost_per_hour: '30',
          amount: '1',
          calendar: 'Office',
          assigned_tasks: ['Check'],
        },
        { id: 'C2', name: 'Clerk-000002', cost_per_hour: 30, amount: 2, calendar: 'Late', assigned_tasks: ['Check'] },
      ],
    },
    {
      id: 'Pack',
      name: 'Pack',
      resource_list: [{ id: 'Robot', name: 'Robot', cost_per_hour: 0, amount: 1, calendar: 'Always' }],
    },
  ],
  arrival_time_distribution: distribution('expon', times.arrivals),
  arrival_time_calendar: MON_FRI,
  gateway_branching_probabilities: [
    { gateway_id: 'Choice', probabilities: [{ path_id: 'Yes', value: '0.8' }, { path_id: 'No' }] },
  ],
  task_resource_distribution: [
    {
      task_id: 'Check',
      resources: [
        { resource_id: 'C1', ...distribution('lognorm', times.check) },
        { resource_id: 'C2', ...distribution('lognorm', times.check) },
      ],
    },
    { task_id: 'Pack', resources: [{ resource_id: 'Robot', ...distribution('gamma', times.pack) }] },
  ],
  resource_calendars: [
    { id: 'Office', name: 'Office hours', time_periods: MON_FRI },
    {
      id: 'Late',
      name: 'Late',
      time_periods: [{ from: 'MONDAY', to: 'FRIDAY', beginTime: '13:00:00', endTime: '21:00:00' }],
    },
    {
      id: 'Always',
      name: 'Always',
      time_periods: [{ from: 'MONDAY', to: 'SUNDAY', beginTime: '00:00:00', endTime: '23:59:59' }],
    },
  ],
  event_distribution: [{ event_id: 'Wait', ...distribution('fix', [86_400]) }],
});

/** Mean 600 s and standard deviation 300 s each; arrivals every 1800 s on average. */
const SIGMA = Math.sqrt(Math.log(1.25));
const GENERATIONS = {
  v2: prosimosFile({ arrivals: [1800, 0, 1e9], check: [600, 90_000, 0, 1e9], pack: [600, 90_000, 0, 1e9] }),
  v1: prosimosFile({
    arrivals: [0, 1800, 0, 1e9],
    check: [SIGMA, 0, 600 * Math.exp(-(SIGMA ** 2) / 2), 0, 1e9],
    pack: [4, 0, 150, 0, 1e9],
  }),
};
export const prosimosV1 = JSON.stringify(GENERATIONS.v1);
export const prosimosV2 = JSON.stringify(GENERATIONS.v2);

/** 2021: records by id, plain lists, no profiles; a calendar bears the name of its resource. */
export const prosimosV0 = JSON.stringify({
  arrival_time_distribution: { distribution_name: 'expon', distribution_params: [0, 1800] },
  arrival_time_calendar: MON_FRI,
  gateway_branching_probabilities: { Choice: { Yes: '0.8', No: '0.2' } },
  task_resource_distribution: {
    Check: {
      C1: { distribution_name: 'lognorm', distribution_params: [SIGMA, 0, 600 * Math.exp(-(SIGMA ** 2) / 2)] },
      C2: { distribution_name: 'lognorm', distribution_params: [SIGMA, 0, 600 * Math.exp(-(SIGMA ** 2) / 2)] },
    },
    Pack: { Robot: { distribution_name: 'uniform', distribution_params: [300, 600] } },
  },
  resource_calendars: { C1: MON_FRI, C2: MON_FRI, Robot: [] },
  event_distribution: {},
});

export const SCYLLA_GLOBAL = `<?xml version="1.0" encoding="UTF-8"?>
<b:globalConfiguration xmlns:b="http://bsim.hpi.uni-potsdam.de/scylla/simModel" id="G">
  <b:resourceAssignmentOrder>priority,simulationTime</b:resourceAssignmentOrder>
  <b:randomSeed>42</b:randomSeed>
  <b:timetables>
    <b:timetable id="Day"><b:timetableItem from="MONDAY" to="MONDAY" beginTime="09:00" endTime="17:00"/></b:timetable>
    <b:timetable id="Through"><b:timetableItem from="MONDAY" to="FRIDAY" beginTime="09:00:00" endTime="17:00:00"/></b:timetable>
  </b:timetables>
  <b:resourceData>
    <b:dynamicResource id="Orders" name="Clerk" defaultQuantity="3" defaultCost="30" defaultTimeUnit="HOURS" defaultTimetableId="Through">
      <b:instance name="Ann" timetableId="Day" cost="60"/>
    </b:dynamicResource>
    <b:dynamicResource id="Machine" defaultQuantity="1" defaultCost="1" defaultTimeUnit="MINUTES"/>
  </b:resourceData>
</b:globalConfiguration>`;

export const SCYLLA_SIMULATION = `<?xml version="1.0" encoding="UTF-8"?>
<b:definitions xmlns:b="http://bsim.hpi.uni-potsdam.de/scylla/simModel" id="S">
  <b:simulationConfiguration id="C" processRef="Orders" processInstances="30" startDateTime="2026-01-05T09:00:00.000+02:00" endDateTime="2026-01-09T15:00:00.000+02:00">
    <b:startEvent id="Start"><b:arrivalRate timeUnit="MINUTES"><b:exponentialDistribution><b:mean>30</b:mean></b:exponentialDistribution></b:arrivalRate></b:startEvent>
    <b:task id="Check">
      <b:duration timeUnit="MINUTES"><b:triangularDistribution><b:lower>5</b:lower><b:peak>10</b:peak><b:upper>20</b:upper></b:triangularDistribution></b:duration>
      <b:setUpDuration timeUnit="SECONDS"><b:constantDistribution><b:constantValue>60</b:constantValue></b:constantDistribution></b:setUpDuration>
      <b:resources>
        <b:resource id="Orders" amount="2"><b:assignmentDefinition><b:priority>1</b:priority></b:assignmentDefinition></b:resource>
        <b:resource id="Machine" amount="1"/>
      </b:resources>
    </b:task>
    <b:task id="Pack">
      <b:duration timeUnit="HOURS"><b:arbitraryFiniteProbabilityDistribution><b:entry value="1" frequency="3"/><b:entry value="2" frequency="1"/></b:arbitraryFiniteProbabilityDistribution></b:duration>
      <b:resources><b:resource id="Orders" amount="1"><b:assignmentDefinition><b:priority>3</b:priority></b:assignmentDefinition></b:resource></b:resources>
    </b:task>
    <b:intermediateCatchEvent id="Wait"><b:arrivalRate timeUnit="HOURS"><b:normalDistribution><b:mean>-3</b:mean><b:standardDeviation>1</b:standardDeviation></b:normalDistribution></b:arrivalRate></b:intermediateCatchEvent>
    <b:exclusiveGateway id="Choice">
      <b:outgoingSequenceFlow id="Yes"><b:branchingProbability>0.8</b:branchingProbability></b:outgoingSequenceFlow>
      <b:outgoingSequenceFlow id="No"><b:branchingProbability>0.2</b:branchingProbability></b:outgoingSequenceFlow>
    </b:exclusiveGateway>
  </b:simulationConfiguration>
</b:definitions>`;

const withoutHead = (xml: string): string => xml.replace(/^<\?xml[^>]*>\s*/, '');
/** Both configurations in the BPMN document, as one tool of its family has them. */
export const scyllaCombined = process(
  '',
  withoutHead(SCYLLA_GLOBAL) +
    withoutHead(SCYLLA_SIMULATION)
      .replace(/<b:definitions[^>]*>/, '')
      .replace('</b:definitions>', '')
      .replace(
        '<b:simulationConfiguration',
        '<b:simulationConfiguration xmlns:b="http://bsim.hpi.uni-potsdam.de/scylla/simModel"',
      ),
);

export const SIMUBRIDGE = JSON.stringify({
  scenarioName: 'Warehouse',
  startingDate: '01-01-0000',
  startingTime: '00:00',
  numberOfInstances: 200,
  currency: 'euro',
  resourceParameters: {
    roles: [
      { id: 'Clerk 1', schedule: 'Office', costHour: 20, resources: [{ id: 'Kim' }, { id: 'Lee' }] },
      { id: 'Packer', schedule: 'Round', costHour: 15, resources: [{ id: 'Mo' }] },
    ],
    resources: [{ id: 'Kim' }, { id: 'Lee', costHour: 40 }, { id: 'Mo' }],
    timeTables: [
      { id: 'Office', timeTableItems: [{ startWeekday: 'Monday', startTime: 9, endWeekday: 'Monday', endTime: 17 }] },
      { id: 'Round', timeTableItems: [{ startWeekday: 'Monday', startTime: 0, endWeekday: 'Sunday', endTime: 24 }] },
    ],
  },
  models: [
    {
      name: 'Orders',
      BPMN: process(),
      modelParameter: {
        activities: [
          {
            id: 'Check',
            resources: ['Clerk 1', 'Clerk 1', 'Packer'],
            cost: 3,
            duration: {
              distributionType: 'normal',
              timeUnit: 'mins',
              values: [
                { id: 'mean', value: 10 },
                { id: 'variance', value: 4 },
              ],
            },
          },
          {
            id: 'Pack',
            resources: ['Packer'],
            cost: 0,
            duration: {
              distributionType: 'normal',
              timeUnit: 'secs',
              values: [
                { id: 'mean', value: -3.06 },
                { id: 'variance', value: 4 },
              ],
            },
          },
        ],
        gateways: [{ id: 'Choice', probabilities: { Yes: 0.8, Wait: 0.2 } }],
        events: [
          {
            id: 'Start',
            interArrivalTime: {
              distributionType: 'exponential',
              timeUnit: 'mins',
              values: [{ id: 'mean', value: 30 }],
            },
          },
        ],
      },
    },
  ],
});

export const BPSIM_ALONE = `<?xml version="1.0" encoding="UTF-8"?>
<BPSimData xmlns="http://www.bpsim.org/schemas/2.0">
  <Scenario id="S1" name="Alone">
    <ScenarioParameters baseTimeUnit="min" replication="5"><Duration><DurationParameter value="P7D"/></Duration></ScenarioParameters>
    <ElementParameters elementRef="Check"><TimeParameters><ProcessingTime><ResultRequest>mean</ResultRequest><FloatingParameter value="12"/></ProcessingTime></TimeParameters></ElementParameters>
  </Scenario>
  <Scenario id="S1_results" result="S1">
    <ElementParameters elementRef="Check"><TimeParameters><ProcessingTime><FloatingParameter value="12.5" instance="0" result="mean"/></ProcessingTime></TimeParameters></ElementParameters>
  </Scenario>
</BPSimData>`;
