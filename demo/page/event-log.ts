import { entry } from './show-text.js';

const names = ['verified', 'review', 'declined', 'dismissed', 'failed', 'step', 'statechange', 'purchased'];
const most = 200;

function readable(detail: object): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}

/** Shows what the elements say, the newest on top, and anything the page's own Content-Security-Policy had to stop. */
export function eventLog(elements: HTMLElement[]): void {
  const list = document.querySelector<HTMLOListElement>('#log');
  if (!list) return;

  const add = (source: string, name: string, detail: object) => {
    const item = entry([
      ['time', new Date().toLocaleTimeString('en-GB')],
      ['strong', name],
      ['span', source],
      ['code', readable(detail)],
    ]);
    item.dataset.event = name;
    list.prepend(item);
    while (list.children.length > most) list.lastElementChild?.remove();
  };

  for (const element of elements) {
    // An element inside another may send an event of the same name; each is shown once, for the element it left.
    for (const name of names)
      element.addEventListener(
        name,
        (event) =>
          event.target === element && add(`<${element.localName}>`, name, (event as CustomEvent<object>).detail),
      );
  }
  const violation = (effectiveDirective: string, blockedURL: string | null, sourceFile: string | null) => {
    list.dataset.violations = String(Number(list.dataset.violations) + 1);
    add('page', 'securitypolicyviolation', { effectiveDirective, blockedURL, sourceFile });
  };
  // The observer also tells what was stopped before this script ran; the event is for browsers without it.
  if ('ReportingObserver' in window) {
    const observer = new ReportingObserver(
      (reports) => {
        for (const { body } of reports) {
          const { effectiveDirective, blockedURL, sourceFile } = (body ??
            {}) as Partial<SecurityPolicyViolationEventInit> & { blockedURL?: string };
          violation(effectiveDirective ?? '', blockedURL ?? null, sourceFile ?? null);
        }
      },
      { types: ['csp-violation'], buffered: true },
    );
    observer.observe();
  } else {
    document.addEventListener('securitypolicyviolation', (event) =>
      violation(event.effectiveDirective, event.blockedURI, event.sourceFile),
    );
  }
  document.querySelector('#clear-log')?.addEventListener('click', () => list.replaceChildren());
}
