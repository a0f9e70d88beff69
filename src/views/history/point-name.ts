/** How a state of a study is called: its version, else when it was kept. */
import { locale } from '../../i18n/locale.ts';
import type { RestorePoint } from '../../study/history.ts';

/** Day and time to the second, as states lie close together. */
export const pointTime = ({ savedAt }: RestorePoint): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }).format(savedAt);

export const pointName = (point: RestorePoint): string => point.version?.name ?? pointTime(point);
