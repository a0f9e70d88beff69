/** How the results are laid out: wide and low at the bottom of the window, and still usable narrow or tall. */
import { css } from 'lit';

export const dockStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    container: dock / size;
    overflow: hidden;
    border-block-start: 1px solid var(--wa-color-surface-border);
    font-size: var(--wa-font-size-s);
    color: var(--wa-color-text-normal);
  }
  header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 36px;
    padding-inline: 8px 12px;
    border-block-end: 1px solid var(--wa-color-surface-border);
  }
  [hidden] {
    display: none !important;
  }
  .tabs {
    display: flex;
    flex: none;
    align-self: stretch;
  }
  .tabs button {
    all: unset;
    box-sizing: border-box;
    padding-inline: 10px;
    min-block-size: 32px;
    border-block-end: 2px solid transparent;
    color: var(--wa-color-text-quiet);
    cursor: pointer;
    white-space: nowrap;
  }
  .tabs button:hover {
    color: var(--wa-color-text-normal);
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--wa-color-brand-border-loud);
    color: var(--wa-color-text-normal);
    font-weight: var(--wa-font-weight-semibold);
  }
  .tabs button:focus-visible,
  .panel:focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: -2px;
  }
  .state {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    font-size: var(--wa-font-size-xs);
    color: var(--wa-color-text-quiet);
    text-align: end;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state pf-run-progress {
    justify-content: end;
    color: var(--wa-color-text-normal);
  }
  .notices {
    display: flex;
    flex: none;
    flex-wrap: wrap;
  }
  .notice {
    display: flex;
    flex: 1 0 auto;
    align-items: center;
    gap: 8px;
    box-sizing: border-box;
    max-inline-size: 100%;
    min-block-size: 25px;
    padding: 3px 12px;
    border-block-end: 1px solid var(--wa-color-surface-border);
    background: var(--wa-color-neutral-fill-quiet);
    font-size: var(--wa-font-size-xs);
  }
  .notice wa-icon {
    flex: none;
    font-size: 14px;
  }
  .link {
    all: unset;
    margin-block: -3px;
    padding: 3px 6px;
    min-block-size: 18px;
    color: var(--wa-color-text-link);
    font-weight: var(--wa-font-weight-semibold);
    white-space: nowrap;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  .link:focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: -2px;
  }
  .notice.warning {
    background: var(--wa-color-warning-fill-quiet);
    color: var(--wa-color-warning-on-quiet);
  }
  .invitation {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px 20px;
    min-block-size: 40px;
    padding: 12px 12px 8px;
  }
  .invitation p {
    flex: 1;
    margin: 0;
    font-size: var(--wa-font-size-m);
    text-wrap: pretty;
  }
  .invitation wa-button {
    flex: none;
  }
  .invitation pf-run-progress {
    flex: 1;
  }
  .answers {
    display: grid;
    flex: 0 1 auto;
    grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
    gap: 8px;
    min-block-size: 0;
    margin: 0;
    padding: 0 12px 12px;
    overflow: auto;
  }
  .answers div {
    padding: 8px 10px;
    border: 1px dashed var(--wa-color-surface-border);
    border-radius: var(--wa-border-radius-m);
    color: var(--wa-color-text-quiet);
  }
  .answers dt {
    font-weight: var(--wa-font-weight-semibold);
  }
  .answers dd {
    margin: 2px 0 0;
    font-size: var(--wa-font-size-xs);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .failed {
    color: var(--pf-late-text);
  }
  .panel {
    flex: 1;
    box-sizing: border-box;
    min-block-size: 0;
    overflow: auto;
    padding: 8px 12px;
  }
  .panel.stale > * {
    opacity: 0.85;
    filter: grayscale(1);
  }
  .overview {
    display: grid;
    grid-template-columns: minmax(444px, 43%) minmax(0, 1fr);
    gap: 16px;
    box-sizing: border-box;
    block-size: 100%;
    min-block-size: 188px;
  }
  .tiles {
    display: grid;
    grid-template-columns: 1.1fr 1fr 1fr;
    grid-template-rows: minmax(90px, 1fr) minmax(90px, 1fr);
    gap: 8px;
  }
  .tiles > :first-child {
    grid-row: span 2;
  }
  .stack,
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px 24px;
  }
  .panel > pf-chart {
    block-size: 100%;
    min-block-size: 180px;
  }
  .issues {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .issues li {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  .issues .warning wa-icon {
    color: var(--pf-queued-text);
  }
  .issues .error wa-icon {
    color: var(--pf-late-text);
  }
  .issues button {
    all: unset;
    min-block-size: 24px;
    padding-inline: 6px;
    color: var(--wa-color-text-link);
    cursor: pointer;
  }
  .issues button:focus-visible {
    outline: 2px solid var(--wa-color-focus);
  }
  .quiet {
    color: var(--wa-color-text-quiet);
  }

  @container dock (min-inline-size: 900px) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @container dock (max-inline-size: 1150px) {
    .plan {
      display: none;
    }
  }
  @container dock (max-inline-size: 900px) {
    header {
      flex-wrap: wrap;
      padding-block-end: 4px;
    }
    .tabs {
      flex-basis: 100%;
    }
  }
  @container dock (max-inline-size: 760px) {
    .overview {
      grid-template-columns: minmax(0, 1fr);
      block-size: auto;
    }
    .overview pf-chart {
      block-size: 220px;
    }
  }
  @container dock (min-block-size: 380px) {
    .tiles {
      --pf-spark: block;
    }
  }
  /* Tall: a row of tiles above a chart of full width. */
  @container dock (min-block-size: 520px) and (min-inline-size: 760px) {
    .overview {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .tiles {
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      grid-template-rows: auto;
      --pf-spark-size: 28px;
    }
    .tiles > :first-child {
      grid-row: auto;
    }
  }
`;
