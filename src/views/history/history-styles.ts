/** Styles of the dialog of versions. */
import { css } from 'lit';

export const historyStyles = css`
  wa-dialog {
    --width: 720px;
  }
  form {
    display: grid;
    grid-template-columns: 120px 1fr;
    gap: 8px 12px;
    padding: 12px;
    border: 1px solid var(--wa-color-surface-border);
    border-radius: var(--wa-border-radius-l);
    background: var(--wa-color-surface-lowered);
  }
  form h3,
  #note {
    grid-column: 1 / -1;
  }
  .buttons {
    grid-column: 1 / -1;
    display: flex;
    gap: 8px;
  }
  section {
    margin-block-start: 20px;
  }
  h3 {
    margin: 0 0 4px;
    font-size: var(--wa-font-size-m);
    font-weight: var(--wa-font-weight-semibold);
  }
  .empty {
    margin: 0;
    font-size: var(--wa-font-size-s);
    color: var(--wa-color-text-quiet);
  }
  ul {
    list-style: none;
    margin: 4px 0 0;
    padding: 0;
  }
  .states {
    max-block-size: 240px;
    overflow-y: auto;
  }
  li {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: 4px;
    border-block-end: 1px solid var(--wa-color-surface-border);
  }
  .what {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
    font-size: var(--wa-font-size-s);
  }
  .time {
    font-variant-numeric: tabular-nums;
    color: var(--wa-color-text-quiet);
  }
  .note {
    flex-basis: 100%;
    overflow-wrap: anywhere;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
