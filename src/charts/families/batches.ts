/** Cases that gather: how long they wait for each other, how many are worked on together, how often. */
import { msg, str } from '@lit/localize';
import { stepFamily } from './family.ts';

export const batches = stepFamily({
  id: 'batches',
  title: () => msg('Waiting for a batch'),
  figures: [
    {
      key: 'batchWait',
      kind: 'time',
      label: (unit) => msg(str`Waiting for the batch (${unit})`),
      compared: (step) => msg(str`Waiting for the batch: ${step}`),
    },
    {
      key: 'batchSize',
      kind: 'count',
      label: () => msg('Cases in a batch'),
      compared: (step) => msg(str`Cases in a batch: ${step}`),
    },
    { key: 'batches', kind: 'count', label: () => msg('Batches') },
    { key: 'executions', kind: 'count', label: () => msg('Executions') },
  ],
});
