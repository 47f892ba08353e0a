const nameOf = (element: Element): string => element.getAttribute('data-test') ?? element.id;

/**
 * Tells the embedding page of each click and each change of a field, by the name of the element and never by what was
 * typed. The SDK passes them on only to pages that ask for all events.
 */
export function tellSmallEvents(tell: (name: string, metadata: Record<string, unknown>) => void): void {
  document.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest('button, a, input, select') : null;
    if (pressed) tell('click', { element: nameOf(pressed) });
  });
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement)
      tell('form-update', { field: nameOf(target) });
  });
}
