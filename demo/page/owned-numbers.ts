import { api, type OwnedNumber } from './api.js';
import { word } from './words.js';

/** Shows what the account owns. */
export async function showOwned(account: string, isCurrent: () => boolean): Promise<void> {
  const { numbers } = await api.numbers(account);
  if (!isCurrent()) return;
  document.querySelector('#owned')?.replaceChildren(...numbers.map(row));
  document.querySelector('#owned-none')?.toggleAttribute('hidden', numbers.length > 0);
}

function row({
  phoneNumber,
  friendlyName,
  locality,
  region,
  isoCountry,
  numberType,
  pool,
}: OwnedNumber): HTMLLIElement {
  const item = document.createElement('li');
  item.dataset.number = phoneNumber;
  const place = [locality, region, isoCountry].filter(Boolean).join(', ');
  const texts: [tag: string, text: string][] = [
    ['strong', friendlyName],
    ['span', place],
    ['small', pool ?? word(`type.${numberType}`)],
  ];
  for (const [tag, text] of texts) item.appendChild(document.createElement(tag)).textContent = text;
  return item;
}
