const said = new Set<string>();

/**
 * Tells the page's engineers, once per message, what is wrong and what to do. Never holds what a person typed or a
 * token.
 */
export function report(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.error(`[lc-identity-gate] ${message}`);
}
