/** Looks of the reader of event logs. */
import { css } from 'lit';
import { fieldStyles } from '../../../fields/field-styles.ts';

export const logStyles = [
  fieldStyles,
  css`
    :host {
      display: grid;
      gap: var(--wa-space-m);
    }
    p {
      margin: 0;
    }
    .file {
      display: flex;
      align-items: center;
      gap: var(--wa-space-s);
    }
    .mapping {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
      gap: var(--wa-space-s);
    }
    .rows {
      overflow: auto;
      max-block-size: 14rem;
      border: var(--wa-border-width-s) solid var(--wa-color-surface-border);
    }
    table {
      border-collapse: collapse;
      font-size: var(--wa-font-size-xs);
      white-space: nowrap;
    }
    th,
    td {
      padding: 4px 10px;
      text-align: start;
      border-block-end: var(--wa-border-width-s) solid var(--wa-color-surface-border);
      max-inline-size: 22rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    th {
      position: sticky;
      inset-block-start: 0;
      background: var(--wa-color-surface-raised);
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2em;
      font-size: var(--wa-font-size-s);
    }
    .quiet {
      color: var(--wa-color-text-quiet);
      font-size: var(--wa-font-size-s);
    }
    .fault {
      color: var(--pf-late-text);
    }
  `,
];
