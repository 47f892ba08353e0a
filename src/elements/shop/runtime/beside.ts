/** The highest a list gets, how far it is from its field, and from the edges of the window, in pixels. */
const [tallest, gap, edge] = [360, 4, 8];

/**
 * Keeps a list of the top layer below its field, or above it where there is more room, never larger than the window:
 * placed anew whenever the page moves or resizes the field. Call the result to let it go.
 */
export function keepBeside(field: Element, list: HTMLElement): () => void {
  const place = (event?: unknown) => {
    // Its own scrolling moves nothing.
    if (event instanceof Event && event.target === list) return;
    const { top, bottom, left, right, width } = field.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    list.style.minInlineSize = `${width}px`;
    list.style.maxBlockSize = `${tallest}px`;
    const [above, below] = [top, clientHeight - bottom].map((room) => room - gap - edge) as [number, number];
    const isAbove = below < list.offsetHeight && above > below;
    list.style.maxBlockSize = `${Math.min(isAbove ? above : below, tallest)}px`;
    const start = getComputedStyle(list).direction === 'rtl' ? right - list.offsetWidth : left;
    const last = clientWidth - edge - list.offsetWidth;
    list.style.left = `${Math.max(edge, Math.min(start, last))}px`;
    list.style.top = `${isAbove ? top - gap - list.offsetHeight : bottom + gap}px`;
  };
  const leaving = new AbortController();
  const { signal } = leaving;
  for (const name of ['scroll', 'resize'])
    window.addEventListener(name, place, { capture: true, passive: true, signal });
  const sizes = new ResizeObserver(place);
  sizes.observe(field);
  sizes.observe(document.documentElement);
  signal.addEventListener('abort', () => sizes.disconnect());
  place();
  return () => leaving.abort();
}
