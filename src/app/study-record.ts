/** The open study as data: what is saved of it, and whether it says more than its file or than what was last kept. */
import { designOf, withDesign, type Design, type Study } from '../study/study.ts';

export class StudyRecord {
  /** Changes are refused. */
  readOnly = false;
  /** Something changed since the study was last taken to be kept. */
  edited = false;

  constructor(
    public study: Study,
    /** Told of each change, and of each that was refused. */
    private readonly heard: { changed(): void; refused(): void },
  ) {}

  get activeDesign(): Design {
    return designOf(this.study, this.study.activeDesign);
  }

  /** Changes what is saved; `outdates` the file on disk unless only the view of the study changed. */
  update(change: Partial<Study>, outdates = true): void {
    if (this.readOnly && outdates) {
      this.heard.refused();
      return;
    }
    this.edited ||= outdates;
    const outdated = outdates && this.study.fileName !== undefined ? { fileOutdated: true } : {};
    this.study = { ...this.study, ...outdated, ...change };
    this.heard.changed();
  }

  updateDesign(id: string, change: Partial<Design>, outdates = true): void {
    this.update({ designs: withDesign(this.study, id, change).designs }, outdates);
  }

  /** Puts in the documents as the editors hold them. */
  take(documents: ReadonlyMap<string, string>): Study {
    for (const [id, xml] of documents) this.study = withDesign(this.study, id, { xml });
    return this.study;
  }

  /** Takes over a state that another tab kept, but goes on looking at the same design and scenario; answers the state before. */
  follow(study: Study): Study {
    const before = this.study;
    const active = study.designs.find((d) => d.id === before.activeDesign) ?? designOf(study, study.activeDesign);
    const seen = before.designs.find((d) => d.id === active.id)?.activeScenario;
    this.study = withDesign({ ...study, activeDesign: active.id }, active.id, seen ? { activeScenario: seen } : {});
    return before;
  }
}
