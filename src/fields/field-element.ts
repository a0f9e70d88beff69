/** Base of all fields: one `change` event per committed value, nothing of the inner controls leaks out. */
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/** A committed value: after Enter, on leaving the field, when a slider is let go. */
export type FieldChange<T> = CustomEvent<T>;

export abstract class FieldElement<T> extends LitElement {
  static override readonly shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** What the field holds, as plain data. */
  abstract value: T | undefined;

  @property() label = '';
  /** One quiet sentence under the field. */
  @property() hint = '';
  /** What is wrong with the value, said by the owner of the field; what cannot be read is said by the field itself. */
  @property() invalid = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Hides the label from sight only; it stays the accessible name. */
  @property({ type: Boolean, attribute: 'label-hidden', reflect: true }) labelHidden = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of ['change', 'input']) root.addEventListener(type, (event) => event.stopPropagation());
    return root;
  }

  /** Tells the owner of the field that the user settled on `value`. */
  protected commit(value: T): void {
    this.dispatchEvent(new CustomEvent<T>('change', { detail: value, bubbles: true }));
  }
}

/** Whether two plain values say the same; documents are re-read after each edit, so identity says nothing. */
export const sameData = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** `hasChanged` of Lit properties that hold plain data. */
export const dataChanged = (a: unknown, b: unknown): boolean => !sameData(a, b);
