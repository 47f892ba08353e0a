import { css } from 'lit';

/** What the list and the screens of a purchase share, and the screens. */
export const purchaseStyles = css`
  .results,
  .panel,
  .tray {
    grid-template-columns: minmax(0, 1fr);
  }
  .results {
    display: grid;
    gap: 16px;
    margin-block-start: 24px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  bdi,
  .what strong,
  .order strong {
    white-space: nowrap;
  }
  .count:empty {
    display: none;
  }
  .count,
  .place,
  .small {
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .what strong,
  .order strong {
    font-size: 1.0625rem;
    font-variant-numeric: tabular-nums;
    justify-self: start;
  }
  .chips,
  .capabilities {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .chip {
    padding: 2px 8px;
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_text);
    font-size: 0.8125rem;
  }
  .warn {
    box-shadow: inset 0 0 0 1px var(--_border);
    background: none;
  }
  .panel {
    display: grid;
    gap: 16px;
    max-inline-size: 480px;
    margin: 24px auto;
    padding: 32px 24px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .panel p {
    color: var(--_muted);
    text-wrap: pretty;
  }
  .panel p strong {
    color: var(--_text);
  }
  .identity {
    display: grid;
    gap: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.66);
    font-size: 0.875rem;
  }
  .identity > :first-child {
    color: var(--_text);
    font-weight: 600;
  }
  /* Its place is kept, so that nothing moves when it shows; that is no motion, so it also comes with reduced motion. */
  .late span {
    animation: late 1ms 8s backwards !important;
  }
  @keyframes late {
    from {
      visibility: hidden;
    }
  }
  /* What opens the dialog leads to a screen that says the same. */
  lc-identity-gate::part(toast) {
    display: none;
  }
  .good {
    color: var(--_success);
  }
  .bad {
    color: var(--_danger);
  }
  .actions {
    display: grid;
    gap: 8px;
    inline-size: 100%;
  }
  .actions:not(:has(*)) {
    display: none;
  }
  .notice {
    padding: 12px 16px;
    border-inline-start: 4px solid var(--_danger);
    border-radius: 4px;
    background: var(--_raised);
    color: var(--_text) !important;
  }
  .needs li {
    display: flex;
    gap: 8px;
    margin-block: 8px;
  }
  .needs svg {
    flex: none;
    color: var(--_muted);
  }
  .needs .done svg {
    color: var(--_success);
  }
  .quiet {
    border-color: transparent;
    color: var(--_muted);
    text-decoration: underline;
  }
  /* Where the text is so large that not even a number fits on its line. */
  @container (max-width: 15em) {
    .row {
      grid-template-columns: minmax(0, 1fr) !important;
    }
    .list .row > * {
      grid-area: auto / 1 !important;
    }
    bdi,
    .what strong,
    .order strong {
      white-space: normal !important;
    }
  }
  @container (max-width: 30em) {
    .panel {
      padding: 24px 16px;
    }
    /* The first number is seen without scrolling. */
    .results {
      gap: 8px;
      margin-block-start: 8px;
    }
  }
  @media (forced-colors: active) {
    .chip,
    .badge,
    .bone,
    .primary,
    .toggle:has(:checked),
    [aria-pressed='true'] {
      border: 1px solid;
    }
  }
`;
