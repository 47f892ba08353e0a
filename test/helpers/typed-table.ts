import type { Meaning } from '../../src/core/shop/meanings.js';

/** What somebody types in a shop, and what it finds there. */
export interface TypedLine {
  language: 'en' | 'es' | 'fr';
  /** The country that is chosen; the others of the table are on offer. */
  country: 'US' | 'CA' | 'PR' | 'GB';
  text: string;
  /** What a page understands by itself; `countryCode` where it leads to another country. */
  here: (Pick<Meaning, 'kind' | 'query'> & { countryCode?: string }) | undefined;
  /** Something else that is suggested. */
  also?: string;
  /** What it understands with the places endpoint, where that knows more, and where one press leads then. */
  twin?: string;
  withHost?: Pick<Meaning, 'kind' | 'query'> & { countryCode?: string };
}

const city = (place: string, countryCode?: string) => ({
  kind: 'city' as const,
  query: { place },
  ...(countryCode && { countryCode }),
});
const region = (place: string, countryCode?: string) => ({ ...city(place, countryCode), kind: 'region' as const });
const area = (firstPart: string, countryCode?: string) => ({
  kind: 'areaCode' as const,
  query: { firstPart },
  ...(countryCode && { countryCode }),
});
const digits = (query: Meaning['query']) => ({ kind: 'digits' as const, query });
const type = (numberTypes: string) => ({ kind: 'numberType' as const, query: { numberTypes } });
const word = (query: Meaning['query']) => ({ kind: 'word' as const, query });
const zip = (place: string) => ({ kind: 'postalCode' as const, query: { place } });
const unknown = (place: string) => ({ kind: 'text' as const, query: { place } });

const line = (
  language: TypedLine['language'],
  country: TypedLine['country'],
  text: string,
  here: TypedLine['here'],
  more: Partial<TypedLine> = {},
): TypedLine => ({ language, country, text, here, ...more });

