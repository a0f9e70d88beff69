/** `<pf-history>`: the versions of the open study and its earlier states; name one, go back to one, open a copy of one. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js';
import { copyOf, goBackTo, keepVersion } from '../../app/versions.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { nextVersionName, type RestorePoint, type VersionDetails } from '../../study/history.ts';
import { historyStyles } from './history-styles.ts';
import { pointName, pointTime } from './point-name.ts';
import './version-comparison.ts';

@customElement('pf-history')
@localized()
export class HistoryDialog extends LitElement {
  static override readonly styles = historyStyles;

  @property({ type: Boolean }) open = false;
  @state() private points: readonly RestorePoint[] | undefined;
  /** The point that is being named; `now` is the present state. */
  @state() private naming: number | 'now' = 'now';
  @query('#name') private readonly nameField!: WaInput | null;
  @query('#reviewer') private readonly reviewerField!: WaInput | null;
  @query('#note') private readonly noteField!: WaInput | null;
  private readonly controller = new WorkbenchController(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('open') && this.open) void this.refresh();
  }

  override render(): TemplateResult {
    const { workbench } = this.controller;
    const points = this.points ?? [];
    const versions = points.filter((point) => point.version);
    const states = points.filter((point) => !point.version);
    return html`<wa-dialog
      label=${msg('Versions and earlier states')}
      light-dismiss
      ?open=${this.open}
      @wa-after-hide=${this.closed}
    >
      ${workbench?.session && !workbench.keeper.readOnly ? this.form(workbench) : nothing}
      <section aria-labelledby="versions">
        <h3 id="versions">${msg('Versions')}</h3>
        ${
          versions.length === 0
            ? html`<p class="empty">
                ${msg('None yet. Give the present state a name before a review or a workshop: you can compare with it and go back to it later.')}
              </p>`
            : html`<ul>
                ${versions.map((point) => this.row(point, workbench))}
              </ul>`
        }
      </section>
      ${
        points.length === 0
          ? nothing
          : html`<section aria-labelledby="compare">
              <h3 id="compare">${msg('Compare')}</h3>
              <pf-version-comparison .points=${points}></pf-version-comparison>
            </section>`
      }
      <section aria-labelledby="states">
        <h3 id="states">${msg('Earlier states')}</h3>
        <p class="empty">
          ${msg('Kept by itself while you work: close together for the last minutes, further apart before.')}
        </p>
        <ul class="states">
          ${states.map((point) => this.row(point, workbench))}
        </ul>
      </section>
    </wa-dialog>`;
  }

  private form(workbench: Workbench): TemplateResult {
    const point = this.points?.find(({ number }) => number === this.naming);
    const details = point?.version;
    const title = point ? msg(str`Name the state of ${pointTime(point)}`) : msg('Keep the present state as a version');
    return html`<form @submit=${(event: Event) => void this.keep(event, workbench)} aria-label=${title}>
      <h3>${title}</h3>
      <wa-input
        id="name"
        size="s"
        maxlength="60"
        required
        label=${msg('Version')}
        .value=${details?.name ?? this.nextName}
      ></wa-input>
      <wa-input
        id="reviewer"
        size="s"
        maxlength="120"
        label=${msg('Reviewed by')}
        .value=${details?.reviewer ?? ''}
      ></wa-input>
      <wa-input
        id="note"
        size="s"
        maxlength="500"
        label=${msg('What for')}
        placeholder=${msg('What changed, or what it is for')}
        .value=${details?.note ?? ''}
      ></wa-input>
      <div class="buttons">
        <wa-button size="s" variant="brand" type="submit">${msg('Keep version')}</wa-button>
        ${
          point
            ? html`<wa-button size="s" appearance="plain" @click=${() => (this.naming = 'now')}
                >${msg('Cancel')}</wa-button
              >`
            : nothing
        }
      </div>
    </form>`;
  }

  private row(point: RestorePoint, workbench: Workbench | undefined): TemplateResult {
    const { version } = point;
    const time = pointTime(point);
    const name = version?.name ?? time;
    const editable = workbench?.keeper.readOnly === false;
    return html`<li>
      <div class="what">
        ${version ? html`<strong>${version.name}</strong>` : nothing}
        <span class="time">${time}</span>
        ${version?.reviewer ? html`<span class="reviewer">${msg(str`Reviewed by ${version.reviewer}`)}</span>` : nothing}
        ${version?.note ? html`<span class="note">${version.note}</span>` : nothing}
      </div>
      <wa-button size="s" appearance="plain" ?disabled=${!editable} @click=${() => this.name(point)}
        >${label(version ? msg('Edit') : msg('Give a name'), msg(str`Name ${name}`))}</wa-button
      >
      <wa-button size="s" appearance="plain" @click=${() => void this.openCopy(point)}
        >${label(msg('Open a copy'), msg(str`Open a copy of ${name}`))}</wa-button
      >
      <wa-button size="s" appearance="outlined" ?disabled=${!editable} @click=${() => void this.goBack(point)}
        >${label(msg('Go back'), msg(str`Go back to ${name}`))}</wa-button
      >
    </li>`;
  }

  /** After that of the newest version. */
  private get nextName(): string {
    return nextVersionName(this.points?.find((point) => point.version)?.version?.name);
  }

  private name(point: RestorePoint): void {
    this.naming = point.number;
    void this.updateComplete.then(() => this.nameField?.focus());
  }

  private async keep(event: Event, workbench: Workbench): Promise<void> {
    event.preventDefault();
    const details: VersionDetails = {
      name: this.nameField?.value?.trim() ?? '',
      reviewer: this.reviewerField?.value?.trim() ?? '',
      note: this.noteField?.value?.trim() ?? '',
    };
    if (details.name === '') return;
    if (this.naming === 'now') await keepVersion(workbench, details);
    else await workbench.store?.describeVersion(this.naming, details);
    workbench.say(msg(str`${details.name} is kept.`));
    this.naming = 'now';
    for (const field of [this.reviewerField, this.noteField]) if (field) field.value = '';
    await this.refresh();
    if (this.nameField) this.nameField.value = this.nextName;
  }

  private async openCopy(point: RestorePoint): Promise<void> {
    const { workbench } = this.controller;
    if (workbench && (await copyOf(workbench, point, pointName(point)))) this.close();
  }

  private async goBack(point: RestorePoint): Promise<void> {
    const { workbench } = this.controller;
    if (workbench && (await goBackTo(workbench, point, pointName(point)))) this.close();
  }

  private async refresh(): Promise<void> {
    const { workbench } = this.controller;
    const id = workbench?.session?.studyId;
    await workbench?.keeper.flush();
    this.points = id === undefined ? [] : await workbench?.store?.history(id);
  }

  private close(): void {
    this.dispatchEvent(new Event('pf-close'));
  }

  private closed(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.naming = 'now';
    this.close();
  }
}

/** What a button says, and what is read out in its place: the element takes no name from an attribute. */
const label = (shown: string, spoken: string): TemplateResult =>
  html`<span aria-hidden="true">${shown}</span><span class="spoken">${spoken}</span>`;
