/** Which column of a table holds what, by the names that mining tools and simulators give them. */
import type { Mapping, Role } from './event-log.ts';

/** Names without case, spaces and signs; the first that a table has is taken. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  case: [
    'caseid',
    'case',
    'caseconceptname',
    'traceid',
    'trace',
    'serviceid',
    'processinstance',
    'instanceid',
    '案例',
    '案例id',
    '案例编号',
    '流程实例',
  ],
  activity: [
    'activity',
    'activityname',
    'conceptname',
    'operation',
    'task',
    'taskname',
    'event',
    '活动',
    '活动名称',
    '任务',
    '环节',
  ],
  enabled: ['enabletime', 'enabledtime', 'enabletimestamp', 'timeenabled', 'enabled', '就绪时间'],
  start: [
    'starttime',
    'starttimestamp',
    'start',
    'startdate',
    'startdatetime',
    'startevent_timetimestamp',
    'starteventtimetimestamp',
    '开始时间',
    '开始',
  ],
  end: [
    'endtime',
    'endtimestamp',
    'end',
    'enddate',
    'enddatetime',
    'complete',
    'completetime',
    'completetimestamp',
    'completiontime',
    '结束时间',
    '完成时间',
    '结束',
  ],
  time: ['timetimestamp', 'timestamp', 'time', 'datetime', 'date', '时间', '时间戳'],
  lifecycle: ['lifecycletransition', 'lifecycle', 'transition', 'eventtype', '状态'],
  instance: ['conceptinstance', 'activityinstance', 'activityinstanceid'],
  resource: [
    'resource',
    'orgresource',
    'agent',
    'user',
    'performer',
    'agentposition',
    '资源',
    '人员',
    '处理人',
    '执行人',
  ],
};

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Columns by their names, which may be misspelt by spaces. A single time is the end where there are starts, and where there are no
 * transitions.
 */
export function mappingOf(header: readonly string[]): Mapping {
  const names = header.map(plain);
  const found = new Map<Role, number>();
  for (const role of Object.keys(NAMES).filter(isRole)) {
    const index = NAMES[role].map((name) => names.indexOf(plain(name))).find((at) => at >= 0);
    if (index !== undefined) found.set(role, index);
  }
  const time = found.get('time');
  if (time !== undefined && (found.has('start') || !found.has('lifecycle'))) {
    if (!found.has('end')) found.set('end', time);
    found.delete('time');
  }
  if (found.has('start') || found.has('end')) found.delete('lifecycle');
  return Object.fromEntries(found);
}

const isRole = (name: string): name is Role => name in NAMES;

/** Whether the mapping says enough to read a log. */
export const isReadable = ({ case: id, activity, start, end, time }: Mapping): boolean =>
  id !== undefined && activity !== undefined && (start !== undefined || end !== undefined || time !== undefined);
