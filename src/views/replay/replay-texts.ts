/** What a replay says in words: its clock, its speed, and the story of a case. */
import { msg, str } from '@lit/localize';
import type { ReplaySide } from '../../app/replay-desk.ts';
import { DECOMPOSITION_PARTS, formatIsoLocal, type DecompositionPart } from '#simulation';
import { formatDuration, formatLocalDateTime, formatNumber, type FormatLocale } from '../../format/index.ts';
import type { CaseStory, Stay } from '../../replay/case-story.ts';
import { Standing } from '../../replay/promises.ts';
import type { Recording } from '../../replay/recording.ts';
import type { StepHeat } from '../../replay/step-heat.ts';

/** The business clock at `time`, with its weekday. */
export const clockText = ({ clock }: Recording, time: number, locale: FormatLocale): string =>
  formatLocalDateTime(formatIsoLocal(time, clock).slice(0, 19), locale);

/** `×10`: how many simulated minutes pass in a second. */
export const speedText = (speed: number, locale: FormatLocale): string =>
  `×${formatNumber(speed, locale, speed < 1 ? 1 : 0)}`;

/** What tells one side from the other: the design, and its scenario where both show the same design. */
export const sideName = (side: ReplaySide, sides: readonly ReplaySide[]): string =>
  sides.some((other) => other !== side && other.design === side.design)
    ? `${side.name} · ${side.scenario.name}`
    : side.name;

/** Replications are counted from 1 for people. */
export const replicationName = (number: number): string => msg(str`replication ${number + 1}`);

/** Cases are counted from 1 for people. */
export const caseName = (number: number): string => msg(str`case ${number + 1}`);

export function standingName(standing: number): string {
  switch (standing) {
    case Standing.onTime:
      return msg('on time');
    case Standing.atRisk:
      return msg('at risk');
    case Standing.late:
      return msg('late');
    default:
      return msg('no promise');
  }
}

/** Beginning, end and sum of a case in one sentence. */
export function storyHead(recording: Recording, story: CaseStory, locale: FormatLocale): string {
  const from = clockText(recording, story.arrival, locale);
  if (Number.isNaN(story.ended)) return msg(str`Came ${from} and was still open at the end.`);
  const to = clockText(recording, story.ended, locale);
  const length = formatDuration(story.ended - story.arrival, { locale });
  const worked = formatDuration(sumOf(story, 'working'), { locale });
  return story.failed
    ? msg(str`Came ${from}, failed ${to} after ${length}; ${worked} of that somebody worked on it.`)
    : msg(str`Came ${from}, done ${to} after ${length}; ${worked} of that somebody worked on it.`);
}

/** What happened during a stay, clause by clause: waiting and for whom, work and by whom, and other waits. */
export function stayTexts(recording: Recording, stay: Stay, locale: FormatLocale): readonly string[] {
  const time = (part: DecompositionPart): string | undefined => {
    const ms = stay.parts[DECOMPOSITION_PARTS.indexOf(part)] ?? 0;
    return ms > 0 ? formatDuration(ms, { locale }) : undefined;
  };
  const people = peopleText(recording, stay);
  const wanted = wantedText(recording, stay);
  const [busy, off] = [time('queuedContention'), time('queuedOffShift')];
  const [worked, paused] = [time('working'), time('paused')];
  const [batch, outside, others] = [time('batching'), time('external'), time('synchronising')];
  const clauses = [
    busy && msg(str`waited ${busy} because ${wanted} had other work`),
    off && msg(str`waited ${off} for the next shift of ${wanted}`),
    batch && msg(str`waited ${batch} for a batch to fill`),
    worked && (people ? msg(str`${people} worked ${worked} on it`) : msg(str`took ${worked}`)),
    paused && msg(str`lay ${paused} begun while the shift was over`),
    outside && msg(str`waited ${outside} for an answer or a date`),
    others && msg(str`waited ${others} for the other branches`),
    Number.isNaN(stay.to) && msg('still there at the end'),
  ];
  return clauses.filter((clause): clause is string => typeof clause === 'string');
}

/** Name of the step, or its id. */
export const nodeName = ({ nodes }: Recording, node: number): string => nodes[node]?.name || (nodes[node]?.id ?? '');

function sumOf(story: CaseStory, part: DecompositionPart): number {
  const i = DECOMPOSITION_PARTS.indexOf(part);
  return story.stays.reduce((sum, { parts }) => sum + (parts[i] ?? 0), 0);
}

function peopleText({ pools }: Recording, { people }: Stay): string {
  return people.map(({ pool, number }) => msg(str`${pools[pool]?.name ?? ''} no. ${number + 1}`)).join(' + ');
}

/** Who was waited for: those who came, else those the step asks for. */
function wantedText({ pools, nodes }: Recording, { people, node }: Stay): string {
  const numbers = people.length > 0 ? people.map(({ pool }) => pool) : (nodes[node]?.pools ?? []);
  return [...new Set(numbers)].map((p) => pools[p]?.name ?? '').join(' + ');
}

/** What colours the steps of the diagram, over the replication that plays. */
export function heatTitle(heat: StepHeat): string {
  switch (heat) {
    case 'waiting':
      return msg('Mean wait for people in this replication');
    case 'executions':
      return msg('Executions in this replication');
  }
}
