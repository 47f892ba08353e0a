import { addressOf } from '../../../adapters/addresses.js';
import { hostFetch } from '../../../adapters/host-fetch.js';
import type { NumberSource } from '../../../adapters/shop/number-source.js';
import { PlaceBook } from '../../../adapters/shop/place-book.js';
import type { FindNumbers } from '../../../controllers/shop/search-controller.js';
import { textOf } from '../../../core/account-id.js';
import { nearestLanguage } from '../../language.js';
import type { ShopElement } from '../shop-element.js';

/** What the shop's host knows of places. */
export const placesOf = (element: ShopElement): PlaceBook =>
  new PlaceBook(() => ({
    url: addressOf(element, 'placesUrl'),
    fetch: hostFetch(element),
    countries: element.offeredCountries,
    language: nearestLanguage(element),
  }));

/** Finds numbers where the page says they are, as it says so now. */
export const finderOf =
  (element: ShopElement, source: NumberSource, places: PlaceBook): FindNumbers =>
  (query, signal) => {
    const { numbers, search } = element;
    const url = addressOf(element, 'numbersUrl');
    const account = textOf(element.account);
    const placeOf: PlaceBook['placeOf'] = (asked) => places.placeOf(asked);
    return source.find({ numbers, search, url, fetch: hostFetch(element), account, placeOf }, query, signal);
  };

/** Whether the page has said where numbers are, and for whom, as far as that has to be known. */
export const hasSource = (element: ShopElement): boolean =>
  Boolean(element.numbers || element.search || (textOf(element.account) && addressOf(element, 'numbersUrl')));
