/** What a tab of the results shows. */
import type { TemplateResult } from 'lit';
import type { ProcessModel } from '#simulation';
import type { ChartInput } from '../../../charts/chart.ts';
import type { FormatLocale } from '../../../format/index.ts';

export interface PanelContext {
  readonly input: ChartInput;
  /** For the names of flows and events. */
  readonly model: ProcessModel;
  readonly locale: FormatLocale;
  /** A run is under way. */
  readonly streaming: boolean;
  /** All planned replications are in. */
  readonly settled: boolean;
}

export interface Panel {
  readonly id: string;
  label(context: PanelContext): string;
  render(context: PanelContext): TemplateResult;
}
