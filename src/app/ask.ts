/** Short questions in a dialog: a name, or a choice among buttons. Answers nothing when dismissed. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { localized, msg } from '@lit/localize';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import type WaInput from '@awesome.me/webawesome/dist/components/input/input.js';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly variant?: 'brand' | 'danger' | 'neutral';
}

/** Asks for a name, with `value` to begin from; nothing when dismissed or left empty. */
export async function askName(title: string, label: string, value: string): Promise<string | undefined> {
  const answer = await ask({ title, label, value, choices: [] });
  return answer?.trim() || undefined;
}

/** Asks which of the choices; nothing when dismissed. */
export async function askChoice<T extends string>(
  title: string,
  text: string,
  choices: readonly Choice<T>[],
): Promise<T | undefined> {
  const answer = await ask({ title, text, choices });
  return choices.find((c) => c.value === answer)?.value;
}

interface Question {
  readonly title: string;
  readonly text?: string;
  /** Present = a name is asked for. */
  readonly label?: string;
  readonly value?: string;
  readonly choices: readonly Choice<string>[];
}

function ask(question: Question): Promise<string | undefined> {
  const dialog = new AskDialog();
  dialog.question = question;
  document.body.append(dialog);
  return dialog.answered;
}

@customElement('pf-ask')
@localized()
export class AskDialog extends LitElement {
  @property({ attribute: false }) question: Question = { title: '', choices: [] };
  @state() private open = false;
  @query('wa-input') private readonly input!: WaInput | null;
  private answer: string | undefined;
  private settle: (answer: string | undefined) => void = () => undefined;
  readonly answered = new Promise<string | undefined>((resolve) => {
    this.settle = resolve;
  });

  override render(): TemplateResult {
    const { title, text, label, choices } = this.question;
    return html`<wa-dialog label=${title} ?open=${this.open} @wa-after-hide=${this.done} @wa-after-show=${this.shown}>
      ${text === undefined ? nothing : html`<p style="margin:0">${text}</p>`}
      ${
        label === undefined
          ? nothing
          : html`<wa-input
              autofocus
              size="s"
              maxlength="200"
              label=${label}
              value=${this.question.value ?? ''}
              @keydown=${this.enter}
            ></wa-input>`
      }
      <wa-button slot="footer" size="s" appearance="plain" @click=${() => this.close(undefined)}
        >${msg('Cancel')}</wa-button
      >
      ${
        label === undefined
          ? choices.map(
              (choice) =>
                html`<wa-button
                  slot="footer"
                  size="s"
                  variant=${choice.variant ?? 'neutral'}
                  @click=${() => this.close(choice.value)}
                  >${choice.label}</wa-button
                >`,
            )
          : html`<wa-button
              slot="footer"
              size="s"
              variant="brand"
              @click=${() => this.close(this.input?.value ?? undefined)}
              >${msg('OK')}</wa-button
            >`
      }
    </wa-dialog>`;
  }

  private close(answer: string | undefined): void {
    this.answer = answer;
    this.open = false;
  }

  private enter(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) this.close(this.input?.value ?? undefined);
  }

  /** A dialog that is open from the first gives the keyboard to nobody inside. */
  protected override firstUpdated(): void {
    this.open = true;
  }

  private shown(): void {
    this.input?.select();
  }

  private done(event: Event): void {
    if (event.target !== event.currentTarget) return;
    this.settle(this.answer);
    this.remove();
  }
}
