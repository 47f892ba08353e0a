/** How many rows come and go together. */
const blockSize = 50;
/** Height of a row until one has been measured, in pixels. */
const firstGuess = 73;
/** How far beyond the visible part rows are kept ready. */
const margin = '600px 0px';

/**
 * Keeps a long list's DOM small: rows stand in blocks, and a block that is far from being seen is an empty box of the
 * same height. Rows may differ in height; the block that holds the focus stays.
 */
export class LongList {
  readonly #changed: () => void;
  readonly #near = new Set([0]);
  readonly #heights = new Map<number, number>();
  #rowHeight = firstGuess;
  #observer: IntersectionObserver | undefined;
  #container: Element | null = null;
  #rows: readonly unknown[] = [];

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The rows in blocks. Other rows than before begin at the top. */
  blocks<Row>(rows: readonly Row[]): { rows: readonly Row[]; from: number; isNear: boolean; height: number }[] {
    if (rows[0] !== this.#rows[0]) this.#forget();
    this.#rows = rows;
    return Array.from({ length: Math.ceil(rows.length / blockSize) }, (_, index) => {
      const from = index * blockSize;
      const block = rows.slice(from, from + blockSize);
      return {
        rows: block,
        from,
        isNear: this.#near.has(index),
        height: this.#heights.get(index) ?? block.length * this.#rowHeight,
      };
    });
  }

  /** Watches the blocks of this container, which is the one that scrolls. */
  observe(container: Element | null): void {
    if (container !== this.#container) {
      this.disconnect();
      this.#container = container;
      if (container)
        this.#observer = new IntersectionObserver((entries) => this.#seen(entries), {
          root: container,
          rootMargin: margin,
        });
    }
    if (container && container.children.length > 1)
      for (const block of container.children) this.#observer?.observe(block);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#container = null;
  }

  #seen(entries: IntersectionObserverEntry[]): void {
    let changed = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const index = [...target.parentElement!.children].indexOf(target);
      if (isIntersecting && !this.#near.has(index)) {
        this.#near.add(index);
        changed = true;
      } else if (!isIntersecting && this.#near.has(index) && !target.matches(':focus-within')) {
        if (boundingClientRect.height > 0) this.#heights.set(index, boundingClientRect.height);
        if (index === 0 && target.childElementCount > 0)
          this.#rowHeight = boundingClientRect.height / target.childElementCount;
        this.#near.delete(index);
        changed = true;
      }
    }
    if (changed) this.#changed();
  }

  #forget(): void {
    this.#near.clear();
    this.#near.add(0);
    this.#heights.clear();
    this.#container?.scrollTo?.({ top: 0 });
  }
}
