/** What an exporter is: one kind of file made from what is open. */
import type { RunResult, Scenario } from '#simulation';
import type { FormatLocale } from '../format/index.ts';

/** What there is to export; parts that do not exist yet are absent. */
export interface ExportSource {
  /** Shown result with the scenario it was run with. */
  readonly run?: { readonly result: RunResult; readonly scenario: Scenario };
  /** Id of the chart to export. */
  readonly chart?: string;
  /** The diagram as SVG text. */
  readonly diagram?: () => Promise<string>;
  readonly locale: FormatLocale;
}

export interface Exporter {
  readonly id: string;
  /** Menu entry in the language of the page. */
  label(): string;
  /** With its dot. */
  readonly extension: string;
  /** Whether the source has what it takes. */
  accepts(source: ExportSource): boolean;
  write(source: ExportSource): Promise<Blob>;
}
