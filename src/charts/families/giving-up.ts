/** Cases that will not wait: they do not join the queue, or give up. */
import { msg, str } from '@lit/localize';
import { stepFamily } from './family.ts';

export const givingUp = stepFamily({
  id: 'giving-up',
  title: () => msg('Leaving unserved'),
  figures: [
    {
      key: 'abandonment',
      kind: 'share',
      label: () => msg('Leave unserved (%)'),
      compared: (step) => msg(str`Leave unserved: ${step}`),
    },
    { key: 'abandoned', kind: 'count', label: () => msg('Left unserved') },
    { key: 'balked', kind: 'count', label: () => msg('of them without joining the queue') },
    { key: 'abandonedAfter', kind: 'time', label: (unit) => msg(str`Gave up after, mean (${unit})`) },
    { key: 'executions', kind: 'count', label: () => msg('Executions') },
  ],
});
