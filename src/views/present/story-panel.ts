/** `<pf-story-panel>`: the prepared views of the study: kept as they show, named, noted, put in order, flipped through, printed. */
import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@awesome.me/webawesome/dist/components/icon/icon.js';
import { moveStep, type StoryStep } from '../../study/story.ts';
import { controlStyles } from '../replay/control-styles.ts';

/** The steps were changed. */
export class StoryEvent extends Event {
  constructor(readonly steps: readonly StoryStep[]) {
    super('pf-story');
  }
}

/** A step is to be shown. */
export class ShowStepEvent extends Event {
  constructor(readonly index: number) {
    super('pf-show-step');
  }
}

@customElement('pf-story-panel')
@localized()
export class StoryPanel extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      h3 {
        margin: 0 0 0.4em;
        font-size: 1em;
        font-weight: var(--wa-font-weight-semibold);
      }
      p {
        margin: 0 0 0.6em;
      }
      ol {
        display: grid;
        gap: 6px;
        margin: 0 0 8px;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        gap: 4px;
        padding: 6px;
        border: 1px solid var(--wa-color-surface-border);
        border-radius: var(--wa-border-radius-m);
      }
      li[aria-current] {
        border-color: var(--wa-color-brand-border-loud);
      }
      .line,
      .actions {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .line input {
        flex: 1;
        min-inline-size: 0;
      }
      textarea {
        box-sizing: border-box;
        inline-size: 100%;
        padding: 4px 0.5em;
        border: 1px solid var(--wa-color-neutral-border-loud);
        border-radius: var(--wa-border-radius-s);
        background: var(--wa-color-surface-default);
        color: inherit;
        font: inherit;
        field-sizing: content;
        resize: vertical;
      }
      textarea:focus-visible {
        outline: 2px solid var(--wa-color-focus);
      }
    `,
  ];

  @property({ attribute: false }) steps: readonly StoryStep[] = [];
  /** Index of the step that shows; −1 = none. */
  @property({ type: Number }) current = -1;

  override render(): TemplateResult {
    const { steps } = this;
    return html`<h3>${msg('Story')}</h3>
      ${
        steps.length === 0
          ? html`<p>${msg('Keep views as steps, then flip through them with PgDn and PgUp while presenting.')}</p>`
          : html`<ol>
              ${steps.map((step, i) => this.step(step, i))}
            </ol>`
      }
      <div class="actions">
        <button @click=${() => this.dispatchEvent(new Event('pf-keep-step'))}>
          <wa-icon name="plus"></wa-icon>${msg('Keep this view')}
        </button>
        ${
          steps.length === 0
            ? nothing
            : html`<button @click=${() => this.dispatchEvent(new Event('pf-print-story'))}>${msg('Print')}</button>`
        }
      </div>`;
  }

  private step(step: StoryStep, i: number): TemplateResult {
    const { steps } = this;
    const name = step.title || String(i + 1);
    const action = (icon: string, label: string, act: () => void, disabled = false): TemplateResult =>
      html`<button class="icon" title=${label} aria-label=${label} ?disabled=${disabled} @click=${act}>
        <wa-icon name=${icon}></wa-icon>
      </button>`;
    return html`<li aria-current=${i === this.current ? 'step' : nothing}>
      <div class="line">
        <span>${i + 1}</span>
        <input
          aria-label=${msg(str`Title of step ${i + 1}`)}
          .value=${step.title}
          @change=${(event: Event & { currentTarget: HTMLInputElement }) => {
            this.change(i, { title: event.currentTarget.value.slice(0, 200) });
          }}
        />
        ${action('present', msg(str`Show “${name}”`), () => this.dispatchEvent(new ShowStepEvent(i)))}
        ${action(
          'chevron-up',
          msg(str`Move “${name}” up`),
          () => {
            this.tell(moveStep(steps, i, -1));
          },
          i === 0,
        )}
        ${action(
          'chevron-down',
          msg(str`Move “${name}” down`),
          () => {
            this.tell(moveStep(steps, i, 1));
          },
          i === steps.length - 1,
        )}
        ${action('trash', msg(str`Delete “${name}”`), () => {
          this.tell(steps.filter((_, k) => k !== i));
        })}
      </div>
      <textarea
        rows="1"
        placeholder=${msg('What you want to say')}
        aria-label=${msg(str`Note of step ${i + 1}`)}
        .value=${step.note}
        @change=${(event: Event & { currentTarget: HTMLTextAreaElement }) => {
          this.change(i, { note: event.currentTarget.value.slice(0, 10_000) });
        }}
      ></textarea>
    </li>`;
  }

  private change(index: number, change: Partial<StoryStep>): void {
    this.tell(this.steps.map((step, i) => (i === index ? { ...step, ...change } : step)));
  }

  private tell(steps: readonly StoryStep[]): void {
    this.dispatchEvent(new StoryEvent(steps));
  }
}
