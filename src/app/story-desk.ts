/** The story of the open study: its steps, changed as a whole and saved with the study. */
import { showable, type StoryStep } from '../study/story.ts';
import type { StudyRecord } from './study-record.ts';

export class StoryDesk {
  constructor(private readonly kept: StudyRecord) {}

  /** The steps that can be shown. */
  get steps(): readonly StoryStep[] {
    const { story = [], designs } = this.kept.study;
    return showable(story, designs);
  }

  set steps(story: readonly StoryStep[]) {
    this.kept.update({ story });
  }
}
