import { css } from 'lit';

/**
 * The search form, from its first paint. Until the words of the page's language are there, it keeps its place and shows
 * none: others would be read, and read out, only to be taken away. After two seconds English ones are better than none.
 */
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
    grid-template-columns: 2fr 1fr auto;
    gap: 12px;
    align-items: start;
  }
  .wordless {
    animation: late 2s;
  }
  @keyframes late {
    from, to {
      visibility: hidden;
    }
  }
  form > button {
    /* Beside the fields, whose labels have a line of their own. */
    margin-block-start: 1.75rem;
  }
  .missing {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_danger);
  }
  form[hidden] {
    display: none;
  }
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
    border: solid;
    border-width: 0 2px 2px 0;
    padding: 3px;
    rotate: 45deg;
    translate: -2px -2px;
  }
  @container (max-width: 37em) {
    form {
      grid-template-columns: 1fr auto;
    }
    form > :first-child {
      grid-column: 1 / -1;
    }
  }
  /* On a phone a country's name has its line, in every language. */
  @container (max-width: 25em) {
    form > button {
      margin: 0;
    }
    form {
      grid-template-columns: 100%;
      gap: 8px;
    }
  }
`;
