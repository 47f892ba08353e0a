let heights: ResizeObserver | undefined;

/** What no template knows of a screen, set when it has been rendered. */
export function afterRender(root: ShadowRoot): void {
  levelHeadings(root);
  const stuck = root.querySelector('.actions, .tray');
  heights ??= new ResizeObserver(tellHeights);
  if (stuck) heights.observe(stuck);
}

/**
 * Every heading as deep as the page wants it: by `heading-level` of the element, or of the element around it, as the
 * shop is around its gate. Without one the first level is 2.
 */
function levelHeadings(root: ShadowRoot): void {
  const { host } = root;
  const around = (host.getRootNode() as Partial<ShadowRoot>).host;
  const wanted = host.getAttribute('heading-level') ?? around?.getAttribute('heading-level') ?? '';
  const deeper = /^[1-6]$/.test(wanted) ? Number(wanted) - 2 : 0;
  for (const heading of root.querySelectorAll('h2, h3'))
    heading.ariaLevel = deeper ? String(Number(heading.localName[1]) + deeper) : null;
}

/**
 * How high the part is that sticks to the end, as `--_stuck` on what it stands in: nothing that has the focus may be
 * under it, however large the text is and however many buttons it has.
 */
function tellHeights(entries: ResizeObserverEntry[]): void {
  for (const { target } of entries)
    target.parentElement?.style.setProperty('--_stuck', `${(target as HTMLElement).offsetHeight}px`);
}
