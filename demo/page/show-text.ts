/** Writes the text where it is another than before: a live region that is written again is read out again. */
export function showText(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** How a status of an account looks. */
const tones: Record<string, string> = {
  approved: 'good',
  exempt: 'good',
  created: 'wait',
  pending: 'wait',
  completed: 'wait',
  needs_review: 'wait',
  failed: 'bad',
  declined: 'bad',
};

/** A badge with a status, in the page's words for it. */
export function showStatus(badge: HTMLElement, status: string, words: string): void {
  badge.dataset.status = status;
  badge.dataset.tone = tones[status] ?? '';
  showText(badge, words);
}

/** An entry of a list, of several texts, each in an element of its own. */
export function entry(texts: [tag: string, text: string][]): HTMLLIElement {
  const item = document.createElement('li');
  for (const [tag, text] of texts) item.appendChild(document.createElement(tag)).textContent = text;
  return item;
}
