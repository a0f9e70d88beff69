/** What fuzzing begins with: documents and data of every kind the app reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { corpusFile, corpusFiles } from '../support/corpus.ts';

const text = (path: string): string => readFileSync(path, 'utf8');
const bytesToText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Own documents; with `corpus` the real files of other tools too. */
export function xmlSeeds(corpus: boolean): readonly string[] {
  const own = ['test/fixtures/bpmn']
    .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
    .filter((path) => path.endsWith('.bpmn'))
    .map(text);
  const samples = [text('samples/complaint-handling/as-is.bpmn')];
  const real = corpus ? corpusFiles('.', /\.(bpmn2?)$/).map((file) => bytesToText(corpusFile(file))) : [];
  return [...own, ...samples, ...real.filter((xml) => xml.length < 150_000)];
}

export const PROCESS = text('test/fixtures/bpmn/round-trip.bpmn');

export const JSON_SEEDS: readonly string[] = [
  JSON.stringify({
    format: 'preflight-study',
    version: 1,
    name: 'Study',
    activeDesign: 0,
    designs: [{ name: 'As-is', file: 'designs/1.bpmn', activeScenario: 'S' }],
  }),
  JSON.stringify({
    resource_profiles: [
      {
        id: 'P',
        name: 'P',
        resource_list: [{ id: 'R', name: 'R', amount: 1, cost_per_hour: 10, calendar: 'C', assigned_tasks: ['T'] }],
      },
    ],
    resource_calendars: [
      {
        id: 'C',
        name: 'C',
        time_periods: [{ from: 'MONDAY', to: 'FRIDAY', beginTime: '09:00:00', endTime: '17:00:00' }],
      },
    ],
    task_resource_distribution: [
      {
        task_id: 'T',
        resources: [
          {
            resource_id: 'R',
            distribution_name: 'norm',
            distribution_params: [{ value: 60 }, { value: 5 }, { value: 1 }, { value: 90 }],
          },
        ],
      },
    ],
    arrival_time_distribution: {
      distribution_name: 'expon',
      distribution_params: [{ value: 60 }, { value: 0 }, { value: 300 }],
    },
    arrival_time_calendar: [{ from: 'MONDAY', to: 'SUNDAY', beginTime: '00:00:00', endTime: '23:59:59' }],
    gateway_branching_probabilities: [{ gateway_id: 'G', probabilities: [{ path_id: 'F', value: '0.5' }] }],
    event_distribution: [{ event_id: 'E', distribution_name: 'fix', distribution_params: [{ value: 1 }] }],
    batch_processing: [],
    case_attributes: [],
    event_attributes: [],
    prioritisation_rules: [],
    branch_rules: [],
    model_type: 'CRISP',
  }),
  JSON.stringify({
    scenarioName: 'S',
    startingDate: '01-01-0000',
    startingTime: '00:00',
    numberOfInstances: 10,
    currency: 'euro',
    resourceParameters: {
      roles: [{ id: 'A', schedule: 'T', costHour: 1, resources: [{ id: 'a' }] }],
      resources: [{ id: 'a', costHour: 1 }],
      timeTables: [
        { id: 'T', timeTableItems: [{ startWeekday: 'Monday', startTime: 9, endWeekday: 'Friday', endTime: 17 }] },
      ],
    },
    models: [
      {
        name: 'M',
        BPMN: PROCESS,
        modelParameter: {
          activities: [
            {
              id: 'T',
              resources: ['A'],
              cost: 1,
              duration: {
                distributionType: 'normal',
                timeUnit: 'mins',
                values: [
                  { id: 'mean', value: 5 },
                  { id: 'variance', value: 1 },
                ],
              },
            },
          ],
          gateways: [{ id: 'G', probabilities: { F: 1 } }],
          events: [
            {
              id: 'E',
              interArrivalTime: {
                distributionType: 'exponential',
                timeUnit: 'mins',
                values: [{ id: 'mean', value: 5 }],
              },
            },
          ],
        },
      },
    ],
  }),
];
