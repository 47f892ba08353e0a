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
  .row .chips {
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
  @container (min-width: 42.5em) {
    .row {
      /* The same widths in every row, whatever it says. */
      grid-template-columns: minmax(0, 1fr) 10rem 10.5rem 8rem;
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
    display: grid;
    gap: 8px;
    position: sticky;
    inset-block-end: 0;
    padding: 8px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 4px 24px rgb(0 0 0 / 0.16);
  }
  .tray [hidden],
  .tray[hidden] {
    display: none;
  }
  .sum,
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .tray p {
    flex: 1 1 160px;
  }
  .open {
    position: relative;
    padding-inline: 0 1.25em;
    text-align: start;
  }
  .open::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.25em);
    inset-inline-end: 0.125em;
    inline-size: 0.5em;
    block-size: 0.5em;
    border: solid;
    border-width: 2px 0 0 2px;
    rotate: 45deg;
    translate: 0 0.15em;
  }
  .open[aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 -0.15em;
  }
  .tray .order {
    grid-template-columns: 1fr minmax(0, auto) auto;
    max-block-size: 40vh;
    overflow: auto;
  }
  .tray .order li {
    padding-block: 4px;
    align-items: center;
  }
  .tray .order li > :nth-child(-n + 3) {
    grid-column: 1;
    text-align: start;
  }
  .remove {
    display: grid;
    place-items: center;
    grid-area: 1 / 3 / span 3;
    inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }
  /* What is focused is never under what sticks to the end. */
  .results > :not(.tray),
  .results > :not(.tray) :is(button, input) {
    scroll-margin-block-end: calc(var(--_stuck, 0px) + 16px);
  }
  /* At 400 % zoom there is no room for what sticks. */
  @media (max-height: 400px) {
    .tray {
      position: static;
    }
    .tray .order {
      max-block-size: none;
    }
  }
  @container (min-width: 30.1em) {
    .tray .order .price {
      grid-area: 1 / 2 / span 2 !important;
      text-align: end !important;
    }
  }
  /* On the smallest screens a price stands on one line beside its button. */
  @container (max-width: 22.5em) {
    .list .row {
      column-gap: 8px;
      padding-inline: 12px;
    }
    .row button {
      min-inline-size: 6.5rem;
      padding-inline: 8px;
    }
    .tray p {
      flex-basis: 100%;
    }
  }
  @container (max-width: 30em) {
    .sum > button {
      flex: auto;
    }
    .open strong {
      display: block;
    }
  }
`;
