import { api, type Order } from './api.js';
import { word } from './words.js';

/** Shows what the account has bought here. */
export async function showOwned(account: string, isCurrent: () => boolean): Promise<void> {
  const { orders } = await api.orders(account);
  if (!isCurrent()) return;
  const rows = orders.flatMap(bought);
  document.querySelector('#owned')?.replaceChildren(...rows);
  document.querySelector('#owned-none')?.toggleAttribute('hidden', rows.length > 0);
}

/** As people in the US and Canada write their numbers; others as they are dialled from abroad. */
const readable = (phoneNumber: string) => phoneNumber.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

function bought({ numbers, receipt, pool }: Order): HTMLLIElement[] {
  const purchased = receipt?.numbers.filter(({ status }) => status === 'purchased') ?? [];
  return purchased.map(({ phoneNumber }) => {
    const known = numbers.find((number) => number.phoneNumber === phoneNumber);
    const item = document.createElement('li');
    item.dataset.number = phoneNumber;
    const place = [known?.locality, known?.region, known?.countryCode].filter(Boolean).join(', ');
    const texts: [tag: string, text: string][] = [
      ['strong', readable(phoneNumber)],
      ['span', place],
      ['small', pool?.name ?? word(`type.${known?.numberType ?? 'local'}`)],
    ];
    for (const [tag, text] of texts) item.appendChild(document.createElement(tag)).textContent = text;
    return item;
  });
}
