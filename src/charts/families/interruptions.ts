/** Work that more urgent work interrupted. */
import { msg, str } from '@lit/localize';
import { stepFamily } from './family.ts';

export const interruptions = stepFamily({
  id: 'interruptions',
  title: () => msg('Interrupted work'),
  figures: [
    {
      key: 'interrupted',
      kind: 'share',
      label: () => msg('Executions interrupted (%)'),
      compared: (step) => msg(str`Interrupted: ${step}`),
    },
    { key: 'interruptions', kind: 'count', label: () => msg('Interruptions') },
    { key: 'executions', kind: 'count', label: () => msg('Executions') },
  ],
});
