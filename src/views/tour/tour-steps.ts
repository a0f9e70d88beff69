/** The five steps of the tour: where to look, what to say, and what happens on the way. */
import { msg } from '@lit/localize';
import type { StudySession } from '../../app/study-session.ts';

export interface TourStep {
  /** Selectors of the part of the workspace that is spoken of, from shadow root to shadow root. */
  readonly where: readonly string[];
  /** On which side of it the text stands. */
  readonly side: 'left' | 'right' | 'above' | 'below' | 'inside';
  readonly title: () => string;
  readonly text: () => string;
  /** What the button says that goes on; "Next" by default. */
  readonly next?: () => string;
  /** Done when the step begins. */
  readonly begin?: (session: StudySession) => void;
  /** Done when the step is left forwards. */
  readonly end?: (session: StudySession) => void;
}

export const tourSteps: readonly TourStep[] = [
  {
    where: ['.pf-canvas'],
    side: 'inside',
    title: () => msg('The process of today'),
    text: () =>
      msg(
        'Customer complaints, as they are handled now. Drag shapes from the left to draw your own process, or press N and choose from the list.',
      ),
  },
  {
    where: ['pf-inspector'],
    side: 'left',
    title: () => msg('Who does it, and how long it takes'),
    text: () =>
      msg(
        'Select a step and say it here. Figures marked “guess” are the ones to measure; under “Scenario” stand the people, their hours and what was promised to customers.',
      ),
    begin: (session) => {
      const step = session.model.nodes.find(({ type }) => /Task$/.test(type));
      if (step) session.editor.select(step.id);
    },
  },
  {
    where: ['pf-bar', 'pf-run-button'],
    side: 'below',
    title: () => msg('Try it before the pilot'),
    text: () =>
      msg(
        'Run simulates the same weeks thirty times with different luck. It takes seconds, and Ctrl+Enter does it too.',
      ),
    next: () => msg('Run it'),
    end: (session) => {
      session.startRun();
    },
  },
  {
    where: ['pf-results'],
    side: 'above',
    title: () => msg('What to expect, and how surely'),
    text: () =>
      msg(
        'How many promises are kept, how long cases take, where they wait and what it costs. The interval under each figure says how far it could still be off; ⓘ explains it.',
      ),
  },
  {
    where: ['pf-bar', 'pf-design-tabs'],
    side: 'below',
    title: () => msg('The process you plan'),
    text: () =>
      msg(
        'The second tab holds the planned process. It meets the same customers with the same luck, so the difference is what the change brings. Now change something, and run again.',
      ),
    next: () => msg('Begin'),
  },
];
