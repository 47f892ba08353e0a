import { css } from 'lit';

/** One number of the list, and the pool that is being put together. */
export const rowStyles = css`
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
`;
