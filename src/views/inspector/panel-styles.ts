/** Looks of the inspector's tabs: one column, quiet headings, items that open in place. */
import { css } from 'lit';
import { fieldStyles } from '../../fields/field-styles.ts';

export const panelStyles = [
  fieldStyles,
  css`
    section,
    .group {
      padding: var(--wa-space-s) var(--wa-space-m);
      border-block-start: var(--wa-border-width-s) solid var(--wa-color-surface-border);
    }
    section:first-of-type {
      border-block-start: 0;
    }
    h2,
    h3,
    h4 {
      margin: 0;
      font-size: var(--wa-font-size-s);
      font-weight: var(--wa-font-weight-bold);
      line-height: var(--wa-line-height-condensed);
    }
    h4 {
      font-size: var(--wa-font-size-xs);
      font-weight: var(--wa-font-weight-normal);
      color: var(--wa-color-text-quiet);
    }
    .heading {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--wa-space-xs);
      min-height: var(--wa-space-l);
      margin-block-end: var(--wa-space-xs);
    }
    summary {
      display: flex;
      align-items: center;
      gap: var(--wa-space-xs);
      min-height: var(--wa-space-xl);
      cursor: pointer;
      list-style: none;
    }
    summary::-webkit-details-marker {
      display: none;
    }
    summary::before {
      content: '';
      flex: none;
      width: 0.4em;
      height: 0.4em;
      margin-inline: 0.1em 0.2em;
      border-inline-end: var(--wa-border-width-m) solid var(--wa-color-text-quiet);
      border-block-end: var(--wa-border-width-m) solid var(--wa-color-text-quiet);
      rotate: -45deg;
      transition: rotate var(--wa-transition-fast);
    }
    details[open] > summary::before {
      rotate: 45deg;
    }
    @media (prefers-reduced-motion: reduce) {
      summary::before {
        transition: none;
      }
    }
    summary:focus-visible {
      outline: var(--wa-focus-ring);
      border-radius: var(--wa-border-radius-s);
    }
    .group {
      padding-block: var(--wa-space-3xs);
    }
    .group > summary {
      font-weight: var(--wa-font-weight-bold);
    }
    .group > .stack {
      padding-block: var(--wa-space-2xs) var(--wa-space-s);
    }
    .count {
      margin-inline-start: auto;
      font-weight: var(--wa-font-weight-normal);
      font-variant-numeric: tabular-nums;
      color: var(--wa-color-text-quiet);
    }
    .item {
      border: var(--wa-border-width-s) solid var(--wa-color-surface-border);
      border-radius: var(--wa-border-radius-m);
    }
    .item > summary {
      padding-inline: var(--wa-space-xs);
    }
    .item > summary .says {
      display: grid;
      min-width: 0;
      padding-block: var(--wa-space-2xs);
    }
    .item > summary .says > * {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .item > .stack {
      padding: var(--wa-space-2xs) var(--wa-space-xs) var(--wa-space-xs);
    }
    .calendar {
      display: flex;
      align-items: center;
      gap: var(--wa-space-2xs);
      padding: var(--wa-space-2xs) var(--wa-space-xs);
    }
    .calendar .says {
      display: grid;
      flex: 1;
      min-width: 0;
    }
    .hint {
      margin: 0;
    }
    .items {
      display: grid;
      gap: var(--wa-space-xs);
    }
    .parted + .parted {
      margin-block-start: var(--wa-space-2xs);
      padding-block-start: var(--wa-space-xs);
      border-block-start: var(--wa-border-width-s) solid var(--wa-color-surface-border);
    }
    .end {
      display: flex;
      justify-content: flex-end;
    }
    .danger {
      color: var(--wa-color-danger-on-quiet);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    p {
      margin: 0;
      line-height: 1.4;
    }
    .small {
      font-size: var(--wa-font-size-xs);
    }
    .figure {
      font-variant-numeric: tabular-nums;
    }
    .mark {
      margin-inline-start: auto;
      padding: var(--wa-space-3xs) var(--wa-space-xs);
      border: var(--wa-border-width-s) solid var(--wa-color-neutral-border-normal);
      border-radius: var(--wa-border-radius-pill);
      font-size: var(--wa-font-size-2xs);
      color: var(--wa-color-text-quiet);
      white-space: nowrap;
    }
    .mark.missing {
      border-color: var(--wa-color-danger-border-loud);
      color: var(--wa-color-danger-on-normal);
    }
    .mark.guess {
      border-style: dashed;
      border-color: var(--wa-color-warning-border-loud);
      background: var(--wa-color-warning-fill-quiet);
      color: var(--wa-color-warning-on-normal);
    }
  `,
];
