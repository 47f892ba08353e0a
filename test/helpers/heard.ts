/** Where what was heard goes, line by line. */
type Say = (line: string) => void;

/**
 * Hears what happens in a page, or in one element of it, as a screen reader would tell it: where the focus goes, and
 * what live regions come to say, in order. What cannot be heard is left out: a region that comes with its words already
 * in it (but for alerts, whose purpose that is), one that is hidden, one behind an open dialog. Written to be sent into
 * a page as it stands: it uses nothing from outside of itself.
 */
export function hear(within: Document | ShadowRoot, say: Say): () => void {
  const regions = '[role=status], [role=alert], [role=log], [aria-live=polite], [aria-live=assertive]';
  const said = new WeakMap<Element, string>();
  const roots = new Set<Node>();
  const heardEvents = new WeakSet<Event>();

  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const parentOf = (node: Node): Node | null =>
    (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode ?? (node as ShadowRoot).host ?? null;

  /** The dialog that makes all others inert, where one is open. */
  function modal(): Element | undefined {
    for (const root of roots) {
      const open = [...(root as ParentNode).querySelectorAll('dialog:modal')].at(-1);
      if (open) return open;
    }
    return undefined;
  }

  function isAudible(region: Element): boolean {
    const open = modal();
    let isInside = !open;
    for (let node: Node | null = region; node; node = parentOf(node)) {
      if (node === open) isInside = true;
      if (node instanceof Element && node.matches('[inert], [hidden], [aria-hidden=true]')) return false;
    }
    return isInside && region.checkVisibility({ visibilityProperty: true });
  }

  const roles: Record<string, string> = {
    a: 'link',
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    iframe: 'frame',
    ol: 'list',
    ul: 'list',
    select: 'list of choices',
    summary: 'disclosure',
    textarea: 'field',
  };
  const types: Record<string, string> = { checkbox: 'checkbox', radio: 'choice', file: 'button', submit: 'button' };

  function roleOf(element: Element): string {
    const { localName } = element;
    if (element instanceof HTMLInputElement) return element.getAttribute('role') ?? types[element.type] ?? 'field';
    return element.getAttribute('role') ?? roles[localName] ?? localName;
  }

  function referred(element: Element, attribute: string): string {
    const root = element.getRootNode() as Document | ShadowRoot;
    const ids = element.getAttribute(attribute)?.split(/\s+/) ?? [];
    return plain(ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' '));
  }

  /** The words of a label, without those of the field in it. */
  function wordsOf(label: Element): string {
    const copy = label.cloneNode(true) as Element;
    for (const field of copy.querySelectorAll('input, select, textarea')) field.remove();
    return copy.textContent;
  }

  function nameOf(element: Element): string {
    const { labels } = element as HTMLInputElement;
    return (
      referred(element, 'aria-labelledby') ||
      plain(element.getAttribute('aria-label')) ||
      plain([...(labels ?? [])].map(wordsOf).join(' ')) ||
      plain(element.textContent) ||
      plain(element.getAttribute('title'))
    );
  }

  function statesOf(element: Element): string {
    const expanded = element.getAttribute('aria-expanded');
    const { checked, value } = element as HTMLInputElement;
    const isTicked = element.matches('input[type=checkbox], input[type=radio]');
    const states = [
      element.matches(':disabled, [aria-disabled=true]') ? 'unavailable' : '',
      expanded === null ? '' : { true: 'expanded', false: 'collapsed' }[expanded],
      element.getAttribute('aria-pressed') === 'true' ? 'pressed' : '',
      isTicked ? `${checked ? '' : 'not '}ticked` : '',
      element.getAttribute('aria-invalid') === 'true' ? 'not valid' : '',
      element.matches('input:not([type=checkbox], [type=radio], [type=file])') && value ? `has “${value}”` : '',
      element instanceof HTMLSelectElement ? `has “${plain(element.selectedOptions[0]?.textContent)}”` : '',
      element.matches('button[role=combobox]') ? `has “${plain(element.textContent)}”` : '',
      referred(element, 'aria-describedby'),
    ];
    return states.filter(Boolean).join(', ');
  }

  const focused = (event: Event) => {
    if (heardEvents.has(event)) return;
    heardEvents.add(event);
    const element = event.composedPath()[0];
    if (!(element instanceof Element)) return;
    say(`focus: ${[`${roleOf(element)} “${nameOf(element)}”`, statesOf(element)].filter(Boolean).join(', ')}`);
  };

  const watch = new MutationObserver((changes) => {
    const come = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const live = (target instanceof Element ? target : target.parentElement)?.closest(regions);
      if (live) come.add(live);
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        enter(node);
        for (const alert of [node, ...node.querySelectorAll('*')])
          if (alert.matches('[role=alert]')) come.add(alert);
          else if (alert.matches(regions) && !said.has(alert) && !come.has(alert))
            said.set(alert, plain(alert.textContent));
      }
    }
    for (const region of come) {
      const text = plain(region.textContent);
      if (text && text !== said.get(region) && region.isConnected && isAudible(region)) say(`says: ${text}`);
      said.set(region, text);
    }
  });

  /** Listens in a root, and in all that stand in it already. */
  function listen(root: Document | ShadowRoot): void {
    if (roots.has(root)) return;
    roots.add(root);
    root.addEventListener('focusin', focused, true);
    watch.observe(root, { subtree: true, childList: true, characterData: true });
    for (const region of root.querySelectorAll(regions)) said.set(region, plain(region.textContent));
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) listen(element.shadowRoot);
  }

  function enter(node: Element): void {
    for (const element of [node, ...node.querySelectorAll('*')]) if (element.shadowRoot) listen(element.shadowRoot);
  }

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, options);
    listen(root);
    return root;
  };
  listen(within);

  return () => {
    Element.prototype.attachShadow = attach;
    watch.disconnect();
    for (const root of roots) root.removeEventListener('focusin', focused, true);
  };
}

/** What is heard in an element from now on. */
export function hearing(root: ShadowRoot): { heard: string[]; stop(): void } {
  const heard: string[] = [];
  return { heard, stop: hear(root, (line) => heard.push(line)) };
}
