import type { Order } from './api.js';
import { entry } from './show-text.js';
import { word } from './words.js';

/** Shows what the account has bought here. */
export function showOwned(orders: Order[]): void {
  const list = document.querySelector('#owned');
  const rows = orders.flatMap(bought);
  // Rows that stay the same stay where they are: whoever reads them keeps their place.
  if (list && list.innerHTML !== rows.map(({ outerHTML }) => outerHTML).join('')) list.replaceChildren(...rows);
  document.querySelector('#owned-none')?.toggleAttribute('hidden', rows.length > 0);
}

/** As people in the US and Canada write their numbers; others as they are dialled from abroad. */
const readable = (phoneNumber: string) => phoneNumber.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');

/** Puerto Rico is region and country in one. */
const placeOf = (number: Order['numbers'][number] | undefined) =>
  [...new Set([number?.locality, number?.region, number?.countryCode])].filter(Boolean).join(', ');

function bought({ numbers, receipt, pool }: Order): HTMLLIElement[] {
  const purchased = receipt?.numbers.filter(({ status }) => status === 'purchased') ?? [];
  return purchased.map(({ phoneNumber }) => {
    const known = numbers.find((number) => number.phoneNumber === phoneNumber);
    const item = entry([
      ['strong', readable(phoneNumber)],
      ['span', placeOf(known)],
      ['small', pool?.name ?? word(`type.${known?.numberType ?? 'local'}`)],
    ]);
    item.dataset.number = phoneNumber;
    return item;
  });
}
