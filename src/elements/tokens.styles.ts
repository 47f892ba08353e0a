import { css } from 'lit';

/** The colours and measures as browsers have them that know `light-dark()`; see `tokens`. */
export const palette = css`
  :host {
    --_accent: var(--lc-accent, light-dark(#1d4fd7, #8fb0ff));
    --_on-accent: var(--lc-on-accent, light-dark(#fff, #0b1533));
    --_surface: var(--lc-surface, light-dark(#fff, #16181d));
    --_raised: var(--lc-raised, light-dark(#f5f6f8, #20232a));
    --_text: var(--lc-text, light-dark(#14171f, #f2f4f8));
    --_muted: var(--lc-muted, light-dark(#545b69, #a9b1c0));
    --_border: var(--lc-border, light-dark(#858c99, #767e8e));
    --_line: light-dark(#e1e4ea, #30343d);
    --_danger: var(--lc-danger, light-dark(#b3261e, #ff9d94));
    --_success: var(--lc-success, light-dark(#12703a, #6fd598));
    --_radius: var(--lc-radius, 12px);
    --_font: var(--lc-font, system-ui, sans-serif);
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
`;

/** Controls and focus ring of both elements, from their first paint. */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    min-block-size: 44px;
    border-radius: calc(var(--_radius) * 0.66);
  }
  button {
    cursor: pointer;
    border: 1px solid transparent;
    padding: 8px 16px;
    background: none;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 88%, var(--_text));
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