/** Three languages, four countries. */
export const typedTable: TypedLine[] = [
  // Cities.
  line('en', 'US', 'Chicago', city('Chicago')),
  line('en', 'US', 'chicago il', city('chicago il')),
  line('en', 'US', 'Los Angeles', city('Los Angeles')),
  line('es', 'US', 'Los Ángeles', city('Los Ángeles')),
  line('es', 'US', 'Nueva York', city('Nueva York')),
  line('en', 'US', 'nyc', city('nyc')),
  line('en', 'US', 'LA', city('LA'), { also: 'Louisiana' }),
  line('en', 'US', 'philly', city('philly')),
  line('en', 'US', 'St. Louis', city('St. Louis')),
  line('en', 'US', 'hous', city('Houston, TX')),
  line('en', 'CA', 'Toronto', city('Toronto')),
  line('fr', 'CA', 'Montréal', city('Montréal')),
  line('en', 'US', 'Toronto', city('Toronto', 'CA')),
  line('es', 'PR', 'San Juan', city('San Juan')),
  line('en', 'US', 'San Juan', city('San Juan', 'PR')),
  line('en', 'GB', 'London', unknown('London'), { withHost: city('London') }),
  line('es', 'GB', 'Londres', unknown('Londres'), { withHost: city('Londres') }),
  line('en', 'US', 'Springfield', unknown('Springfield'), { withHost: city('Springfield') }),
  line('en', 'US', 'Wynne', unknown('Wynne'), { withHost: city('Wynne') }),
  line('en', 'US', 'asdfghjkl', unknown('asdfghjkl')),
  // States and provinces.
  line('en', 'US', 'Texas', region('Texas')),
  line('en', 'US', 'TX', region('TX')),
  line('fr', 'US', 'Californie', region('Californie')),
  line('es', 'US', 'Nuevo México', region('Nuevo México')),
  line('fr', 'CA', 'Québec', region('Québec')),
  line('fr', 'CA', 'Colombie-Britannique', region('Colombie-Britannique')),
  line('en', 'CA', 'on', region('on')),
  line('en', 'US', 'Ontario', region('Ontario', 'CA'), { withHost: city('Ontario'), twin: 'CA' }),
  line('es', 'PR', 'Puerto Rico', region('Puerto Rico')),
  // Area codes and digits.
  line('en', 'US', '415', area('415')),
  line('en', 'US', '+1 415', area('415')),
  line('en', 'US', '1-415', area('415')),
  line('en', 'US', '(415) 555', digits({ firstPart: '415555' })),
  line('en', 'US', '4155550113', digits({ firstPart: '4155550113' })),
  line('es', 'US', '٤١٥', area('415')),
  line('en', 'US', '416', area('416', 'CA')),
  line('en', 'US', '787', area('787', 'PR')),
  line('en', 'CA', '416', area('416')),
  line('en', 'US', '77', digits({ firstPart: '77' })),
  line('en', 'US', '7777', digits({ anywhere: '7777' })),
  line('en', 'US', '0101', digits({ anywhere: '0101' })),
  line('en', 'US', '888', digits({ firstPart: '888', numberTypes: 'tollFree' })),
  line('en', 'US', '800', digits({ firstPart: '800', numberTypes: 'tollFree' })),
  line('en', 'US', '555', digits({ firstPart: '555' })),
  line('en', 'GB', '020', digits({ firstPart: '20' })),
  line('en', 'GB', '0207946', digits({ firstPart: '207946' })),
  line('en', 'GB', '+44 20', digits({ firstPart: '20' })),
  line('fr', 'GB', '+44 (0)20 7946', digits({ firstPart: '207946' })),
  line('en', 'GB', '0044 161', digits({ firstPart: '161' })),
  line('en', 'GB', '442079460177', digits({ firstPart: '2079460177' })),
  line('en', 'US', '+44 20 7946', { ...digits({ firstPart: '207946' }), countryCode: 'GB' }),
  // Postal codes.
  line('en', 'US', '60601', zip('60601')),
  line('en', 'US', '90210-1234', zip('90210')),
  line('en', 'PR', '00907', zip('00907')),
  line('en', 'CA', 'M5V', zip('M5V')),
  line('fr', 'CA', 'h2x 1y4', zip('H2X 1Y4')),
  // Types.
  line('en', 'US', 'toll free', type('tollFree')),
  line('en', 'CA', 'Toll-Free', type('tollFree')),
  line('en', 'US', '800 number', type('tollFree')),
  line('es', 'US', 'números gratuitos', type('tollFree')),
  line('es', 'PR', 'sin cargo', type('tollFree')),
  line('fr', 'CA', 'sans frais', type('tollFree')),
  line('fr', 'CA', 'numéro vert', type('tollFree')),
  line('en', 'GB', 'mobile', type('mobile')),
  line('es', 'GB', 'móvil', type('mobile')),
  line('fr', 'GB', 'cellulaire', type('mobile')),
  line('en', 'US', 'toll free 888', digits({ firstPart: '888', numberTypes: 'tollFree' })),
  line('en', 'US', 'local 415', { ...area('415'), query: { firstPart: '415', numberTypes: 'local' } }),
  line('en', 'US', 'Mobile, AL', unknown('Mobile, AL'), { withHost: city('Mobile, AL') }),
  line('en', 'US', 'mobile', type('mobile'), { withHost: city('mobile') }),
  line('en', 'US', 'mobile Houston', { kind: 'city', query: { place: 'houston', numberTypes: 'mobile' } }),
  // Words on the keys.
  line('en', 'US', '1-800-FLOWERS', word({ firstPart: '8003569377', numberTypes: 'tollFree' })),
  line('en', 'US', '1-800-GO-FEDEX', word({ firstPart: '8004633339', numberTypes: 'tollFree' })),
  line('en', 'CA', '416 PIZZA', word({ firstPart: '41674992' })),
  line('en', 'US', 'FLOWERS', unknown('FLOWERS'), { also: 'FLOWERS' }),
  line('en', 'US', '', undefined),
];
