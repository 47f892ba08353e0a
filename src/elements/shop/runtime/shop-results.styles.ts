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
  .row {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 8px 16px;
    min-block-size: 72px;
    padding: 12px 16px;
  }
  .row + .row,
  [role='presentation'] + [role='presentation'] {
    border-block-start: 1px solid var(--_line);
  }
  .what {
    display: grid;
    grid-column: 1 / -1;
  }
  .chips {
    grid-column: 1 / -1;
    grid-row: 2;
  }
  .price small {
    display: block;
    color: var(--_muted);
  }
  .price {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .list .price {
    grid-column: 1;
    grid-row: 3;
    text-align: start;
  }
  .row button {
    grid-column: 2;
    grid-row: 3;
    min-inline-size: 7.5rem;
  }
  .list .bone {
    block-size: 20px;
    inline-size: 60%;
  }
  @container (min-width: 640px) {
    .row {
      grid-template-columns: minmax(180px, 2fr) minmax(140px, 1.5fr) minmax(120px, auto) auto;
    }
    .row > * {
      grid-column: auto !important;
      grid-row: 1 !important;
    }
    .list .price {
      text-align: end;
    }
  }
  .plain {
    border-color: var(--_border);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: 0.875rem;
  }
  .filters > .field {
    flex: 1 1 136px;
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
  .row [aria-pressed='true'] {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
  }
  .tray {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    position: sticky;
    inset-block-end: 0;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.16);
  }
  .tray[hidden] {
    display: none;
  }
  .tray p {
    flex: 1 1 160px;
  }
  /* At 400 % zoom there is no room for what sticks. */
  @media (max-height: 400px) {
    .tray {
      position: static;
    }
  }
  @container (max-width: 480px) {
    .tray button {
      flex: 1;
    }
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
