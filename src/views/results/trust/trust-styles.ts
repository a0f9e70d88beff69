/** The look of the panel that says how sure a run is. */
import { css } from 'lit';

export const trustStyles = css`
  .sure {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px 24px;
  }
  .checks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
    gap: 8px 24px;
    margin: 0;
  }
  .checks dt {
    display: flex;
    align-items: center;
    gap: 6px;
    font-weight: var(--wa-font-weight-semibold);
  }
  .checks dd {
    margin: 2px 0 0;
    text-wrap: pretty;
  }
  .checks .good wa-icon {
    color: var(--pf-on-time-text);
  }
  .checks .bad wa-icon {
    color: var(--pf-late-text);
  }
  .advice {
    margin: 4px 0 0;
    text-wrap: pretty;
  }

  @container dock (min-inline-size: 1300px) {
    .sure {
      grid-template-columns: auto minmax(0, 1fr);
    }
  }
`;
