import type { LcNumberPurchase } from '../../src/index.js';
import { type Account, ApiError, api } from './api.js';
import { eventLog } from './event-log.js';
import { showOwned } from './owned-numbers.js';
import { choice, keepChoices, preferences } from './preferences.js';
import { reviewer } from './reviewer.js';
import { word } from './words.js';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const shop = element<LcNumberPurchase>('shop');
const gate = element('gate');
const select = element<HTMLSelectElement>('account');
const notice = element('notice');

let accounts: Account[] = [];
const current = () => accounts.find(({ id }) => id === select.value);

async function attempt(work: () => Promise<unknown>): Promise<void> {
  notice.hidden = true;
  try {
    await work();
  } catch (error) {
    notice.textContent = error instanceof ApiError ? error.message : word('offline');
    notice.hidden = false;
  }
}

const review = reviewer({ account: () => select.value, attempt, onReset: load });

/** Tells both elements and the rest of the page whose settings these are. */
async function useAccount(): Promise<void> {
  const account = current();
  if (!account) return;
  choice.write('account', account.kind);
  for (const one of [shop, gate]) one.setAttribute('account', account.id);
  showAccount();
  await attempt(() => Promise.all([showOwned(account.id, () => account === current()), review.show()]));
}

function showAccount(): void {
  const account = current();
  for (const option of select.options) option.textContent = word(`account.${option.dataset.kind}`);
  element('account-note').textContent = account ? word(`note.${account.kind}`) : '';
  element('registered').textContent = account?.brandRegistered ? word('registered') : '';
  element('register').hidden = account?.brandRegistered ?? false;
}

async function load(): Promise<void> {
  const answer = await api.accounts();
  accounts = answer.accounts;
  select.replaceChildren(
    ...accounts.map(({ id, kind }) => {
      const option = new Option('', id);
      option.dataset.kind = kind;
      return option;
    }),
  );
  select.value = (accounts.find(({ kind }) => kind === choice.read('account')) ?? accounts[0])?.id ?? '';
  if (answer.rule) review.reveal(answer.rule.completed);
  await useAccount();
}

eventLog([shop, gate]);
keepChoices();
preferences([shop, gate], () => {
  showAccount();
  void useAccount();
});
select.addEventListener('change', () => void useAccount());
if (choice.read('countryCode')) shop.query = Object.fromEntries(new URLSearchParams(location.search));
shop.addEventListener('querychange', ({ detail }) => choice.writeSearch({ ...detail.query }));
for (const radio of document.querySelectorAll<HTMLInputElement>('[name="mode"]'))
  radio.addEventListener('change', () => shop.setAttribute('mode', radio.value));

const owned = () => attempt(() => showOwned(select.value, () => true));
shop.addEventListener('purchased', () => void owned());
for (const name of ['verified', 'review', 'declined', 'step', 'statechange'])
  for (const one of [shop, gate]) one.addEventListener(name, () => void review.show().catch(() => {}));
addEventListener('focus', () => void review.show().catch(() => {}));

// The gate lets this click through only when the account is verified, by itself or after asking.
element('register').addEventListener(
  'click',
  () =>
    void attempt(async () => {
      const account = current();
      if (!account) return;
      await api.register(account.id);
      account.brandRegistered = true;
      showAccount();
    }),
);

void attempt(load);
