/** The tour through the first sample, and whether it is still to be offered. */
import { locale } from '../i18n/locale.ts';
import { loadSamples, studyOfSample } from '../study/samples.ts';
import { prefer, preference } from './preferences.ts';
import type { Workbench } from './workbench.ts';

/** Whether nobody has taken or declined the tour on this device. */
export const offersTour = (): boolean => preference('tour') === undefined;

/** Stops offering it. */
export function declineTour(): void {
  prefer('tour', 'seen');
}

/** Opens the first sample and leads through it. */
export async function takeTour(workbench: Workbench): Promise<void> {
  declineTour();
  const [sample] = await loadSamples();
  if (!sample) return;
  await workbench.openUntouched(await studyOfSample(sample, locale()));
  workbench.panels.startTour();
}
