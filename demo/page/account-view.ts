import type { Account } from './api.js';
import { names } from './names.js';
import { showStatus, showText } from './show-text.js';
import { word } from './words.js';

/** What a status means for whoever buys. */
const notes: Record<string, string> = {
  none: 'none',
  expired: 'none',
  created: 'begun',
  pending: 'begun',
  completed: 'review',
  needs_review: 'review',
  approved: 'approved',
  failed: 'failed',
  declined: 'declined',
  exempt: 'exempt',
};

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

/** Lists the accounts to choose from, each with where it stands. */
export function showAccounts(accounts: Account[], chosen: string | undefined): void {
  const select = element<HTMLSelectElement>('account');
  const texts = accounts.map(({ kind, status }) => `${names[kind]} · ${word(`status.${status}`)}`);
  const isSame =
    accounts.length === select.options.length && accounts.every(({ id }, at) => select.options[at]?.value === id);
  // A list that stands open would be closed.
  if (!isSame) select.replaceChildren(...accounts.map(({ id }) => new Option('', id)));
  for (const [at, text] of texts.entries()) showText(select.options[at], text);
  if (chosen && select.value !== chosen) select.value = chosen;
}

/** Shows where the account stands, and what that means. */
export function showStanding({ status }: Account): void {
  showStatus(element('status'), status, word(`status.${status}`));
  showText(element('account-note'), notes[status] ? word(`note.${notes[status]}`) : '');
}
