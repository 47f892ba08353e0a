import { css } from 'lit';

/** The numbers of an order on one grid: in the review, while it waits, on the receipt and in the tray of a pool. */
export const orderStyles = css`
  .order {
    display: grid;
    grid-template-columns: 1fr minmax(0, auto);
    gap: 8px;
    inline-size: 100%;
  }
  .order li {
    display: grid;
    grid-column: 1 / -1;
    /* The second for browsers that know it: the prices of all rows end at one line. */
    grid-template-columns: 1fr minmax(0, auto);
    grid-template-columns: subgrid;
    align-items: baseline;
    row-gap: 4px;
    padding: 12px;
    border-radius: calc(var(--_radius) * 0.66);
    background: var(--_raised);
  }
  .order li > :nth-child(even) {
    text-align: end;
  }
  /* Long ones wrap, and make no column wider. */
  .order .place,
  .order .chips {
    contain: inline-size;
  }
  .order .chips {
    grid-column: 1 / -1;
  }
  .order .chips:not(:has(.chip)),
  .order .place:empty:last-of-type {
    display: none;
  }
  .order .chip {
    background: var(--_surface);
  }
  /* On the smallest screens one below the other. */
  @container (max-width: 22.5em) {
    .panel .order {
      grid-template-columns: minmax(0, 1fr);
    }
    .panel .order li > * {
      grid-column: 1 / -1;
      text-align: start !important;
    }
  }
`;
