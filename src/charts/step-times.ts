/** Where the time of a case goes, step by step: one stacked bar per activity on the case's own clock. */
import { axisY, rectX, text } from '@observablehq/plot';
import { msg, str } from '@lit/localize';
import { DECOMPOSITION_PARTS, type ActivityResult, type DecompositionPart } from '#simulation';
import { unitLabel, type FormatLocale } from '../format/index.ts';
import { union, type ChartDefinition, type ChartInput, type ChartOptions } from './chart.ts';
import { timeWriting, inOneLine } from './figures.ts';
import { AXIS_HEIGHT, axisBelow, drawFrame, FONT_SIZE } from './frame.ts';
import { drawKey, keyHeight } from './key.ts';
import { ellipsis, textWidth } from './labels.ts';
import { PART_MEANING } from './paint.ts';
import { partName } from './parts.ts';
import { promisedUnit } from './promises.ts';
import { stepTable } from './step-table.ts';
import { displayUnit, secondsPer, type DisplayUnit } from './time-unit.ts';

interface Step {
  readonly id: string;
  readonly name: string;
  /** Mean seconds per completed case, in order of precedence. */
  readonly parts: readonly { readonly part: DecompositionPart; readonly from: number; readonly to: number }[];
  readonly total: number;
}

interface StepTimes {
  readonly steps: readonly Step[];
  /** Steps left out of the picture because there are too many. */
  readonly hidden: number;
  readonly unit: DisplayUnit;
  readonly longest: number;
}

const MOST_STEPS = 12;
const ROW = 26;

export const stepTimes: ChartDefinition = {
  id: 'step-times',
  title: () => msg('Time at each step'),
  read(input) {
    const data = readStepTimes(input);
    return (
      data && {
        extent: { x: data.longest, y: 0 },
        height: 64 + ROW * data.steps.length,
        draw: (options) => draw(data, options),
        summary: (locale) => summarise(data, locale),
        caption: () => caption(data),
        table: (locale) => stepTable(input, locale),
      }
    );
  },
};

/** Steps by the time a case spends at them, longest first; undefined when the run has no such figures. */
export function readStepTimes(input: ChartInput): StepTimes | undefined {
  const all = Object.entries(input.result.document.activities)
    .map(([id, activity]) => stepOf(id, activity, input.result.document.cases.completed.value ?? 0))
    .filter((step) => step.total > 0)
    .sort((a, b) => b.total - a.total);
  const longest = all[0]?.total;
  if (longest === undefined) return undefined;
  return {
    steps: all.slice(0, MOST_STEPS),
    hidden: Math.max(0, all.length - MOST_STEPS),
    unit: displayUnit(longest, 'calendar', promisedUnit(input, 'calendar')),
    longest,
  };
}

/** Where the time of one step goes, per completed case: waiting on and off shift, work, and pauses between. */
function stepOf(id: string, activity: ActivityResult, cases: number): Step {
  let total = 0;
  const perCase = cases > 0 ? (activity.executions.value ?? 0) / cases : 0;
  const queue = activity.queue.mean.value ?? 0;
  const batching = activity.batchWait?.value ?? 0;
  const onShift = (activity.batchQueue ?? activity.queue).businessMean.value ?? queue - batching;
  const work = activity.work.mean.value ?? 0;
  const seconds: Partial<Record<DecompositionPart, number>> = {
    working: work,
    paused: (activity.elapsed.mean.value ?? 0) - queue - work,
    queuedContention: onShift,
    queuedOffShift: queue - batching - onShift,
    batching,
  };
  const parts = DECOMPOSITION_PARTS.flatMap((part) => {
    // Differences of means leave a rounding rest where there is nothing.
    const value = (seconds[part] ?? 0) * perCase;
    if (value < 1e-3) return [];
    const from = total;
    total += value;
    return [{ part, from, to: total }];
  });
  return { id, name: activity.name, parts, total };
}

function draw(data: StepTimes, options: ChartOptions): SVGSVGElement {
  const extent = union({ x: data.longest, y: 0 }, options.atLeast);
  const perUnit = secondsPer(data.unit);
  const unit = unitLabel(data.unit, options.locale);
  const times = timeWriting(data.unit, data.longest, options.locale);
  const names = new Map(data.steps.map((step) => [step.id, step.name]));
  const room = Math.min(
    options.width * 0.3,
    Math.max(...data.steps.map((step) => textWidth(step.name, FONT_SIZE))) + 12,
  );
  const bars = data.steps.flatMap((step) => step.parts.map((part) => ({ ...part, id: step.id })));
  const used = DECOMPOSITION_PARTS.filter((part) => bars.some((bar) => bar.part === part));
  return drawFrame(
    options,
    summarise(data, options.locale),
    {
      marginLeft: room + 4,
      marginRight: 64,
      marginTop: keyHeight(used.map(partName), options.width),
      marginBottom: AXIS_HEIGHT,
      x: {
        domain: [0, extent.x / perUnit],
        label: msg(str`mean time per case (${unit})`),
        ...axisBelow,
        grid: true,
      },
      y: { type: 'band', domain: data.steps.map((step) => step.id), padding: 0.28, label: null },
    },
    ({ fill, paint }) => [
      axisY({ tickSize: 0, label: null, tickFormat: (id: string) => ellipsis(names.get(id) ?? id, room, FONT_SIZE) }),
      ...used.map((part) =>
        rectX(
          bars.filter((bar) => bar.part === part),
          {
            x1: ({ from }) => from / perUnit,
            x2: ({ to }) => to / perUnit,
            y: 'id',
            fill: fill(PART_MEANING[part]),
            insetRight: 1,
          },
        ),
      ),
      text(data.steps, {
        x: (step: Step) => step.total / perUnit,
        y: 'id',
        text: (step: Step) => times.full(step.total),
        textAnchor: 'start',
        dx: 6,
        fill: paint('ink'),
      }),
      () =>
        drawKey(
          used.map((part) => ({ fill: fill(PART_MEANING[part]), text: partName(part) })),
          { width: options.width, colour: paint('quiet') },
        ),
    ],
  );
}

function summarise(data: StepTimes, locale: FormatLocale): string {
  const times = timeWriting(data.unit, data.longest, locale);
  const list = data.steps.slice(0, 3).map((step) => `${step.name}: ${times.full(step.total)}`);
  const longest = inOneLine(list);
  return msg(str`Steps at which a case spends most time. ${longest}.`);
}

function caption(data: StepTimes): string {
  const base = msg('Means per completed case; steps in parallel count each');
  return data.hidden > 0 ? `${base} · ${msg(str`${data.hidden} more steps in the table`)}` : base;
}
