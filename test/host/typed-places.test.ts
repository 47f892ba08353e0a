import { describe, expect, it } from 'vitest';
import { bestOf, meaningsOf, placeQuestion, twinOf } from '../../src/core/shop/meanings.js';
import { fitPlaces } from '../../src/core/shop/place.js';
import { answerPlaces } from '../../src/host/shop/places-route.js';
import { typedTable } from '../helpers/typed-table.js';

const offered = ['US', 'CA', 'PR', 'GB', 'AU', 'DE'];

describe('what people type, understood with the places endpoint', () => {
  it.each(typedTable)('$text in $country', async ({ text, country, language, here, withHost = here, twin }) => {
    const question = placeQuestion(text);
    const query = new URLSearchParams({ q: question ?? '', countries: offered.join(), language });
    const response = await answerPlaces(new Request(`https://host.example/places?${query}`));
    const places = question === undefined ? undefined : fitPlaces(await response.json(), 'The places endpoint');
    const typed = { text, countryCode: country, offered, places };
    const meanings = meaningsOf(typed);
    const best = bestOf(meanings, country);
    const said = best && { kind: best.kind, countryCode: best.countryCode, query: best.query };
    expect(said).toEqual(withHost && { countryCode: country, ...withHost });
    expect(best?.countryCode === country ? twinOf(meanings, typed)?.countryCode : undefined).toBe(twin);
  });
});
