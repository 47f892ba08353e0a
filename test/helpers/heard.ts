const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';

const textIn = (node: Element): string => (node.textContent ?? '').replace(/\s+/g, ' ').trim();

/** What a reader calls an element that has the focus: its label, else what is written on it. */
function nameOf(element: Element): string {
  const role = element.getAttribute('role') ?? element.localName;
  return `${role} “${element.getAttribute('aria-label') ?? textIn(element)}”`;
}

/**
 * What is heard in an element as time goes on: where the focus goes, and what its live regions come to say, in order.
 * Regions that come with their words already in them are heard by some readers only, and are not in it.
 */
export function hearing(root: ShadowRoot): { heard: string[]; stop(): void } {
  const heard: string[] = [];
  const focused = (event: Event) => heard.push(`focus: ${nameOf(event.composedPath()[0] as Element)}`);
  root.addEventListener('focusin', focused);
  const said = new WeakMap<Element, string>();
  for (const region of root.querySelectorAll(regions)) said.set(region, textIn(region));
  const watch = new MutationObserver((changes) => {
    for (const region of new Set(changes.map(({ target }) => target)).values()) {
      const live = (region instanceof Element ? region : region.parentElement)?.closest(regions);
      if (!live || !root.contains(live)) continue;
      const text = textIn(live);
      if (text && text !== said.get(live)) heard.push(`says: ${text}`);
      said.set(live, text);
    }
  });
  watch.observe(root, { subtree: true, childList: true, characterData: true });
  return {
    heard,
    stop() {
      root.removeEventListener('focusin', focused);
      watch.disconnect();
    },
  };
}
