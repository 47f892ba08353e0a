import { css } from 'lit';

/** What the screens of both elements share; it comes with the first of them. */
export const screenControls = css`
  /* A word that is longer than its line breaks, at a syllable where the browser knows them. */
  :host {
    overflow-wrap: anywhere;
  }
  @supports (hyphenate-limit-chars: 16) {
    :host {
      hyphens: auto;
      hyphenate-limit-chars: 16;
    }
  }
  /* Korean breaks between words. */
  :lang(ko) {
    word-break: keep-all;
  }
  button {
    touch-action: manipulation;
  }
  .secondary {
    border-color: var(--_border);
  }
  .secondary:hover,
  .close:hover {
    background: var(--_raised);
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2:focus-visible {
    outline: none;
  }
  .small {
    font-size: 0.875rem;
  }
  .badge {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 50%;
    color: var(--_accent);
    background: color-mix(in oklab, currentColor 12%, var(--_surface));
  }
  .badge.bad {
    color: var(--_danger);
  }
  .badge.good {
    color: var(--_success);
  }
  .badge.busy {
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .bone {
    border-radius: 8px;
    background: var(--_raised);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_border: var(--_text);
      --_line: var(--_text);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
