import { html, nothing, type TemplateResult } from 'lit';
import { plain } from '../../../core/shop/numbers-query.js';
import { icons } from '../../icons.js';
import { comboboxField } from '../combobox-field.js';
import { OpenList } from './open-list.js';

/** What can be chosen in one field. */
export interface Choices {
  name: string;
  label: string;
  value: string;
  /** Values and how they read. */
  options: readonly (readonly [value: string, text: string])[];
  choose(value: string): void;
}

/** How long typed letters belong together, and how many options a page of the list has. */
const typingPause = 500;
const pageSize = 10;

/** The comboboxes of one shop, of which one is open at a time. */
export class Comboboxes {
  readonly #changed: () => void;
  #open: { name: string; active: number } | undefined;
  readonly #list = new OpenList();
  #typed = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The field, and its list while that is open. A value of several, separated by commas, reads as all of them. */
  field(choices: Choices): TemplateResult {
    const { name, label, value, options } = choices;
    const active = this.#activeOf(name);
    return comboboxField({
      name,
      label,
      value,
      text: value
        .split(',')
        .map((one) => options.find(([known]) => known === one)?.[1] ?? one)
        .join(', '),
      press: ({ currentTarget }) => {
        // Safari focuses no button that is clicked.
        (currentTarget as HTMLElement).focus();
        if (active === undefined) this.show(choices);
        else this.#close(name);
      },
      key: (event) => this.#key(event, choices),
      leave: () => this.#close(name),
      open: active === undefined ? undefined : { list: this.#options(choices, active), active: `${name}-${active}` },
    });
  }

  /** Opens the field's list at an option, at first the chosen one. */
  show({ name, value, options }: Choices, active = options.findIndex(([one]) => one === value)): void {
    this.#open = { name, active: Math.max(0, Math.min(options.length - 1, active)) };
    this.#changed();
  }

  /** To be called after every render. */
  rendered(root: ParentNode): void {
    const list = root.querySelector<HTMLElement>('[role=listbox]:not(.suggestions)');
    this.#list.rendered(list, list?.previousElementSibling);
  }

  disconnect(): void {
    clearTimeout(this.#typing);
    this.#list.disconnect();
    if (this.#open) this.#close(this.#open.name);
  }

  #options(choices: Choices, active: number): TemplateResult {
    const { name, value, options } = choices;
    // Pressing an option must leave the focus where the keys are.
    const stay = (event: Event) => event.preventDefault();
    // The browser closes the list on Escape, on the way back, or when one presses elsewhere.
    const toggled = ({ newState }: ToggleEvent) => newState === 'closed' && this.#close(name);
    const option = ([one, text]: readonly [string, string], index: number) => {
      const isChosen = one === value;
      return html`<div
        id="${name}-${index}" role="option" class=${index === active ? 'active' : ''}
        aria-selected=${isChosen ? 'true' : 'false'} @click=${() => this.#choose(one, choices)}
      >${text}${isChosen ? icons.check : nothing}</div>`;
    };
    return html`<div
      id="${name}-list" role="listbox" popover aria-labelledby="${name}-label" @mousedown=${stay} @toggle=${toggled}
    >${options.map(option)}</div>`;
  }

  #key(event: KeyboardEvent, choices: Choices): void {
    const { key, type, altKey, ctrlKey, metaKey } = event;
    const { name, value, options } = choices;
    // The button itself must not be pressed by the keys: Firefox does it on release.
    if (type === 'keyup' && key === ' ') event.preventDefault();
    if (type === 'keyup' || ctrlKey || metaKey) return;
    const active = this.#activeOf(name);
    const from = active ?? options.findIndex(([one]) => one === value);
    const isChosen = key === 'Enter' || key === 'Tab' || (key === ' ' && !this.#typed) || (altKey && key === 'ArrowUp');
    if (active !== undefined && isChosen) {
      if (key !== 'Tab') event.preventDefault();
      this.#choose(options[active]![0], choices);
      return;
    }
    const moved = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + pageSize,
      PageUp: from - pageSize,
      Home: 0,
      End: options.length - 1,
    }[key];
    if (moved !== undefined) this.show(choices, active === undefined && key.startsWith('Arrow') ? from : moved);
    else if (key === 'Enter' || (key === ' ' && !this.#typed)) this.show(choices);
    else if (key.length === 1) this.show(choices, this.#typedTo(key, from, choices));
    else return;
    event.preventDefault();
  }

  /** The option that begins with what was typed just now; the same letter again goes on to the next. */
  #typedTo(letter: string, from: number, { options }: Choices): number {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.#typed = ''), typingPause);
    this.#typed += plain(letter);
    if (!this.#typed) return from;
    const isRepeated = [...this.#typed].every((one) => one === this.#typed[0]);
    if (isRepeated) this.#typed = this.#typed[0]!;
    const order = options.map((_, index) => (from + Number(isRepeated) + index) % options.length);
    return order.find((index) => plain(options[index]![1]).startsWith(this.#typed)) ?? from;
  }

  #activeOf = (name: string): number | undefined => (this.#open?.name === name ? this.#open.active : undefined);

  #choose(chosen: string, { name, value, choose }: Choices): void {
    this.#close(name);
    if (chosen !== value) choose(chosen);
  }

  /** Only if it is still this one: what tells that a list was left may come after another was opened. */
  #close(name: string): void {
    if (this.#open?.name !== name) return;
    this.#open = undefined;
    this.#changed();
  }
}
