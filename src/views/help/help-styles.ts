/** Styles of the help. */
import { css } from 'lit';

export const helpStyles = css`
  wa-dialog {
    --width: 760px;
  }
  wa-tab-group {
    --track-width: var(--wa-border-width-s);
    --indicator-color: var(--wa-color-brand-border-loud);
    min-block-size: 60vh;
  }
  wa-tab-panel {
    --padding: 16px 0 0;
  }
  section {
    margin-block-end: 18px;
    max-inline-size: 68ch;
  }
  h3 {
    margin: 0 0 4px;
    font-size: var(--wa-font-size-m);
    font-weight: var(--wa-font-weight-semibold);
  }
  p {
    margin: 0 0 6px;
    line-height: 1.5;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 2px 12px;
    margin: 0;
    font-size: var(--wa-font-size-s);
  }
  dt {
    color: var(--wa-color-text-quiet);
  }
  dd {
    margin: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--wa-font-size-s);
  }
  th,
  td {
    padding: 6px 10px 6px 0;
    border-block-end: 1px solid var(--wa-color-surface-border);
    text-align: start;
    vertical-align: top;
  }
  table + p {
    margin-block-start: 8px;
  }
  td.number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  th {
    font-weight: var(--wa-font-weight-semibold);
  }
`;
