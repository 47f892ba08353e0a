/**
 * Shows the status as the element's one `:state()`. Chromium before 125 takes names with two dashes only, and a style
 * sheet for it says `:--verified`.
 */
export function showState(internals: ElementInternals | undefined, status: string): void {
  const states = internals?.states;
  if (!states || states.has(status)) return;
  states.clear();
  try {
    states.add(status);
  } catch {
    states.add(`--${status}`);
  }
}
