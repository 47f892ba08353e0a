/**
 * Copies a text that is shown; false when the browser does not let us, and then it stands there selected. Pages without
 * HTTPS and many browsers inside apps know only the old way, which copies what is selected.
 */
export async function copyText(text: string, shown: Element | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}
