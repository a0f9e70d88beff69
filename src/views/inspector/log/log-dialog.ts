/** `<pf-event-log>`: an event log that was opened beside a process, read into the arrivals of one of its start events. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { WorkbenchController } from '../../../app/workbench-controller.ts';
import type { StudySession } from '../../../app/study-session.ts';
import { choice } from '../../../fields/choice.ts';
import { fieldStyles } from '../../../fields/field-styles.ts';
import { formatNumber } from '../../../format/index.ts';
import { nameOf } from '../../../i18n/element-names.ts';
import { locale } from '../../../i18n/locale.ts';
import { contextOf, targetOf } from '../context.ts';
import { setParameter } from '../edits/elements.ts';
import { arrivalsSection } from '../sections/arrivals-section.ts';
import { startOfRun, inFirstWeek } from '../sections/replay.ts';
import './log-arrivals.ts';
import type { LogArrivals } from './log-arrivals.ts';

@customElement('pf-event-log')
@localized()
export class EventLogDialog extends LitElement {
  static override readonly styles = fieldStyles;

  @property({ type: Boolean }) open = false;
  /** The start event the user chose. */
  @state() private chosen: string | undefined;
  private readonly controller = new WorkbenchController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.chosen = this.controller.workbench?.session?.editor.selected;
  }

  override render(): TemplateResult {
    const { session } = this.controller.workbench ?? {};
    return html`<wa-dialog
      style="--width: min(60rem, 94vw)"
      label=${msg('Arrivals from an event log')}
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      ${this.open && session ? this.content(session) : nothing}
    </wa-dialog>`;
  }

  private content(session: StudySession): TemplateResult {
    const context = contextOf(session);
    const { model, scenario } = context;
    const starts = model.nodes
      .map(({ id }) => id)
      .filter((id) => arrivalsSection.applies(targetOf(model, id), context));
    const [first] = starts;
    if (first === undefined)
      return html`<p>${msg('Cases cannot come yet: the process has no start event. Draw one, then open the log.')}</p>`;
    const start = starts.find((id) => id === this.chosen) ?? first;
    return html`<div class="stack">
      ${
        starts.length > 1
          ? choice({
              label: msg('Cases come at'),
              value: start,
              choices: starts.map((id) => ({ value: id, label: nameOf(model, scenario, id) })),
              chosen: (id) => (this.chosen = id),
            })
          : nothing
      }
      <pf-log-arrivals
        .given=${this.controller.workbench?.log}
        @pf-arrivals=${(event: LogArrivals) => {
          this.take(session, start, event.detail);
        }}
      ></pf-log-arrivals>
    </div>`;
  }

  private take(session: StudySession, start: string, moments: readonly number[]): void {
    const { edit, model, scenario } = contextOf(session);
    const name = nameOf(model, scenario, start);
    const replay = inFirstWeek(
      moments.map((ms) => ms / 1000),
      startOfRun(scenario),
    );
    if (!replay) return;
    edit(msg(str`Set arrivals at ${name}`), (written) => setParameter(written, start, 'arrivals', { replay }));
    this.open = false;
    session.editor.select(start);
    session.announce(msg(str`${formatNumber(replay.length, locale(), 0)} arrivals recorded at ${name}.`));
  }

  private closed(event: Event): void {
    if (event.target === event.currentTarget) this.dispatchEvent(new Event('pf-close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pf-event-log': EventLogDialog;
  }
}
