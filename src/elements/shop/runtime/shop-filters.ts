import { html, nothing, type TemplateResult } from 'lit';
import { format } from '../../../locales/format.js';
import type { ShopView } from './shop-parts.js';

/**
 * What narrows the search: beside each other where there is room, else a button that opens them as a sheet above the
 * page's lower edge.
 */
export function filters({ labels, search, comboboxes }: ShopView): TemplateResult {
  const words = labels.filters;
  const count = search.filterCount;
  const choice = (name: 'numberTypes' | 'pattern' | 'sort', label: string, options: Record<string, string>) =>
    comboboxes.field({
      name,
      label,
      value: search.filters[name] ?? 'any',
      options: Object.entries(options),
      choose: (value) => search.narrow({ [name]: value === 'any' ? undefined : value }),
    });
  const capability = (name: 'voiceEnabled' | 'smsEnabled' | 'mmsEnabled', text: string) => {
    const changed = ({ target }: Event) =>
      search.narrow({ [name]: (target as HTMLInputElement).checked ? 'true' : undefined });
    const isOn = Boolean(search.filters[name]);
    return html`<label class="toggle">
      <input type="checkbox" name=${name} .checked=${isOn} @change=${changed} />${text}
    </label>`;
  };
  const toggled = ({ newState, currentTarget }: ToggleEvent) => {
    if (newState === 'open') (currentTarget as Element).querySelector<HTMLElement>('[role=combobox]')?.focus();
  };
  return html`<button class="secondary to-filters" type="button" popovertarget="filters">
      ${count > 0 ? format(words.some, { count }) : words.button}
    </button>
    <fieldset id="filters" class="filters" part="filters" popover @toggle=${toggled}>
      <legend class="visually-hidden">${words.label}</legend>
      ${choice('numberTypes', words.type, words.types)} ${choice('pattern', words.pattern, words.patterns)}
      ${choice('sort', words.sort, words.sorts)}
      <div class="toggles" role="group" aria-label=${labels.capabilities.label}>
        ${capability('voiceEnabled', labels.capabilities.voice)} ${capability('smsEnabled', labels.capabilities.SMS)}
        ${capability('mmsEnabled', labels.capabilities.MMS)}
        ${
          count > 0
            ? html`<button class="secondary" type="button" @click=${() => search.widen()}>${words.clear}</button>`
            : nothing
        }
      </div>
      <button class="primary to-numbers" type="button" popovertarget="filters" popovertargetaction="hide">
        ${words.done}
      </button>
    </fieldset>`;
}
