/** What became of a file on its way in: kept, repaired or dropped, element by element. */
import { issue, type Issue, type Named } from '#simulation';
import { contained, idOf, localNameOf, named, type ModdleElement } from './moddle.ts';

/**
 * `kept`: in the file and saved with it, though it is not drawn or simulated. `repaired`: usable now, and saved as the text says.
 * `dropped`: not here any more and not saved; the original file still has it.
 */
export type Outcome = 'kept' | 'repaired' | 'dropped';

export const OUTCOMES: readonly Outcome[] = ['dropped', 'repaired', 'kept'];

/** One thing that did not simply pass; the text of `issue.code` says what happened. */
export interface ReportEntry {
  readonly outcome: Outcome;
  readonly issue: Issue;
  /** What the element is, by local name as in `userTask`, for those without a name. */
  readonly type?: string;
}

export interface ImportReport {
  /** How many elements of each type the document has, by local name as in `userTask`; the most frequent first. */
  readonly elements: readonly (readonly [type: string, count: number])[];
  /** At most `MOST_ENTRIES`, in the order of the steps that made them. */
  readonly entries: readonly ReportEntry[];
  /** How many entries of each outcome there are, listed or not. */
  readonly totals: Readonly<Record<Outcome, number>>;
}

/** More entries, and more findings, are counted, not listed. */
const MOST_ENTRIES = 500;
const MOST_LISTED = 100;

/** Collects what the steps of the import have to say. */
export class ReportLog {
  readonly #entries: ReportEntry[] = [];
  readonly #totals: Record<Outcome, number> = { kept: 0, repaired: 0, dropped: 0 };
  /** Of each code that is summed up: the first entry and how many there are. */
  readonly #sums = new Map<string, { first: Issue; count: number }>();
  readonly #singles: Issue[] = [];

  /** Takes note of one thing. `sum`: the code under which all of its kind make one finding; default: a finding of its own. */
  add(outcome: Outcome, entry: Issue, sum?: string): void {
    this.note(outcome, entry);
    if (sum === undefined) {
      this.#singles.push(entry);
      return;
    }
    const known = this.#sums.get(sum);
    if (known) known.count += 1;
    else this.#sums.set(sum, { first: entry, count: 1 });
  }

  /** The same for what is no finding: it is in the report alone. */
  note(outcome: Outcome, entry: Issue): void {
    this.#totals[outcome] += 1;
    if (this.#entries.length < MOST_ENTRIES) this.#entries.push({ outcome, issue: entry });
  }

  /** The findings for the list of problems, where what is of one kind may be summed up. */
  get issues(): readonly Issue[] {
    const sums = [...this.#sums].map(([code, { first, count }]) =>
      issue(first.severity, code, undefined, { ...first.values, count }),
    );
    const listed = this.#singles.slice(0, MOST_LISTED);
    const count = this.#singles.length - listed.length;
    const more = count > 0 ? [issue('warning', 'more-findings', undefined, { count })] : [];
    return [...sums, ...listed, ...more];
  }

  /** The report, with the names that elements have in the document. */
  report(definitions: ModdleElement): ImportReport {
    const counts = new Map<string, number>();
    const known = new Map<string, Named & { readonly type: string }>();
    for (const element of contained(definitions)) {
      if (element.$descriptor.isGeneric) continue;
      const type = localNameOf(element);
      counts.set(type, (counts.get(type) ?? 0) + 1);
      if (idOf(element) !== '') known.set(idOf(element), { ...named(element), type });
    }
    const withElement = ({ outcome, issue: found }: ReportEntry): ReportEntry => {
      const element = known.get(found.elementId ?? '');
      if (!element) return { outcome, issue: found };
      return element.name === undefined
        ? { outcome, issue: found, type: element.type }
        : { outcome, issue: { ...found, elementName: element.name } };
    };
    return {
      elements: [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
      entries: this.#entries.map(withElement),
      totals: { ...this.#totals },
    };
  }
}
