/** People who fall ill, machines that break down. */
import { msg, str } from '@lit/localize';
import { poolFamily } from './family.ts';

export const absences = poolFamily({
  id: 'absences',
  title: () => msg('Absence and breakdown'),
  figures: [
    {
      key: 'absence',
      kind: 'share',
      label: () => msg('Absent (% of the shifts)'),
      compared: (pool) => msg(str`Absent: ${pool}`),
    },
  ],
});
