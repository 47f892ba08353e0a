import { css } from 'lit';

/** The list of numbers, its filters, and the pool that is being put together. */
export const resultsStyles = css`
  .list {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }
  .list[inert] {
    opacity: 0.5;
  }
  .list.long {
    max-block-size: min(70vh, 720px);
    overflow: auto;
  }
  .plain {
    border-color: var(--_border);
  }
  #digits-hint {
    color: var(--_muted);
    font-weight: 400;
  }
  .head {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }
  .head > .count {
    grid-area: 1 / 1;
  }
  .head > .notice {
    grid-column: 1 / -1;
  }
  .to-filters {
    grid-area: 1 / 2;
  }
  .filters {
    display: none;
    flex-wrap: wrap;
    gap: 8px 16px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    color: inherit;
    background: none;
    font-size: 0.875rem;
  }
  .filters > .field {
    flex: 1 1 136px;
  }
  .filters:popover-open {
    display: flex;
    flex-flow: column;
    gap: 16px;
    position: fixed;
    inset: auto 0 0;
    inline-size: 100%;
    max-inline-size: 600px;
    max-block-size: 85vh;
    margin-inline: auto;
    padding: 24px 16px max(16px, env(safe-area-inset-bottom));
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    box-shadow: 0 -8px 32px rgb(10 15 30 / 0.16);
    font-size: 1rem;
  }
  .filters:popover-open > .field {
    flex: none;
  }
  .filters::backdrop {
    background: rgb(10 15 30 / 0.4);
  }
  .filters:popover-open legend {
    /* A title, where the filters are all that one looks at. */
    position: static;
    float: inline-start;
    inline-size: auto;
    block-size: auto;
    margin: 0;
    clip-path: none;
    font-weight: 650;
  }
  .filters:not(:popover-open) .to-numbers {
    display: none;
  }
  .elsewhere {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
  }
  @container (min-width: 37em) {
    .head > .count,
    .head > .notice {
      grid-area: 2 / 1 / auto / -1;
    }
    .filters {
      display: flex;
      position: static;
      inline-size: auto;
      grid-area: 1 / 1 / auto / -1;
    }
    .to-filters {
      display: none;
    }
  }
  [role='listbox'] {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: calc(100vw - 16px);
    padding: 4px;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.66);
    box-shadow: 0 8px 32px rgb(10 15 30 / 0.16);
  }
  [role='option'] {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 44px;
    padding: 8px 12px;
    border-radius: calc(var(--_radius) * 0.5);
    font-size: 1rem;
    font-weight: 400;
    cursor: pointer;
  }
  .suggestions small {
    white-space: nowrap;
    color: var(--_muted);
    text-align: end;
  }
  [role='option'].active,
  [role='option']:hover {
    background: var(--_raised);
  }
  [role='option'].active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  [role='option'] svg {
    flex: none;
    inline-size: 20px;
    color: var(--_accent);
  }
  .toggles {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    flex-basis: 100%;
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0 16px;
    border: 1px solid var(--_border);
    border-radius: 999px;
    font-weight: 400;
    cursor: pointer;
  }
  .toggle:has(:checked),
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
  }
  .toggle input {
    inline-size: 20px;
    min-block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 48px 24px;
    text-align: center;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .empty p,
  .empty svg {
    color: var(--_muted);
  }
`;
