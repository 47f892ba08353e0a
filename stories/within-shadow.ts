import { configure, within } from 'storybook/test';
import { said } from './page-language.js';

// Testing Library's own message fails on printing a shadow root, and so hides what was not found.
configure({
  // What a screen says stands there once to be seen and once to be heard.
  defaultIgnore: 'script, style, .heard',
  getElementError: (message, container) =>
    Object.assign(new Error(`${message}\n\n${container.innerHTML}`), { name: said('TestingLibraryElementError') }),
});

/**
 * Testing Library's queries inside the shadow root of an element. Pass several selectors to go through one shadow root
 * after another: `withinShadow(canvas, 'lc-number-purchase', 'lc-identity-gate')`.
 * @throws {Error} naming the selector that found no element with an open shadow root.
 */
export function withinShadow(root: ParentNode, ...selectors: [string, ...string[]]): ReturnType<typeof within> {
  let inner = root;
  for (const selector of selectors) {
    const next = inner.querySelector(selector)?.shadowRoot;
    if (!next) throw new Error(`No element with an open shadow root fits "${selector}".`);
    inner = next;
  }
  // The queries only need querySelectorAll, which a shadow root has as well.
  return within(inner as unknown as HTMLElement);
}

/** How long to wait for a screen whose code is loaded first, also on a slow computer. */
export const patiently = { timeout: 8_000 };
