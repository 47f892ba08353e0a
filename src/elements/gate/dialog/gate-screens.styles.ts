import { css } from 'lit';

/** What stands inside the dialog. */
export const screenStyles = css`
  .body {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    padding: 24px;
    overflow: auto;
    /* What is focused is never under the actions, which stick to the end. */
    scroll-padding-block-end: calc(var(--_stuck, 160px) + 16px);
  }
  .body:has(.stage) {
    gap: 0;
    padding: 0;
  }
  h3 {
    font-size: 1rem;
    font-weight: 600;
    margin: 8px 0 0;
  }
  .body p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .body strong {
    color: var(--_text);
  }
  .badge.good {
    inline-size: 40px;
    block-size: 40px;
  }
  .needs,
  .note {
    margin: 0;
    padding: 16px;
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_raised);
  }
  .needs {
    display: grid;
    gap: 12px;
    list-style: none;
  }
  .needs li {
    display: flex;
    gap: 12px;
  }
  .needs svg {
    flex: none;
    color: var(--_muted);
  }
  .needs .done svg {
    color: var(--_success);
  }
  .message p {
    text-wrap: balance;
  }
  .bar strong {
    display: block;
  }
  .other:not([hidden]) {
    display: grid;
    gap: 8px;
  }
  .message {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 16px;
    text-align: center;
  }
  /* At hand on every screen, however long the text above. */
  .actions {
    position: sticky;
    inset-block-end: -24px;
    display: grid;
    gap: 8px;
    margin-block: auto -24px;
    padding-block: 16px 24px;
    background: var(--_surface);
  }
  /* What goes on below fades out, so that it is not taken for the end. */
  .actions::before {
    content: '';
    position: absolute;
    inset: -16px 0 auto;
    block-size: 16px;
    background: linear-gradient(transparent, var(--_surface));
    pointer-events: none;
  }
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .panel .stage {
    min-block-size: 650px;
  }
  .stage > * {
    grid-area: 1 / 1;
  }
  iframe {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    transition: opacity 160ms;
  }
  /* Not display: none: Chromium slows the timers of hidden frames of another origin. */
  .loading iframe {
    opacity: 0;
  }
  .bones {
    display: grid;
    align-content: start;
    gap: 16px;
  }
  .stage .bones {
    padding: 24px;
  }
  .bones .bone {
    block-size: 20px;
  }
  .bones .title {
    block-size: 32px;
    inline-size: 70%;
  }
  .bones .short {
    inline-size: 50%;
  }
  .bones .button {
    block-size: 48px;
    margin-block-start: 24px;
  }
  .bar {
    display: grid;
    gap: 12px;
    padding: 16px 24px;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    animation: appear 160ms ease-out;
  }
  .stage[inert] {
    opacity: 0.4;
  }
  a.button {
    display: grid;
    place-items: center;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.66);
    color: inherit;
    text-decoration: none;
  }
  a.primary {
    border-color: transparent;
    color: var(--_on-accent);
  }
  .share {
    display: flex;
    align-items: center;
    max-inline-size: 100%;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.66);
  }
  .share button {
    flex: none;
    border-color: transparent;
  }
  .link {
    padding: 12px;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--_accent);
    font-size: 0.875rem;
  }
  canvas {
    max-inline-size: 100%;
    border-radius: 8px;
    image-rendering: pixelated;
    forced-color-adjust: none;
  }
  @media (max-width: 599px) {
    .body {
      padding: 16px;
    }
    .bar,
    .stage .bones {
      padding-inline: 16px;
    }
    .actions {
      inset-block-end: -16px;
      margin-block-end: -16px;
      padding-block-end: 16px;
    }
  }
  /* Who holds the phone already cannot scan its screen. */
  @media (max-width: 599px) and (pointer: coarse) {
    .phone {
      display: none;
    }
  }
  /* On a phone's long side, or at 400 % zoom, there is no room for what sticks. */
  @media (max-height: 399px) {
    .actions {
      position: static;
    }
    .actions::before {
      content: none;
    }
    .body {
      scroll-padding-block-end: 0;
    }
  }
  @media (max-height: 559px) {
    .message {
      flex: none;
    }
    .stage {
      flex: 1 0 320px;
    }
    .bar {
      position: sticky;
      inset-block-end: 0;
    }
  }
  @media (forced-colors: active) {
    .badge,
    .bone {
      border: 1px solid CanvasText;
    }
    .primary,
    .steps [aria-current] .dot {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
`;
