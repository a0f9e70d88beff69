/** What the menus of the bar have in common. */
import { css } from 'lit';

export const menuStyles = css`
  wa-button[slot='trigger'] wa-icon {
    font-size: 1.125rem;
  }
  wa-button[slot='trigger'][appearance='plain']::part(base) {
    padding-inline: 7px;
  }
  wa-dropdown-item {
    font-size: var(--wa-font-size-s);
  }
  wa-dropdown-item [slot='details'] {
    color: var(--wa-color-text-quiet);
    font-size: var(--wa-font-size-xs);
  }
  h3 {
    font-size: var(--wa-font-size-xs);
    font-weight: var(--wa-font-weight-semibold);
    color: var(--wa-color-text-quiet);
    margin: 0;
    padding: 4px 12px;
  }
`;
