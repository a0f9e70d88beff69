/** Which waiting work of a pool goes first, and whether it waits for work under way to end. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { PREEMPTIONS, QUEUE_DISCIPLINES, type Preemption, type QueueDiscipline, type ResourcePool } from '#simulation';
import { choice } from '../../../fields/choice.ts';
import { disciplineName, preemptionName } from '../../../i18n/parameter-names.ts';
import { omit } from '../edits/omit.ts';
import type { Change } from './staffing-rows.ts';

/** The fields; what is said of urgent work goes with the order by priority. */
export function renderDiscipline(pool: ResourcePool, change: Change): TemplateResult {
  return html`
    ${choice<QueueDiscipline>({
      label: msg('Waiting work is taken'),
      value: pool.discipline ?? 'fifo',
      choices: QUEUE_DISCIPLINES.map((value) => ({ value, label: disciplineName(value) })),
      chosen: (discipline) => change({ ...(discipline === 'priority' ? pool : omit(pool, 'preemption')), discipline }),
    })}
    ${
      pool.discipline === 'priority' || pool.preemption === 'resume'
        ? choice<Preemption>({
            label: msg('Work of higher priority'),
            value: pool.preemption ?? 'none',
            choices: PREEMPTIONS.map((value) => ({ value, label: preemptionName(value) })),
            hint: msg('Interrupted work waits, first of its priority, and goes on where it stopped.'),
            chosen: (preemption) => change(preemption === 'none' ? omit(pool, 'preemption') : { ...pool, preemption }),
          })
        : ''
    }
  `;
}
