import { css } from 'lit';

/** The dialog, its header with the steps, and the confirmation afterwards. */
export const dialogStyles = css`
  dialog,
  .panel,
  .toast {
    font: 400 1rem/1.5 var(--_font);
    color: var(--_text);
    background: var(--_surface);
    text-align: start;
  }
  dialog {
    inline-size: min(480px, 100%);
    block-size: min(840px, 100dvh - 32px);
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 0;
    /* Whatever it stands in: above the page it is seen and pressed. */
    visibility: visible;
    pointer-events: auto;
    border-radius: var(--_radius);
    box-shadow: 0 24px 64px rgb(10 15 30 / 0.28), 0 0 0 1px var(--_line);
    overflow: hidden;
  }
  dialog[open],
  .panel:not([hidden]) {
    display: flex;
    flex-direction: column;
  }
  dialog[open] {
    animation: appear 160ms ease-out;
  }
  dialog::backdrop {
    background: rgb(10 15 30 / 0.5);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  :host([hidden]) .panel {
    display: none;
  }
  .panel {
    max-inline-size: 480px;
    margin-block-start: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding-block: 8px;
    padding-inline: 24px 8px;
    border-block-end: 1px solid var(--_line);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
    color: var(--_muted);
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  /* Four names are a line's worth in every language. */
  .steps:has(:nth-child(4)) {
    gap: 4px 8px;
  }
  .steps:has(:nth-child(4)) li {
    gap: 4px;
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    border: 1px solid var(--_border);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .dot svg {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 3;
  }
  .steps [aria-current] {
    color: var(--_text);
    font-weight: 600;
  }
  .steps [aria-current] .dot {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .done .dot {
    border-color: var(--_success);
    color: var(--_success);
  }
  .close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    padding: 0;
    color: var(--_muted);
  }
  ::slotted(a) {
    color: var(--_accent);
  }
  /* At the end of every screen; nothing where the page has none. */
  ::slotted([slot='support']) {
    display: block;
    padding: 8px 24px 16px;
    text-align: center;
  }
  .toast {
    position: fixed;
    inset: auto 16px 24px;
    inline-size: fit-content;
    max-inline-size: min(420px, 100vw - 32px);
    margin: 0 auto;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 8px 32px rgb(10 15 30 / 0.2);
  }
  .toast:popover-open {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    animation: appear 160ms ease-out;
  }
  .toast p {
    flex: 1;
  }
  .choice {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .toast .choice {
    flex-basis: 100%;
  }
  @media (max-width: 599px) {
    dialog {
      inline-size: 100%;
      block-size: 100dvh;
      border-radius: 0;
      box-shadow: none;
    }
    header {
      padding-inline-start: 16px;
    }
    .steps {
      gap: 4px 12px;
    }
  }
  @media (max-height: 559px) {
    dialog {
      block-size: 100dvh;
      border-radius: 0;
    }
  }
  /* Too narrow for all names in every language: the current one is said, the others are numbers. */
  @media (max-width: 479px) {
    .steps li:not([aria-current]) .name {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (forced-colors: active) {
    dialog,
    .panel,
    .toast {
      border: 1px solid;
    }
  }
`;
