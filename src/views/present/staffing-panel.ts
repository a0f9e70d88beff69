/** `<pf-staffing-panel>`: more or fewer people, pool by pool, while the room watches; each change is a step that can be undone. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ResourcePool } from '#simulation';
import { SessionController } from '../../app/session-controller.ts';
import { setPool } from '../inspector/edits/pools.ts';
import { controlStyles } from '../replay/control-styles.ts';

/** People at least on a slider’s scale, and how many times the staff of today. */
const SCALE = { least: 6, times: 2 };
/** Real ms after the last move of a slider until the simulation follows. */
const PAUSE = 300;

@customElement('pf-staffing-panel')
@localized()
export class StaffingPanel extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2em 1.6em;
      }
      label {
        display: grid;
        grid-template-columns: auto auto;
        align-items: center;
        gap: 0 0.6em;
      }
      input {
        grid-column: 1 / -1;
        inline-size: 11em;
        min-block-size: 24px;
        accent-color: var(--wa-color-brand-fill-loud);
      }
      b {
        justify-self: end;
        font-weight: var(--wa-font-weight-semibold);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  private readonly sessions = new SessionController(this);
  private readonly scales = new Map<string, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.sessions;
    if (!session) return nothing;
    return html`${(session.scenario.pools ?? []).map((pool) => this.slider(pool))}`;
  }

  private slider(pool: ResourcePool): TemplateResult | typeof nothing {
    const people = pool.staffing[0]?.capacity;
    if (typeof people !== 'number') return nothing; // as many as needed
    // The scale stays while the thumb moves.
    const most = this.scales.get(pool.id) ?? Math.max(SCALE.least, SCALE.times * people);
    this.scales.set(pool.id, Math.max(most, people));
    return html`<label
      >${pool.name}<b>${people}</b
      ><input
        type="range"
        min="0"
        max=${most}
        .value=${String(people)}
        @input=${(event: Event & { currentTarget: HTMLInputElement }) => {
          this.change(pool, Number(event.currentTarget.value));
        }}
    /></label>`;
  }

  private change(pool: ResourcePool, people: number): void {
    const { session } = this.sessions;
    const [first, ...others] = pool.staffing;
    const changed: ResourcePool = { ...pool, staffing: [{ ...first, capacity: people }, ...others] };
    session?.editScenario(msg(str`Change pool ${pool.name}`), (scenario) => setPool(scenario, changed));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      session?.cancelRun();
      // A run under way ends in a turn of its own.
      setTimeout(() => session?.startRun());
    }, PAUSE);
  }
}
