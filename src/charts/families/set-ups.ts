/** Steps that people have to get ready for. */
import { msg, str } from '@lit/localize';
import { stepFamily } from './family.ts';

export const setUps = stepFamily({
  id: 'set-ups',
  title: () => msg('Getting ready'),
  figures: [
    {
      key: 'setupTime',
      kind: 'time',
      clock: 'business',
      label: (unit) => msg(str`Time spent on set-up (${unit})`),
      compared: (step) => msg(str`Time spent on set-up: ${step}`),
    },
    { key: 'setups', kind: 'count', label: () => msg('Set-ups') },
    { key: 'executions', kind: 'count', label: () => msg('Executions') },
  ],
});
