/** `<pf-app>`: the frame of the page. Start page or workspace, panels and their sizes, dialogs, files dropped anywhere. */
import { ContextProvider } from '@lit/context';
import { LOCALE_STATUS_EVENT, localized, msg, type LocaleStatusEventDetail } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { createDesignEditor, createDesignViewer } from '../editor/index.ts';
import type { DesignViewer } from '../editor/design-viewer.ts';
import { markName } from '../i18n/mark-names.ts';
import { issueText } from '../i18n/issues.ts';
import { locale } from '../i18n/locale.ts';
import { browserPreparer } from '../opening/browser-preparer.ts';
import { createBrowserWorker } from '../runs/browser-worker.ts';
import { defaultPoolSize, WorkerPool } from '../runs/worker-pool.ts';
import '../views/bar/app-bar.ts';
import '../views/inspector/inspector-panel.ts';
import '../views/problems/problems-panel.ts';
import '../views/results/results-dock.ts';
import '../views/start/start-page.ts';
import '../views/status/save-banner.ts';
import '../views/status/selection-announcer.ts';
import '../views/status/status-line.ts';
import '../views/status/update-banner.ts';
import '../views/tour/tour-guide.ts';
import { listenForShortcuts } from './commands/keyboard.ts';
import './dialogs.ts';
import type { Dialogs } from './dialogs.ts';
import { FileDrop } from './file-drop.ts';
import { takeLaunchedFiles } from './launched-files.ts';
import { openFiles } from './open-files.ts';
import { PanelSizes } from './panel-sizes.ts';
import { sessionContext } from './session.ts';
import { takeSharedLinks } from './share.ts';
import './splitter.ts';
import type { SessionEnvironment } from './session-environment.ts';
import type { ExperimentDesks } from './experiments/experiment-desks.ts';
import type { DialogName, Page, Panel, Shell } from './shell.ts';
import { Workbench, workbenchContext } from './workbench.ts';

@customElement('pf-app')
@localized()
export class AppShell extends LitElement implements Shell {
  @state() private showsStudy = false;
  @state() private touring = false;
  /** Another number = another panel of parameters in place of the one that shows. */
  @state() private inspectorTurn = 0;
  @state() page: Page = 'design';
  private desks: { readonly of: unknown; readonly desks: ExperimentDesks } | undefined;
  /** `projecting`: in a second window, while the editor stays. */
  @state() private presentation: 'replay' | 'presenting' | 'projecting' | undefined;
  @query('.pf-canvas') private readonly canvas!: HTMLElement | null;
  @query('pf-dialogs') private readonly dialogs!: Dialogs | null;

  readonly prepare = browserPreparer();
  private readonly sizes = new PanelSizes(this);
  private readonly workbench = new Workbench(this);
  private readonly sessions = new ContextProvider(this, { context: sessionContext });
  private readonly backend = new WorkerPool({
    createWorker: createBrowserWorker,
    size: defaultPoolSize(navigator.hardwareConcurrency),
  });
  private stops: readonly (() => void)[] = [];

  constructor() {
    super();
    new ContextProvider(this, { context: workbenchContext, initialValue: this.workbench });
    new FileDrop(this, (files) => void openFiles(this.workbench, files));
  }

  /** Light DOM: the diagram's style sheet and fonts must reach the canvas. */
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stops = [this.workbench.onChange(this.follow), listenForShortcuts(this.workbench)];
    window.addEventListener(LOCALE_STATUS_EVENT, this.localeChanged);
    void this.workbench.start().then(() => {
      takeLaunchedFiles(this.workbench);
      this.stops = [...this.stops, takeSharedLinks(this.workbench)];
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops) stop();
    window.removeEventListener(LOCALE_STATUS_EVENT, this.localeChanged);
  }

  override render(): TemplateResult {
    return html`
      ${this.showsStudy ? this.workspace() : html`<pf-start></pf-start>`} ${this.covered ? this.presented() : nothing}
      ${this.touring ? html`<pf-tour @pf-close=${this.endTour}></pf-tour>` : nothing}
      <pf-dialogs></pf-dialogs>
    `;
  }

  /** Replay or presentation lie over the workspace. */
  private get covered(): boolean {
    return this.presentation === 'replay' || this.presentation === 'presenting';
  }

  private presented(): TemplateResult {
    return html`<pf-present
      ?presenting=${this.presentation === 'presenting'}
      @pf-close=${this.endPresentation}
      @pf-project=${this.project}
    ></pf-present>`;
  }

