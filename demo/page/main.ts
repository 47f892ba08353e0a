import type { LcNumberPurchase, LcPurchasedEvent } from '../../src/index.js';
import { showAccounts, showStanding } from './account-view.js';
import { type Account, ApiError, api, type Order } from './api.js';
import { eventLog } from './event-log.js';
import { follow, oneAtATime, tell } from './follow.js';
import { showOwned } from './owned-numbers.js';
import { choice, keepChoices, preferences } from './preferences.js';
import { followNextStep, onRegister, showNextStep, showRegistered } from './registrations.js';
import { reviewer, showReviewer } from './reviewer.js';
import { word } from './words.js';

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const shop = element<LcNumberPurchase>('shop');
const gates = [...document.querySelectorAll('lc-identity-gate')];
const select = element<HTMLSelectElement>('account');
const notice = element('notice');

/** What the server has said last. */
let accounts: Account[] = [];
let rule: string | undefined;
let orders: Order[] = [];
/** Countries of what was bought last, by which the receipt leads on. */
let bought: string[] = [];
/** The server did not answer the last time. */
let isLost = false;
const current = () => accounts.find(({ id }) => id === select.value);

function complain(error: unknown): void {
  const isKnown = error instanceof ApiError;
  notice.textContent = isKnown ? error.message : word('offline');
  notice.hidden = false;
  isLost = !isKnown;
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  notice.hidden = true;
  await work().then(changed, complain);
}

/** Shows what is known, in the page's language. */
function show(): void {
  showAccounts(accounts, current()?.id);
  const account = current();
  if (!account) return;
  showStanding(account);
  showReviewer(account.status, rule);
  showRegistered(account.registered);
  showNextStep(bought, account.registered);
  showOwned(orders);
}

/** Tells both elements whose settings these are. */
function useAccount(): void {
  const account = current();
  if (!account || shop.account === account.id) return;
  choice.write('account', account.kind);
  for (const one of [shop, ...gates]) one.setAttribute('account', account.id);
  orders = [];
}

/** Reads anew what may have changed, here or in another tab, and shows it. */
async function read(): Promise<void> {
  const answer = await api.accounts();
  const wanted = choice.read('account');
  accounts = answer.accounts;
  rule = answer.rule?.completed;
  showAccounts(accounts, (current() ?? accounts.find(({ kind }) => kind === wanted) ?? accounts[0])?.id);
  useAccount();
  show();
  const account = current();
  if (!account) return;
  // The status endpoint asks Persona, too, should news of it have been lost.
  const [standing, list] = await Promise.all([api.status(account.id), api.orders(account.id)]);
  if (account !== current()) return;
  account.status = standing.required ? standing.status : 'exempt';
  orders = list.orders;
  show();
  if (isLost) notice.hidden = true;
  isLost = false;
}

const refresh = oneAtATime(() => read().catch(complain));

/** Something has happened here: this page and the other tabs read it anew. */
function changed(): void {
  tell();
  void refresh();
}

// Every gate may be what somebody has a question about.
for (const link of shop.querySelectorAll('[slot="privacy"], [slot="support"], [slot="alternative"]'))
  for (const gate of gates) gate.append(link.cloneNode(true));

eventLog([shop, ...gates]);
keepChoices();
followNextStep();
preferences([shop, ...gates], show);
select.addEventListener('change', () => {
  useAccount();
  show();
  void refresh();
});
if (choice.read('countryCode')) shop.query = Object.fromEntries(new URLSearchParams(location.search));
shop.addEventListener('querychange', ({ detail }) => choice.writeSearch({ ...detail.query }));
for (const radio of document.querySelectorAll<HTMLInputElement>('[name="mode"]'))
  radio.addEventListener('change', () => shop.setAttribute('mode', radio.value));
shop.addEventListener('purchased', ({ detail }: LcPurchasedEvent) => {
  bought = detail.order.numbers.map(({ countryCode }) => countryCode);
  show();
});
reviewer({ account: () => select.value, attempt, onReset: choice.startAnew });
onRegister((action) => void attempt(() => api.register(select.value, action)));

for (const name of ['statechange', 'step']) for (const one of [shop, ...gates]) one.addEventListener(name, changed);
follow(() => void refresh());
