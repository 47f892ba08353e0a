import { html, nothing, type TemplateResult } from 'lit';

/** A field whose value is chosen from a list; the list and its keys come with the rest of the shop. */
export interface ComboboxField {
  name: string;
  label: string;
  value: string;
  /** How the value reads. */
  text: string;
  press(event: Event): void;
  key?(event: KeyboardEvent): void;
  leave?(): void;
  /** The list while it is open, and the id of the option that the keys have reached. */
  open?: { list: TemplateResult; active: string } | undefined;
}

/** A combobox to choose with, not to type into: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export const comboboxField = ({
  name,
  label,
  value,
  text,
  press,
  key,
  leave,
  open,
}: ComboboxField): TemplateResult => html`<div class="field">
  <label id="${name}-label" for=${name}>${label}</label>
  <button
    type="button" role="combobox" id=${name} name=${name} value=${value} aria-haspopup="listbox"
    aria-expanded=${open ? 'true' : 'false'} aria-controls="${name}-list"
    aria-activedescendant=${open?.active ?? nothing}
    @click=${press} @keydown=${key} @keyup=${key} @focusout=${leave}
  >${text}</button>
  ${open?.list}
</div>`;
