/** Styles of the banners above the diagram. */
import { css } from 'lit';

export const bannerStyles = css`
  :host {
    display: block;
  }
  div {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 6px 12px;
    border-block-end: 1px solid var(--wa-color-danger-border-normal);
    background: var(--wa-color-danger-fill-quiet);
    color: var(--wa-color-danger-on-quiet);
    font-size: var(--wa-font-size-s);
    line-height: 1.4;
  }
  div.quiet,
  div.elsewhere {
    border-color: var(--wa-color-brand-border-normal);
    background: var(--wa-color-brand-fill-quiet);
    color: var(--wa-color-brand-on-quiet);
  }
  wa-icon {
    flex: none;
    font-size: 18px;
  }
  span {
    flex: 1;
  }
`;
