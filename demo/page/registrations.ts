import { showText } from './show-text.js';
import { word } from './words.js';

interface Registration {
  action: string;
  button: HTMLButtonElement;
  done: HTMLElement;
}

/** What an account registers with carriers, each behind a gate of its own. */
const registrations = (): Registration[] =>
  [...document.querySelectorAll<HTMLElement>('[data-action]')].map((row) => ({
    action: row.dataset.action ?? '',
    button: row.querySelector('button') as HTMLButtonElement,
    done: row.querySelector('[role="status"]') as HTMLElement,
  }));

/** The gates let these clicks through only when the account is verified, by itself or after asking. */
export function onRegister(register: (action: string) => void): void {
  for (const { action, button } of registrations()) button.addEventListener('click', () => register(action));
}

/** Shows what is registered, and offers the rest. */
export function showRegistered(registered: string[]): void {
  for (const { action, button, done } of registrations()) {
    const isDone = registered.includes(action);
    showText(done, isDone ? word('registered') : '');
    button.hidden = isDone;
  }
}

const brand = 'a2p-brand-registration';

/** Where the first number leads: to the brand that texts in the US want, unless it is there already or not needed. */
export function showNextStep(countries: string[], registered: string[]): void {
  const link = document.querySelector<HTMLAnchorElement>('#next');
  const isWanted = countries.includes('US') && !registered.includes(brand);
  // A receipt shows what stands in its slot.
  if (link) link.slot = isWanted ? 'next' : 'later';
}

/** The link of the receipt leads to the button itself, not only to where it stands. */
export function followNextStep(): void {
  document.querySelector('#next')?.addEventListener('click', (event) => {
    const row = document.querySelector<HTMLElement>(`[data-action="${brand}"]`);
    event.preventDefault();
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  });
}
