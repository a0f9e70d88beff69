/** Looks of the import report. */
import { css } from 'lit';

export const reportStyles = css`
  wa-dialog {
    --width: min(720px, 92vw);
  }
  p {
    margin: 0 0 12px;
  }
  h2 {
    margin: 16px 0 8px;
    font-size: var(--wa-font-size-m);
    font-weight: var(--wa-font-weight-semibold);
  }
  .quiet {
    color: var(--wa-color-text-quiet);
    font-size: var(--wa-font-size-s);
    margin-block: 8px 0;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 8px;
  }
  .filter button {
    all: unset;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 24px;
    padding-inline: 10px;
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 12px;
    font-size: var(--wa-font-size-xs);
    cursor: pointer;
  }
  .filter button[aria-pressed='true'] {
    background: var(--wa-color-neutral-fill-quiet);
    border-color: var(--wa-color-neutral-border-loud);
  }
  .count {
    font-variant-numeric: tabular-nums;
    font-weight: var(--wa-font-weight-semibold);
  }
  button:focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: -2px;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    max-block-size: min(50vh, 420px);
    overflow: auto;
    border-block-start: 1px solid var(--wa-color-surface-border);
    font-size: var(--wa-font-size-s);
  }
  .entry {
    all: unset;
    box-sizing: border-box;
    display: grid;
    grid-template-columns: 84px 1fr;
    gap: 12px;
    inline-size: 100%;
    padding: 8px 4px;
    border-block-end: 1px solid var(--wa-color-surface-border);
    line-height: 1.45;
  }
  button.entry {
    cursor: pointer;
  }
  button.entry:hover {
    background: var(--wa-color-neutral-fill-quiet);
  }
  .outcome {
    font-size: var(--wa-font-size-xs);
    padding-block-start: 2px;
    color: var(--wa-color-text-quiet);
  }
  .check .outcome,
  .repaired .outcome {
    color: var(--pf-queued-text);
  }
  .dropped .outcome {
    color: var(--pf-late-text);
  }
  .element {
    display: block;
    font-weight: var(--wa-font-weight-semibold);
    overflow-wrap: anywhere;
  }
  .text {
    overflow-wrap: anywhere;
  }
`;
