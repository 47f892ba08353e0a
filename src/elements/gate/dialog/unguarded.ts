import { isTrigger } from '../guarded-trigger.js';

/** What a component may hold inside cannot always be looked at, so it counts as something to guard. */
const mayBeGuarded = (element: Element): boolean =>
  isTrigger(element) || element instanceof HTMLFormElement || element.shadowRoot !== null;

/**
 * What to tell the page's engineers when somebody is about to use a gate that holds nothing it could guard. A gate that
 * holds nothing at all is asked by `ensureVerified()`.
 */
export function unguarded(gate: Element): string | undefined {
  const held = [...gate.children].filter(({ slot }) => !slot);
  const [first] = held;
  if (!first || held.some((child) => [child, ...child.querySelectorAll('*')].some(mayBeGuarded))) return undefined;
  return (
    `<lc-identity-gate> guards nothing: <${first.localName}> in it holds no button, link or form. Clicks on other ` +
    'elements, checkboxes, radio buttons and lists are not held, nor are pointerup and mousedown. Use a <button>, ' +
    'give the element role="button", or call ensureVerified().'
  );
}
