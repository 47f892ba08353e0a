/** The highest a list gets, how far it is from its field, and from the edges of the window, in pixels. */
const [tallest, gap, edge] = [360, 4, 8];

/**
 * Keeps a list of the top layer below its field, or above it where there is more room, never larger than the window:
 * placed anew whenever the field, the window or the list is another one than in the frame before, for whatever reason.
 * Call the result to let it go.
 */
export function keepBeside(field: Element, list: HTMLElement): () => void {
  let [before, frame] = ['', 0];
  const look = () => {
    frame = requestAnimationFrame(look);
    const { top, bottom, left, right, width } = field.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    // As high as it would be, which can be known without letting it: that would move what it has scrolled.
    const height = Math.min(list.scrollHeight + list.offsetHeight - list.clientHeight, tallest);
    const now = [top, left, width, clientWidth, clientHeight, height, list.offsetWidth].join();
    if (now === before) return;
    before = now;
    const [above, below] = [top, clientHeight - bottom].map((room) => room - gap - edge) as [number, number];
    const isAbove = below < height && above > below;
    list.style.minInlineSize = `${Math.min(width, clientWidth - 2 * edge)}px`;
    list.style.maxBlockSize = `${Math.min(isAbove ? above : below, tallest)}px`;
    const start = getComputedStyle(list).direction === 'rtl' ? right - list.offsetWidth : left;
    const last = clientWidth - edge - list.offsetWidth;
    list.style.left = `${Math.max(edge, Math.min(start, last))}px`;
    list.style.top = `${isAbove ? top - gap - list.offsetHeight : bottom + gap}px`;
  };
  look();
  return () => cancelAnimationFrame(frame);
}
