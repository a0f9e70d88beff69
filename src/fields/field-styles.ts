/** What all fields share in looks: dense controls, labels above, units always visible; colours and space from the theme's tokens. */
import { css } from 'lit';

export const fieldStyles = css`
  :host {
    --wa-form-control-padding-block: 0.45em;
    --wa-form-control-padding-inline: var(--wa-space-xs);
    --wa-form-control-height: round(calc(2 * var(--wa-form-control-padding-block) + 1em * 1.2), 1px);
    display: block;
    min-width: 0;
    font-size: var(--wa-font-size-s);
    line-height: var(--wa-line-height-condensed);
    color: var(--wa-color-text-normal);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .label,
  wa-select::part(form-control-label),
  wa-slider::part(label) {
    display: block;
    margin: 0 0 var(--wa-space-2xs);
    font-size: var(--wa-font-size-xs);
    font-weight: var(--wa-font-weight-normal);
    line-height: var(--wa-line-height-condensed);
    color: var(--wa-color-text-quiet);
  }
  .control {
    display: flex;
    align-items: center;
    min-height: var(--wa-form-control-height);
    background: var(--wa-form-control-background-color);
    border: var(--wa-form-control-border-width) solid var(--wa-form-control-border-color);
    border-radius: var(--wa-form-control-border-radius);
  }
  .control:focus-within {
    outline: var(--wa-focus-ring);
    outline-offset: var(--wa-focus-ring-offset);
  }
  .control.wrong {
    border-color: var(--wa-color-danger-border-loud);
  }
  .control input,
  .control textarea {
    flex: 1 1 auto;
    width: 100%;
    min-width: 0;
    padding: 0 var(--wa-form-control-padding-inline);
    border: 0;
    outline: 0;
    background: none;
    font: inherit;
    font-variant-numeric: tabular-nums;
    color: inherit;
  }
  .control textarea {
    padding-block: var(--wa-space-2xs);
    line-height: var(--wa-line-height-normal);
    resize: vertical;
  }
  .control input::placeholder,
  .control textarea::placeholder {
    color: var(--wa-color-text-quiet);
    opacity: 1;
  }
  .unit {
    flex: none;
    padding-inline-end: var(--wa-form-control-padding-inline);
    white-space: nowrap;
    color: var(--wa-color-text-quiet);
  }
  .hint,
  .invalid,
  .caution {
    margin: var(--wa-space-2xs) 0 0;
    font-size: var(--wa-font-size-xs);
    line-height: 1.35;
    color: var(--wa-color-text-quiet);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .invalid {
    color: var(--wa-color-danger-on-quiet);
  }
  .caution {
    color: var(--wa-color-warning-on-quiet);
  }
  .row {
    display: flex;
    align-items: start;
    gap: var(--wa-space-xs);
  }
  .row > * {
    flex: 1 1 0;
    min-width: 0;
  }
  .row > .fixed {
    flex: none;
  }
  /* A button beside a field stands at its control, not at its label. */
  .row > .beside {
    margin-block-start: calc(1.2 * var(--wa-font-size-xs) + var(--wa-space-2xs) + var(--wa-space-3xs));
  }
  .stack {
    display: grid;
    gap: var(--wa-space-s);
  }
  .tight {
    display: grid;
    gap: var(--wa-space-xs);
  }
  .bare wa-select::part(form-control-label),
  wa-select.bare::part(form-control-label),
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    color: var(--wa-color-text-quiet);
  }
  .plain,
  .icon-button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--wa-space-2xs);
    min-height: var(--wa-space-l);
    padding: 0 var(--wa-space-2xs);
    border: 0;
    border-radius: var(--wa-border-radius-s);
    background: none;
    font: inherit;
    font-size: var(--wa-font-size-xs);
    color: var(--wa-color-text-link);
    cursor: pointer;
    text-align: start;
  }
  .plain {
    margin-inline-start: calc(-1 * var(--wa-space-2xs));
  }
  .icon-button {
    font-size: var(--wa-font-size-s);
    min-width: var(--wa-space-l);
    color: var(--wa-color-text-quiet);
  }
  .plain:hover,
  .icon-button:hover {
    background: var(--wa-color-neutral-fill-quiet);
  }
  .plain:focus-visible,
  .icon-button:focus-visible {
    outline: var(--wa-focus-ring);
    outline-offset: calc(-1 * var(--wa-focus-ring-width));
  }
  .icon-button[aria-pressed='true'] {
    color: var(--wa-color-brand-on-quiet);
    background: var(--wa-color-brand-fill-quiet);
  }
  [disabled] {
    opacity: 0.5;
    cursor: not-allowed;
  }
`;
