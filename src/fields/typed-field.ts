/** A field one types into: the text is the user's until Enter or leaving; then it is read, or the field says what to type. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { dataChanged, FieldElement, sameData } from './field-element.ts';
import { fieldStyles } from './field-styles.ts';

/** What a typed text means, or what to type instead. */
export type Reading<T> = { readonly value: T } | { readonly invalid: string };

export abstract class TypedField<T> extends FieldElement<T | undefined> {
  static override readonly styles = [fieldStyles];

  @property({ attribute: false, hasChanged: dataChanged }) value: T | undefined;
  @property() placeholder = '';
  /** An empty field is wrong. */
  @property({ type: Boolean }) required = false;

  @state() protected draft: string | undefined;
  @state() private unread = '';

  /** Reads a text that is not empty. */
  protected abstract read(text: string): Reading<T>;
  /** The text of a value. */
  protected abstract write(value: T): string;
  /** What to type, for an empty required field. */
  protected abstract whatToType(): string;

  protected get unit(): string {
    return '';
  }
  protected get keyboard(): 'text' | 'decimal' | 'numeric' {
    return 'text';
  }
  /** How the field understands what it holds, shown beneath. */
  protected get understood(): string {
    return '';
  }

  protected get text(): string {
    return this.draft ?? (this.value === undefined ? '' : this.write(this.value));
  }

  /** The message shown, empty when all is well. */
  get problem(): string {
    return this.unread || this.invalid;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('value')) {
      this.draft = undefined;
      this.unread = '';
    }
  }

  override render(): TemplateResult {
    return html`
      <label class=${this.labelHidden ? 'visually-hidden' : 'label'} for="control">${this.label}</label>
      <div class="control ${this.problem ? 'wrong' : ''}">
        ${this.renderControl()} ${this.unit ? html`<span class="unit" aria-hidden="true">${this.unit}</span>` : nothing}
      </div>
      ${this.renderNotes()}
    `;
  }

  protected renderControl(): TemplateResult {
    return html`<input
      id="control"
      type="text"
      autocomplete="off"
      spellcheck="false"
      inputmode=${this.keyboard}
      placeholder=${this.placeholder}
      aria-invalid=${this.problem ? 'true' : 'false'}
      aria-label=${this.unit ? `${this.label} (${this.unit})` : nothing}
      aria-describedby="notes"
      ?disabled=${this.disabled}
      .value=${live(this.text)}
      @input=${this.typed}
      @change=${this.settle}
      @keydown=${this.keyPressed}
    />`;
  }

  protected renderNotes(): TemplateResult {
    return html`<div id="notes">
      ${
        this.problem
          ? html`<p class="invalid">${this.problem}</p>`
          : html`${this.understood ? html`<p class="hint understood">${this.understood}</p>` : nothing}
            ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}`
      }
    </div>`;
  }

  protected typed(event: Event): void {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) return;
    this.draft = event.target.value;
    const reading = this.interpret();
    if ('value' in reading) {
      this.unread = '';
      this.dispatchEvent(new CustomEvent<T | undefined>('draft', { detail: reading.value }));
    }
  }

  protected keyPressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.draft !== undefined) {
      // The first Escape takes back what was typed; only the next one may close a dialog.
      event.stopPropagation();
      event.preventDefault();
      this.draft = undefined;
      this.unread = '';
      this.dispatchEvent(new CustomEvent<T | undefined>('draft', { detail: this.value }));
    }
  }

  protected settle(): void {
    const reading = this.interpret();
    if ('invalid' in reading) {
      this.unread = reading.invalid;
      return;
    }
    this.unread = '';
    this.draft = undefined;
    if (sameData(reading.value, this.value)) return;
    this.value = reading.value;
    this.commit(reading.value);
  }

  private interpret(): Reading<T | undefined> {
    const text = this.text.normalize('NFKC').trim();
    if (text === '') return this.required ? { invalid: this.whatToType() } : { value: undefined };
    return this.read(text);
  }
}
