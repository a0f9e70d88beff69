/** Links that carry a design: made from what is open, and opened as a copy that is not kept before somebody changes it. */
import { msg, str } from '@lit/localize';
import { isRefusal, openDocument, toXml, writeScenarios } from '../bpmn/index.ts';
import { isShareFragment, openFragment, shareFragment } from '../study/share-link.ts';
import { createDesign, createStudy } from '../study/study.ts';
import { askChoice } from './ask.ts';
import type { StudySession } from './study-session.ts';
import type { Workbench } from './workbench.ts';

/** The link to the active design with the active scenario and its seed. */
export async function shareLink(session: StudySession): Promise<string> {
  const opened = await openDocument(await session.editor.toXml());
  if (isRefusal(opened)) throw new Error('the open design cannot be read');
  const { scenario } = session; // whole, whatever it inherits
  const run = { ...scenario.run, seed: scenario.run?.seed ?? 'preflight' };
  writeScenarios(opened.definitions, opened.moddle, [{ ...scenario, run }]);
  const name = session.designs.find((d) => d.id === session.activeDesign)?.name ?? '';
  const fragment = await shareFragment({ study: session.studyName, name, xml: await toXml(opened) });
  return `${location.origin}${location.pathname}${fragment}`;
}

/** Opens what the address carries, now and whenever a link is put into it. The fragment leaves the address bar at once. */
export function takeSharedLinks(workbench: Workbench): () => void {
  const take = (): void => {
    const { hash } = location;
    if (!isShareFragment(hash)) return;
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
    void openShared(workbench, hash);
  };
  window.addEventListener('hashchange', take);
  take();
  return () => {
    window.removeEventListener('hashchange', take);
  };
}

async function openShared(workbench: Workbench, fragment: string): Promise<void> {
  const shared = await openFragment(fragment);
  if (typeof shared === 'string') {
    workbench.say(refusal(shared), 'alert');
    return;
  }
  const { study, name, xml } = shared;
  const answer = await askChoice(
    msg(str`Open “${study}” from this link?`),
    msg('It opens as a copy of your own, kept once you change or save it. Your other studies stay as they are.'),
    [{ value: 'open', label: msg('Open'), variant: 'brand' }],
  );
  if (!answer) return;
  const opened = await openDocument(xml);
  if (isRefusal(opened)) {
    workbench.say(refusal('broken'), 'alert');
    return;
  }
  await workbench.openUntouched(createStudy(study, [createDesign(name, xml)]));
}

function refusal(why: 'broken' | 'too-long' | 'newer'): string {
  switch (why) {
    case 'broken':
      return msg('The link is damaged or was cut short. Ask for it again, or for the file.');
    case 'too-long':
      return msg('The link holds more than can be opened this way. Ask for the file.');
    case 'newer':
      return msg(
        'The link was made by a newer version of Preflight. Reload the page to get it, then open the link again.',
      );
  }
}
