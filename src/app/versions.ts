/** What one does with earlier states of the open study. */
import { msg, str } from '@lit/localize';
import type { RestorePoint, VersionDetails } from '../study/history.ts';
import { createDesign, createStudy } from '../study/study.ts';
import { refusedByFrame } from './framing.ts';
import type { Workbench } from './workbench.ts';

/** Keeps the present state under a name. */
export async function keepVersion({ session, keeper, store }: Workbench, details: VersionDetails): Promise<void> {
  if (!session) return;
  await keeper.flush();
  await store?.keepVersion(await session.snapshot(), details);
}

/** Makes an earlier state the present one; the present one stays among the earlier states. Answers whether it did. */
export async function goBackTo(workbench: Workbench, point: RestorePoint, name: string): Promise<boolean> {
  const { session, keeper, store } = workbench;
  const refused = refusedByFrame();
  if (!session || keeper.readOnly || refused) {
    if (refused) workbench.say(refused, 'alert');
    return false;
  }
  await keeper.flush();
  const study = await store?.restore(point.number);
  if (!study) {
    workbench.say(msg(str`${name} can no longer be read.`), 'alert');
    return false;
  }
  await session.follow({ ...study, id: session.studyId });
  session.edit(() => ({ name: study.name })); // the name goes back as well, and the whole is saved
  workbench.say(msg(str`This is ${name} again. What you had before is among the earlier states.`));
  return true;
}

/** Opens an earlier state as a study of its own. Answers whether it did. */
export async function copyOf(workbench: Workbench, point: RestorePoint, name: string): Promise<boolean> {
  const study = await workbench.store?.restore(point.number);
  if (!study) {
    workbench.say(msg(str`${name} can no longer be read.`), 'alert');
    return false;
  }
  const designs = study.designs.map((design) => ({ ...createDesign(design.name, design.xml) }));
  await workbench.open(createStudy(`${study.name} (${name})`, designs));
  return true;
}
