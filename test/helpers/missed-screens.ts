/**
 * Tells of every screen of the gate or the shop whose title nobody hears within three seconds of its coming, as long as
 * it stands there and is not behind a dialog. `told` is what was heard, with the time. Written to be sent into a page
 * as it stands: it uses nothing from outside of itself.
 */
export function missScreens(
  told: readonly (readonly [time: number, line: string])[],
  miss: (title: string) => void,
): void {
  const patience = 3000;
  const since = new Map<string, number>();

  const rootsIn = (root: Document | ShadowRoot): ShadowRoot[] =>
    [...root.querySelectorAll('lc-number-purchase, lc-identity-gate')].flatMap(({ shadowRoot }) =>
      shadowRoot ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
    );

  function titles(): string[] {
    const roots = rootsIn(document);
    const modals = [document, ...roots].flatMap((root) => [...root.querySelectorAll('dialog:modal')]);
    return roots.flatMap((root) =>
      [...root.querySelectorAll('[part=panel] h2, [part=dialog] h2')]
        .filter((title) => title.checkVisibility() && modals.every((modal) => modal.contains(title)))
        .map((title) => title.textContent.replace(/\s+/g, ' ').trim()),
    );
  }

  setInterval(() => {
    const now = Date.now();
    const shown = new Set(titles());
    for (const title of since.keys()) if (!shown.has(title)) since.delete(title);
    for (const title of shown) {
      const came = since.get(title) ?? now;
      since.set(title, came);
      const isHeard = told.some(([time, line]) => time > came - 1000 && line.includes(title));
      if (isHeard) since.set(title, Infinity);
      else if (now - came > patience) {
        miss(title);
        since.set(title, Infinity);
      }
    }
  }, 200);
}
