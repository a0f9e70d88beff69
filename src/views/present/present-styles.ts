/** The screen of replay and presentation: nothing but the diagram, its figures and what moves it. */
import { css } from 'lit';

export const presentStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 500;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) auto;
    background: var(--wa-color-surface-default);
    color: var(--wa-color-text-normal);
    font-size: var(--wa-font-size-m);
    outline: none;
  }
  /* Readable from six metres: 24 px on a screen 1080 px high. */
  :host([presenting]) {
    font-size: max(18px, 2.25vh);
    --pf-timeline-size: 5vh;
  }
  header {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 0.4em 1.2em;
    padding: 0.4em 1em;
    border-block-end: 1px solid var(--wa-color-surface-border);
    min-inline-size: 0;
  }
  /* It takes the keyboard only for Tab to begin somewhere. */
  header[tabindex]:focus-visible {
    outline: none;
  }
  h1 {
    margin: 0;
    min-inline-size: 0;
    overflow: hidden;
    font-size: 1.1em;
    font-weight: var(--wa-font-weight-semibold);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([presenting]) h1 {
    flex: 0 1 12em;
    white-space: normal;
    text-wrap: balance;
    line-height: 1.2;
  }
  @media (max-width: 1150px) {
    :host([presenting]) h1 {
      display: none;
    }
  }
  pf-big-figures {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .filming {
    color: var(--pf-late-loud);
    white-space: nowrap;
  }
  .spring {
    flex: 1;
  }
  pf-replay-stages {
    grid-row: 2;
  }
  aside {
    grid-row: 2;
    inline-size: min(26em, 34vw);
    overflow: auto;
    padding: 0.6em 0.9em;
    border-inline-start: 1px solid var(--wa-color-surface-border);
  }
  footer {
    grid-column: 1 / -1;
    padding: 0.4em 1em 0.5em;
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  pf-story-panel {
    margin-block-start: 1.2em;
  }
  .empty {
    grid-row: 2;
    display: grid;
    place-content: center;
    gap: 0.6em;
    padding: 2em;
    text-align: center;
  }
  pf-cue-card {
    position: absolute;
    inset: auto 1em 1em auto;
    z-index: 3;
    font-size: min(1em, 20px);
    max-inline-size: min(46em, calc(100vw - 2em));
    max-block-size: calc(100vh - 2em);
    overflow: auto;
  }
  .laser {
    position: fixed;
    inset: -14px auto auto -14px;
    z-index: 4;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: radial-gradient(circle, #fff 0 12%, #ff1f1f 26%, rgb(255 31 31 / 45%) 50%, transparent 70%);
    pointer-events: none;
  }
  :host([pointing]),
  :host([pointing]) * {
    cursor: none;
  }
  .blank {
    position: fixed;
    inset: 0;
    z-index: 5;
    background: #000;
  }
`;
