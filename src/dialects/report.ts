/** Findings of reading from and writing to other tools' formats: what takes no part, what was fitted, what is missing. */
import { issue, type DistributionSpec, type Issue, type IssueValue, type Named } from '#simulation';
import { momentsOf, timeText, type Moments } from './moments.ts';

/** Parameters that messages name; their words are in `src/i18n/issues/dialect.ts`. */
export type What =
  | 'absence'
  | 'activation'
  | 'arrivals'
  | 'attributes'
  | 'balking'
  | 'batching'
  | 'calendar'
  | 'completion'
  | 'condition'
  | 'cost'
  | 'cost-per-use'
  | 'currency'
  | 'delay'
  | 'description'
  | 'discipline'
  | 'duration'
  | 'end'
  | 'fastest'
  | 'fixed-cost'
  | 'initial-work'
  | 'instance-cost'
  | 'instances'
  | 'latency'
  | 'multitasking'
  | 'other-person'
  | 'overtime'
  | 'patience'
  | 'preemption'
  | 'priority'
  | 'probability'
  | 'provenance'
  | 'recorded-arrivals'
  | 'repetition'
  | 'replications'
  | 'resources'
  | 'roles'
  | 'rule'
  | 'same-person'
  | 'seed'
  | 'set-up'
  | 'shift-end'
  | 'sla'
  | 'slow-hours'
  | 'speed'
  | 'start'
  | 'task-type'
  | 'threshold'
  | 'time-share'
  | 'time-zone'
  | 'trimming'
  | 'units'
  | 'warm-up'
  | 'work-by-class'
  | 'work-by-person';

/** A distribution by its name in another tool, and what that tool draws from it, in seconds. */
export interface Fit {
  readonly name: string;
  readonly moments: Moments;
}

/** Collects findings about one file in the format `format`, a proper name such as `QBP`. The same finding is kept once. */
export class Report {
  readonly issues: Issue[] = [];
  private readonly known = new Set<string>();

  constructor(readonly format: string) {}

  /** The file says it; the simulation cannot use it. */
  notRead(what: What, element?: Named, value = ''): void {
    this.add(issue('warning', 'dialect-not-read', element, { what, value, format: this.format }));
  }

  /** The file says something that cannot be meant. */
  unusable(what: What, element: Named | undefined, value: IssueValue): void {
    this.add(issue('warning', 'dialect-value-unusable', element, { what, value, format: this.format }));
  }

  /** Parameters of something that the process does not have. */
  missing(reference: string): void {
    this.add(issue('warning', 'dialect-element-missing', undefined, { reference, format: this.format }));
  }

  /** Read as another shape with the same mean and deviation. */
  fitted(what: What, element: Named | undefined, { name, moments }: Fit, to: DistributionSpec): void {
    this.add(
      issue('info', 'dialect-fitted', element, {
        what,
        from: name,
        to: to.type,
        ...before(moments),
        ...momentValues(momentsOf(to)),
        format: this.format,
      }),
    );
  }

  /** Mean and deviation of a time as texts. */
  moments(spec: DistributionSpec): Readonly<Record<string, IssueValue>> {
    return momentValues(momentsOf(spec));
  }

  /** The target format has no place for it. */
  leftOut(what: What, element?: Named, value: IssueValue = ''): void {
    this.add(issue('warning', 'export-left-out', element, { what, value, format: this.format }));
  }

  /** Written as the nearest that the target format knows. */
  changed(what: What, element: Named | undefined, value: IssueValue): void {
    this.add(issue('info', 'export-changed', element, { what, value, format: this.format }));
  }

  /** Written as another shape with the same mean and deviation. */
  approximated(what: What, element: Named | undefined, from: DistributionSpec, to: Fit): void {
    this.add(
      issue('info', 'export-fitted', element, {
        what,
        from: from.type,
        to: to.name,
        ...before(momentsOf(from)),
        ...momentValues(to.moments),
        format: this.format,
      }),
    );
  }

  note(code: string, element?: Named, values: Readonly<Record<string, IssueValue>> = {}): void {
    this.add(issue('info', code, element, { ...values, format: this.format }));
  }

  warn(code: string, element?: Named, values: Readonly<Record<string, IssueValue>> = {}): void {
    this.add(issue('warning', code, element, { ...values, format: this.format }));
  }

  private add(found: Issue): void {
    const key = JSON.stringify(found);
    if (this.known.has(key)) return;
    this.known.add(key);
    this.issues.push(found);
  }
}

const UNKNOWN: Moments = { mean: NaN, sd: NaN };

function momentValues({ mean, sd }: Moments = UNKNOWN): Readonly<Record<string, IssueValue>> {
  return { mean: timeText(mean), sd: timeText(sd) };
}

const before = ({ mean, sd }: Moments = UNKNOWN): Readonly<Record<string, IssueValue>> => ({
  meanBefore: timeText(mean),
  sdBefore: timeText(sd),
});
