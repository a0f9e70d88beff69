/** What MSER-5 says about the start of the run, and the warm-up it suggests. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '#simulation';
import type { ChartInput } from '../../../charts/chart.ts';
import { readWornOff } from '../../../charts/warm-up-data.ts';
import { formatDuration, formatSpan, type FormatLocale } from '../../../format/index.ts';
import { setRun } from '../../inspector/edits/settings.ts';
import { scenarioEdit } from './edit-event.ts';

const HOUR = 3600;
const DAY = 86_400;

export interface WarmUpAdvice {
  readonly text: string;
  /** A warm-up to be applied; absent where none is better than what there is. */
  readonly suggestion?: Span;
}

export function warmUpAdvice(input: ChartInput, locale: FormatLocale): WarmUpAdvice {
  const { plan } = input.result;
  const data = readWornOff(input);
  if (!data) return { text: msg('The run ends with its last case, so there is no long run to ask about.') };
  if (!data.reliable)
    return {
      text: msg(
        'The cases in progress do not settle within this run: it is too short, or there is no steady state. Lengthen the run before you ask about the long run.',
      ),
    };
  const planned = plan.warmUp / 1000;
  const suggestion = wholeSpan(data.cut);
  const cut = formatSpan(suggestion, locale);
  const now = formatDuration(plan.warmUp, { locale });
  if (planned === 0 && data.cut === 0)
    return { text: msg('The start leaves no trace: as a pilot or in the long run, nothing need be left out.') };
  if (planned === 0)
    return {
      text: msg(
        str`The run asks about a pilot that starts empty, so all of it counts. Were the question the long run, the first ${cut} would have to be left out.`,
      ),
      suggestion,
    };
  if (planned >= data.cut)
    return { text: msg(str`The warm-up of ${now} is long enough: the start has worn off after ${cut}.`) };
  return { text: msg(str`The warm-up of ${now} is too short: the start has worn off after ${cut} only.`), suggestion };
}

export function renderAdvice(input: ChartInput, locale: FormatLocale): TemplateResult {
  const { text, suggestion } = warmUpAdvice(input, locale);
  const apply = (event: Event): void => {
    const edit = {
      label: msg('Set warm-up'),
      change: (s: Parameters<typeof setRun>[0]) => setRun(s, 'warmUp', suggestion),
    };
    event.target?.dispatchEvent(scenarioEdit(edit));
  };
  return html`<p class="advice">
    ${text}
    ${
      suggestion
        ? html`<button type="button" class="link" data-test="apply-warm-up" @click=${apply}>
            ${msg(str`Leave out the first ${formatSpan(suggestion, locale)}`)}
          </button>`
        : nothing
    }
  </p>`;
}

/** Rounded up to whole days, below one to whole hours. */
const wholeSpan = (seconds: number): Span =>
  seconds > DAY ? { value: Math.ceil(seconds / DAY), unit: 'day' } : { value: Math.ceil(seconds / HOUR), unit: 'h' };
