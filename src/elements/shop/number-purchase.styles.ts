import { css } from 'lit';

/** The search form, from its first paint. */
export const frontStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    font: 400 1rem/1.5 var(--_font);
    color: var(--_text);
  }
  :host([hidden]) {
    display: none;
  }
  form {
    display: grid;
    gap: 16px;
    align-items: end;
  }
  .missing {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_danger);
  }
  form[hidden] {
    display: none;
  }
  label,
  .field {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  [role='combobox'],
  input {
    inline-size: 100%;
    padding: 8px 12px;
    font-weight: 400;
    background: var(--_surface);
    border: 1px solid var(--_border);
  }
  [role='combobox'] {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    text-align: start;
  }
  [role='combobox']::after {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: -2px -2px;
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  @container (min-width: 560px) {
    form {
      grid-template-columns: minmax(160px, 1fr) minmax(160px, 1fr) auto;
    }
  }
`;
