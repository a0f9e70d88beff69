/** Styles of the start page. */
import { css } from 'lit';

export const startStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) var(--pf-status-height);
    block-size: 100%;
    background: var(--wa-color-surface-lowered);
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: var(--pf-bar-height);
    padding-inline: 16px 8px;
    background: var(--wa-color-surface-default);
    border-block-end: 1px solid var(--wa-color-surface-border);
  }
  header img {
    inline-size: 24px;
    block-size: 24px;
  }
  .brand {
    flex: 1;
    font-weight: var(--wa-font-weight-bold);
    font-size: var(--wa-font-size-l);
  }
  main {
    overflow: auto;
    padding: 28px max(24px, calc((100% - 1120px) / 2)) 48px;
  }
  .hero {
    margin-block-end: 24px;
  }
  h1 {
    font-size: var(--wa-font-size-2xl);
    line-height: 1.2;
    font-weight: var(--wa-font-weight-bold);
    letter-spacing: -0.01em;
    margin: 0 0 12px;
    text-wrap: balance;
  }
  .hero p {
    max-inline-size: 820px;
    margin: 0 0 16px;
    font-size: var(--wa-font-size-l);
    color: var(--wa-color-text-quiet);
    line-height: 1.55;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .hint {
    color: var(--wa-color-text-quiet);
    font-size: var(--wa-font-size-s);
  }
  .hero p.privacy {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    margin-inline-start: auto;
    font-size: var(--wa-font-size-s);
  }
  .privacy wa-icon {
    color: var(--pf-on-time);
    font-size: 1rem;
  }
  .tour {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 14px;
    border: 1px solid var(--wa-color-brand-border-quiet);
    border-radius: var(--wa-border-radius-l);
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-quiet);
  }
  .tour span {
    flex: 1;
  }
  h2 {
    font-size: var(--wa-font-size-l);
    font-weight: var(--wa-font-weight-semibold);
    margin: 0 0 12px;
  }
  section + section {
    margin-block-start: 28px;
  }
  .cards {
    list-style: none;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
    gap: 16px;
    padding: 0;
    margin: 0;
  }
  .recent {
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  }
  li {
    position: relative;
    display: grid;
  }
  .card {
    font: inherit;
    color: inherit;
    text-align: start;
    display: grid;
    grid-template-rows: auto auto 1fr;
    padding: 0;
    border: 1px solid var(--wa-color-surface-border);
    border-radius: var(--wa-border-radius-l);
    background: var(--wa-color-surface-default);
    overflow: hidden;
    cursor: pointer;
    transition:
      border-color var(--pf-motion),
      box-shadow var(--pf-motion);
  }
  .card:hover {
    border-color: var(--wa-color-brand-border-loud);
    box-shadow: var(--pf-shadow);
  }
  .card:focus-visible {
    outline: 2px solid var(--wa-color-focus);
    outline-offset: 2px;
  }
  .picture {
    display: block;
    box-sizing: border-box;
    block-size: 112px;
    padding: 10px;
    background: var(--pf-paper);
    border-block-end: 1px solid var(--wa-color-surface-border);
    color: var(--pf-as-is);
  }
  .recent .picture {
    block-size: 88px;
  }
  svg {
    inline-size: 100%;
    block-size: 100%;
  }
  .shape {
    fill: #eef3fa;
    stroke: #4a6a9d;
    stroke-width: 1.6;
    vector-effect: non-scaling-stroke;
  }
  .frame {
    fill: none;
    stroke: #c5d0e0;
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .line {
    fill: none;
    stroke: #8fa3c2;
    stroke-width: 1.2;
    vector-effect: non-scaling-stroke;
  }
  .title {
    padding: 10px 12px 2px;
    font-weight: var(--wa-font-weight-semibold);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .question,
  .detail {
    padding: 0 12px 12px;
    font-size: var(--wa-font-size-s);
    color: var(--wa-color-text-quiet);
  }
  .detail {
    font-size: var(--wa-font-size-xs);
    font-variant-numeric: tabular-nums;
  }
  .forget {
    position: absolute;
    inset: 4px 4px auto auto;
    opacity: 0;
  }
  li:hover .forget,
  .forget:focus-within {
    opacity: 1;
  }
`;
