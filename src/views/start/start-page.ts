/** `<pf-start>`: where everything begins. What Preflight does, samples to try, files to open, studies to go on with. */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { perform } from '../../app/commands/command.ts';
import { command } from '../../app/commands/index.ts';
import { declineTour, offersTour } from '../../app/tour.ts';
import { WorkbenchController } from '../../app/workbench-controller.ts';
import type { Workbench } from '../../app/workbench.ts';
import { locale } from '../../i18n/locale.ts';
import { loadSamples, studyOfSample, type Sample } from '../../study/samples.ts';
import type { RecentStudy } from '../../study/study-store.ts';
import '../bar/language-menu.ts';
import '../bar/main-menu.ts';
import '../bar/theme-menu.ts';
import '../status/status-line.ts';
import '../status/update-banner.ts';
import { sketchPicture } from './sketch-picture.ts';
import { startStyles } from './start-styles.ts';

@customElement('pf-start')
@localized()
export class StartPage extends LitElement {
  static override readonly styles = startStyles;

  @state() private offersTour = offersTour();
  @state() private samples: readonly Sample[] = [];
  @state() private recent: readonly RecentStudy[] | undefined;
  private readonly controller = new WorkbenchController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void loadSamples().then((samples) => (this.samples = samples));
  }

  override willUpdate(): void {
    const { workbench } = this.controller;
    if (workbench?.store && !this.recent) void this.refresh(workbench);
  }

  override render(): TemplateResult {
    const { workbench } = this.controller;
    if (!workbench) return html``;
    return html`
      <header>
        <img src="./favicon.svg" alt="" /><span class="brand">Preflight</span> <pf-language-menu></pf-language-menu
        ><pf-theme-menu></pf-theme-menu><pf-main-menu></pf-main-menu>
      </header>
      <pf-update-banner></pf-update-banner>
      <main>
        <section class="hero">
          <h1>${msg('Know what a process change brings before you pilot it')}</h1>
          <p>
            ${msg(
              'Draw today’s process and the one you plan, say who works on it and how long steps take. Preflight simulates both and tells cycle time, waiting, deadlines met and cost, each with an honest interval.',
            )}
          </p>
          <div class="actions">
            <wa-button variant="brand" @click=${() => void perform(command('new-study'), workbench)}>
              <wa-icon slot="start" name="plus"></wa-icon>${msg('New study')}
            </wa-button>
            <wa-button appearance="outlined" @click=${() => void perform(command('open'), workbench)}>
              <wa-icon slot="start" name="open"></wa-icon>${msg('Open files…')}
            </wa-button>
            <span class="hint">${msg('or drop .bpmn files anywhere on this page')}</span>
            <p class="privacy">
              <wa-icon name="shield"></wa-icon>${msg('Your process data stay in this browser. Nothing is uploaded.')}
            </p>
          </div>
        </section>
        ${this.tourOffer(workbench)} ${this.recentStudies(workbench)} ${this.gallery(workbench)}
      </main>
      <pf-status></pf-status>
    `;
  }

  private tourOffer(workbench: Workbench): TemplateResult | typeof nothing {
    if (!this.offersTour) return nothing;
    return html`<section class="tour" aria-label=${msg('New here?')}>
      <wa-icon name="star"></wa-icon>
      <span><strong>${msg('New here?')}</strong> ${msg('Five steps on a sample, one minute.')}</span>
      <wa-button size="s" variant="brand" @click=${() => void perform(command('tour'), workbench)}
        >${msg('Show me')}</wa-button
      >
      <wa-button size="s" appearance="plain" @click=${this.decline}>${msg('No, thanks')}</wa-button>
    </section>`;
  }

  private readonly decline = (): void => {
    declineTour();
    this.offersTour = false;
  };

  private recentStudies(workbench: Workbench): TemplateResult | typeof nothing {
    if (!this.recent || this.recent.length === 0) return nothing;
    const time = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' });
    return html`<section aria-labelledby="recent">
      <h2 id="recent">${msg('Recent studies')}</h2>
      <ul class="cards recent">
        ${this.recent.map(
          (study) =>
            html`<li>
              <button class="card" @click=${() => void workbench.openRecent(study.id)}>
                <span class="picture">${sketchPicture(study.sketch)}</span>
                <span class="title">${study.name}</span>
                <span class="detail"
                  >${time.format(study.savedAt)} ·
                  ${study.designs === 1 ? msg('1 design') : msg(str`${study.designs} designs`)}</span
                >
              </button>
              <wa-button
                class="forget"
                size="s"
                appearance="plain"
                title=${msg(str`Remove “${study.name}” from this device`)}
                @click=${() => void this.forget(workbench, study)}
              >
                <wa-icon name="trash" label=${msg(str`Remove “${study.name}” from this device`)}></wa-icon>
              </wa-button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private gallery(workbench: Workbench): TemplateResult | typeof nothing {
    if (this.samples.length === 0) return nothing;
    return html`<section aria-labelledby="samples">
      <h2 id="samples">${msg('Start from a sample')}</h2>
      <ul class="cards">
        ${this.samples.map(
          (sample) =>
            html`<li>
              <button class="card" @click=${() => void this.openSample(workbench, sample)}>
                <span class="picture">${sketchPicture(sample.sketch)}</span>
                <span class="title">${sample.title[locale()]}</span>
                <span class="question">${sample.question[locale()]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private async openSample(workbench: Workbench, sample: Sample): Promise<void> {
    await workbench.open(await studyOfSample(sample, locale()));
  }

  private async forget(workbench: Workbench, study: RecentStudy): Promise<void> {
    const { askChoice } = await import('../../app/ask.ts');
    const answer = await askChoice(
      msg(str`Remove “${study.name}”?`),
      msg('It is deleted from this browser. Files you saved to disk stay.'),
      [{ value: 'remove', label: msg('Remove'), variant: 'danger' }],
    );
    if (!answer) return;
    await workbench.forget(study.id);
    await this.refresh(workbench);
  }

  private async refresh(workbench: Workbench): Promise<void> {
    this.recent = await workbench.recent();
  }
}
