/** Buttons and fields of replay and presentation: quiet, at least 24 px, as large as their text. */
import { css } from 'lit';

export const controlStyles = css`
  button {
    all: unset;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    box-sizing: border-box;
    min-block-size: max(28px, 1.9em);
    padding-inline: 0.6em;
    border: 1px solid var(--wa-color-surface-border);
    border-radius: var(--wa-border-radius-m);
    background: var(--wa-color-surface-default);
    white-space: nowrap;
    cursor: pointer;
  }
  button.icon {
    min-inline-size: max(28px, 1.9em);
    padding-inline: 0;
    border-color: transparent;
  }
  button.main,
  button[aria-pressed='true'] {
    border-color: transparent;
    background: var(--wa-color-brand-fill-loud);
    color: var(--wa-color-brand-on-loud);
  }
  button:hover:not(.main, [aria-pressed='true']) {
    background: var(--wa-color-neutral-fill-quiet);
  }
  :is(button, input, select, [tabindex]):focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: 1px;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 24px;
    cursor: pointer;
  }
  input:not([type='checkbox'], [type='range']),
  select {
    min-block-size: max(28px, 1.9em);
    box-sizing: border-box;
    padding-inline: 0.5em;
    border: 1px solid var(--wa-color-neutral-border-loud);
    border-radius: var(--wa-border-radius-s);
    background: var(--wa-color-surface-default);
    color: inherit;
    font: inherit;
  }
`;
