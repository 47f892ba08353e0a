import type { LcNumberPurchase } from '../../src/index.js';
import { type Account, ApiError, api } from './api.js';
import { eventLog } from './event-log.js';
import { showOwned } from './owned-numbers.js';
import { choice, keepChoices, preferences } from './preferences.js';
import { reviewer } from './reviewer.js';
import { word } from './words.js';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const shop = element<LcNumberPurchase>('shop');
const gates = [...document.querySelectorAll('lc-identity-gate')];
/** What the account registers with carriers, each behind a gate of its own. */
const registrations = gates.map((gate) => ({
  action: gate.getAttribute('action') ?? '',
  button: gate.querySelector('button') as HTMLButtonElement,
  done: gate.nextElementSibling as HTMLElement,
}));
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
  for (const one of [shop, ...gates]) one.setAttribute('account', account.id);
  showAccount();
  await attempt(() => Promise.all([showOwned(account.id, () => account === current()), review.show()]));
}

function showAccount(): void {
  const account = current();
  for (const option of select.options) option.textContent = word(`account.${option.dataset.kind}`);
  element('account-note').textContent = account ? word(`note.${account.kind}`) : '';
  for (const { button, done, action } of registrations) {
    const isDone = account?.registered.includes(action) ?? false;
    done.textContent = isDone ? word('registered') : '';
    button.hidden = isDone;
  }
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

eventLog([shop, ...gates]);
keepChoices();
preferences([shop, ...gates], () => {
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
  for (const one of [shop, ...gates]) one.addEventListener(name, () => void review.show().catch(() => {}));
addEventListener('focus', () => void review.show().catch(() => {}));

// The gate lets these clicks through only when the account is verified, by itself or after asking.
for (const { button, action } of registrations) {
  const register = async () => {
    const account = current();
    if (!account) return;
    await api.register(account.id, action);
    account.registered.push(action);
    showAccount();
  };
  button.addEventListener('click', () => void attempt(register));
}

void attempt(load);