  private workspace(): TemplateResult {
    const ready = this.workbench.session !== undefined;
    const { sizes } = this;
    return html`<main
      class="pf-workspace"
      data-dock=${sizes.dockOpen ? 'open' : 'closed'}
      data-page=${this.page}
      ?inert=${this.covered}
      style=${sizes.style}
    >
      <pf-bar></pf-bar>
      <div class="pf-banners">
        <pf-update-banner></pf-update-banner
        ><pf-save-banner></pf-save-banner
        >${this.presentation === 'projecting' ? html`<pf-beamer-console @pf-close=${this.endPresentation}></pf-beamer-console>` : nothing}
      </div>
      <section class="pf-canvas" aria-label=${msg('Diagram')}></section>
      <pf-splitter
        class="pf-side-splitter"
        axis="x"
        label=${msg('Width of the parameters')}
        .size=${sizes.inspector}
        .min=${sizes.inspectorLimits.min}
        .max=${sizes.inspectorLimits.max}
        @pf-resize=${sizes.resizeInspector}
      ></pf-splitter>
      <pf-splitter
        class="pf-dock-splitter"
        axis="y"
        label=${msg('Height of the results')}
        .size=${sizes.dock}
        .min=${sizes.dockLimits.min}
        .max=${sizes.dockLimits.max}
        @pf-resize=${sizes.resizeDock}
      ></pf-splitter>
      ${ready ? html`<pf-results></pf-results>${keyed(this.inspectorTurn, html`<pf-inspector @pf-inspect=${this.inspect}></pf-inspector>`)}` : nothing}
      ${
        this.page === 'experiments' && this.desks
          ? html`<pf-experiments
              .desks=${this.desks.desks}
              .createViewer=${createViewer}
              @pf-leave=${() => void this.showPage('design')}
            ></pf-experiments>`
          : nothing
      }
      <pf-status></pf-status>
      <pf-selection-announcer></pf-selection-announcer>
    </main>`;
  }

  async showStudy(): Promise<SessionEnvironment> {
    this.showsStudy = true;
    await this.updateComplete;
    if (!this.canvas) throw new Error('no canvas in <pf-app>');
    this.backend.warmUp();
    return {
      canvas: this.canvas,
      backend: this.backend,
      createEditor: (container) =>
        createDesignEditor(container, { locale: locale(), issueText, prepare: this.prepare }),
    };
  }

  focusPanel(panel: Panel): void {
    if (panel === 'canvas') {
      this.workbench.session?.editor.focus();
      return;
    }
    if (panel === 'results' && !this.sizes.dockOpen) this.toggleDock();
    const target = this.querySelector<HTMLElement>(panel === 'results' ? 'pf-results' : 'pf-inspector');
    if (!target) return;
    target.tabIndex = -1;
    target.focus();
  }

  toggleDock(): void {
    this.sizes.toggleDock();
  }

  showProblems(): void {
    this.querySelector('pf-inspector')?.show('problems');
  }

  showOutline(): void {
    this.querySelector('pf-inspector')?.show('outline');
  }

  showAnew(): void {
    this.inspectorTurn++;
  }

  inspect(): void {
    this.querySelector('pf-inspector')?.show('element');
    this.focusPanel('inspector');
  }

  reveal(id: string): void {
    window.dispatchEvent(new CustomEvent('pf-reveal', { detail: { id } }));
  }

  async showPage(page: Page): Promise<void> {
    const { session } = this.workbench;
    if (page === 'experiments' && session) {
      const { ExperimentDesks } = await import('./experiments/experiments.ts');
      if (this.desks?.of !== session) {
        this.desks?.desks.dispose();
        this.desks = { of: session, desks: new ExperimentDesks(session, this.backend, issueText) };
      }
    }
    this.page = session ? page : 'design';
    this.workbench.refresh();
  }

  present(mode: 'replay' | 'presenting'): void {
    // Most visits to a study do without.
    void import('../views/present/present-view.ts').then(() => {
      this.presentation = mode;
    });
  }

  readonly project = (): void => {
    void import('../views/present/beamer-console.ts').then(() => {
      this.presentation = 'projecting';
    });
  };

  startTour(): void {
    this.touring = true;
  }

  openDialog(name: DialogName): void {
    this.dialogs?.open(name);
  }

  private readonly localeChanged = (event: CustomEvent<LocaleStatusEventDetail>): void => {
    if (event.detail.status === 'ready') this.workbench.session?.setLocale(event.detail.readyLocale);
  };

  private readonly endTour = (): void => {
    this.touring = false;
    this.focusPanel('canvas');
  };

  private readonly endPresentation = (): void => {
    this.presentation = undefined;
    void this.updateComplete.then(() => {
      this.focusPanel('canvas');
    });
  };

  private readonly follow = (): void => {
    const { session, opening } = this.workbench;
    this.showsStudy = session !== undefined || opening;
    if (this.desks && this.desks.of !== session) {
      this.desks.desks.dispose();
      this.desks = undefined;
      this.page = 'design';
    }
    this.sessions.setValue(session);
    if (!session) this.presentation = undefined;
    document.title = session ? `${session.studyName} – Preflight` : 'Preflight';
    this.requestUpdate();
  };
}

const createViewer = (container: HTMLElement): DesignViewer => createDesignViewer(container, { markText: markName });
