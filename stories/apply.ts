import { ref } from 'lit/directives/ref.js';

/** Custom properties by name, as controls: a number is of pixels. */
export type Tokens = Partial<Record<`--lc-${string}`, string | number>>;

/** The custom properties that an element has been given, by elements. */
const styled = new WeakMap<Element, Set<string>>();

/**
 * Sets properties, and custom properties as styles; one that is no longer among `args` is taken away. Those of `once`
 * only when the element is new: Storybook loads them again with every change of a control, and another host would begin
 * the story anew.
 */
export const apply = (args: object, once: object = {}) =>
  ref((element) => {
    if (!(element instanceof HTMLElement)) return;
    const before = styled.get(element);
    if (!before) Object.assign(element, once);
    const now = new Set(Object.keys(args).filter((name) => name.startsWith('--')));
    for (const name of before ?? []) if (!now.has(name)) element.style.removeProperty(name);
    styled.set(element, now);
    for (const [name, value] of Object.entries(args)) {
      if (now.has(name)) element.style.setProperty(name, typeof value === 'number' ? `${value}px` : (value ?? ''));
      else if (name.includes('-'))
        element.toggleAttribute(name, value != null) && element.setAttribute(name, String(value));
      else if (value !== undefined) Object.assign(element, { [name]: value });
    }
  });
