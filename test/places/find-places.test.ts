import { describe, expect, it } from 'vitest';
import { findPlaces, type Place } from '../../src/places/index.js';

/** What was typed, for which countries, in which language, and the labels that come first. */
type Row = [q: string, countries: string, language: string, ...labels: string[]];

const labelsOf = (places: readonly Place[]) => places.map(({ label }) => label);
const find = (q: string, countries = 'US,CA,PR', language = 'en') =>
  findPlaces({ q, countries: countries.split(','), language });

const everywhere = 'US,CA,PR,GB';

const cities: Row[] = [
  ['chi', 'US', 'en', 'Chicago, IL', 'Chico, CA'],
  ['Chicago', everywhere, 'en', 'Chicago, IL', 'Chicago Heights, IL'],
  ['los ang', everywhere, 'en', 'Los Angeles, CA'],
  ['  HOUSTON ', everywhere, 'en', 'Houston, TX'],
  ['new york', everywhere, 'en', 'New York, NY', 'New York'],
  ['Springfield', 'US', 'en', 'Springfield, MO', 'Springfield, MA', 'Springfield, IL'],
  ['Springfield, IL', 'US', 'en', 'Springfield, IL'],
  ['springfield il', 'US', 'en', 'Springfield, IL'],
  ['springfield, illin', 'US', 'en', 'Springfield, IL'],
  ['Portland,', 'US', 'en', 'Portland, OR', 'Portland, ME'],
  ['portland maine', 'US', 'en', 'Portland, ME'],
  ['kansas city, mo', 'US', 'en', 'Kansas City, MO'],
  ['paris texas', 'US', 'en', 'Paris, TX'],
  ['st louis', 'US', 'en', 'St. Louis, MO'],
  ['St. Louis', 'US', 'en', 'St. Louis, MO'],
  ['saint louis', 'US', 'en', 'St. Louis, MO'],
  ['sain', 'US', 'en', 'St. Louis, MO', 'St. Paul, MN'],
  ['Saint Paul', 'US', 'en', 'St. Paul, MN'],
  ['ft worth', 'US', 'en', 'Fort Worth, TX'],
  ['Ft. Lauderdale', 'US', 'en', 'Fort Lauderdale, FL'],
  ['mt vernon', 'US', 'en', 'Mount Vernon, NY'],
  ['port st lucie', 'US', 'en', 'Port Saint Lucie, FL'],
  ['coeur dalene', 'US', 'en', "Coeur d'Alene, ID"],
  ['winston salem', 'US', 'en', 'Winston-Salem, NC'],
  ['washington dc', 'US', 'en', 'Washington, DC'],
  ['beverly hills', 'US', 'en', 'Beverly Hills, CA'],
  ['brooklyn', 'US', 'en', 'Brooklyn, NY'],
  ['toronto', 'CA', 'en', 'Toronto, ON'],
  ['London, Ontario', everywhere, 'en', 'London, ON'],
  ['london', 'CA', 'en', 'London, ON', 'London, United Kingdom'],
  ['london', 'GB,US', 'en', 'London, United Kingdom'],
  ['london uk', everywhere, 'en', 'London, United Kingdom'],
  ['manch', 'GB', 'en', 'Manchester, United Kingdom'],
  ['St Johns', 'CA', 'en', "St. John's, NL"],
  ['trois rivieres', 'CA', 'en', 'Trois-Rivieres, QC'],
  ['san juan', 'PR', 'en', 'San Juan, PR'],
  ['San Juan, PR', everywhere, 'es', 'San Juan, PR'],
  ['mayaguez', 'PR', 'es', 'Mayagüez, PR'],
  ['bayamón', 'PR', 'es', 'Bayamón, PR'],
];

const nicknames: Row[] = [
  ['nyc', 'US', 'en', 'New York, NY'],
  ['la', 'US', 'en', 'Los Angeles, CA', 'Louisiana'],
  ['L.A.', 'US', 'en', 'Los Angeles, CA'],
  ['sf', 'US', 'en', 'San Francisco, CA'],
  ['san fran', 'US', 'en', 'San Francisco, CA'],
  ['philly', 'US', 'en', 'Philadelphia, PA'],
  ['vegas', 'US', 'en', 'Las Vegas, NV'],
  ['dc', 'US', 'en', 'Washington, DC'],
  ['nola', 'US', 'en', 'New Orleans, LA'],
  ['dfw', 'US', 'en', 'Dallas, TX', 'Fort Worth, TX'],
  ['mtl', 'CA', 'fr', 'Montréal, QC'],
];

const languages: Row[] = [
  ['nueva york', 'US', 'es', 'Nueva York, NY', 'Nueva York'],
  ['Filadelfia', 'US', 'es', 'Filadelfia, PA'],
  ['nueva orleans', 'US', 'es', 'Nueva Orleans, LA'],
  ['los ángeles', 'US', 'es', 'Los Ángeles, CA'],
  ['carolina del norte', 'US', 'es', 'Carolina del Norte'],
  ['pensilvania', 'US', 'es', 'Pensilvania'],
  ['londres', 'GB', 'es', 'Londres, Reino Unido'],
  ['Londres, Reino Unido', 'GB', 'es', 'Londres, Reino Unido'],
  ['Edimburgo', 'GB', 'es', 'Edimburgo, Reino Unido'],
  ['montreal', 'CA', 'en', 'Montreal, QC'],
  ['Montréal', 'CA', 'fr', 'Montréal, QC'],
  ['montréal québec', 'CA', 'fr', 'Montréal, QC'],
  ['québec', 'CA', 'fr', 'Québec', 'Québec, QC'],
  ['quebec', 'CA', 'en', 'Quebec', 'Quebec City, QC'],
  ['ville de québec', 'CA', 'fr', 'Québec, QC'],
  ['colombie-brit', 'CA', 'fr', 'Colombie-Britannique'],
  ['île du prince édouard', 'CA', 'fr', 'Île-du-Prince-Édouard'],
  ['californie', 'US', 'fr', 'Californie'],
  ['floride', 'US', 'fr', 'Floride'],
  ['la nouvelle-orléans', 'US', 'fr', 'La Nouvelle-Orléans, LA'],
  ['porto rico', 'PR', 'fr', 'Porto Rico'],
  ['Londres', 'GB', 'fr', 'Londres, Royaume-Uni'],
];

const regions: Row[] = [
  ['texas', 'US', 'en', 'Texas'],
  ['TX', 'US', 'en', 'Texas'],
  ['calif', 'US', 'en', 'California'],
  ['kansas', 'US', 'en', 'Kansas', 'Kansas City, MO'],
  ['on', 'CA', 'en', 'Ontario'],
  ['b.c.', 'CA', 'en', 'British Columbia'],
  ['pei', 'CA', 'en', 'Prince Edward Island'],
  ['puerto rico', 'PR', 'es', 'Puerto Rico'],
];

const codes: Row[] = [
  ['415', 'US', 'en', 'Area code 415 · San Francisco, CA'],
  ['(415) 555-0113', 'US', 'en', 'Area code 415 · San Francisco, CA'],
  ['+1 415', 'US', 'es', 'Código de área 415 · San Francisco, CA'],
  ['628', 'US', 'en', 'Area code 628 · San Francisco, CA'],
  ['346', 'US', 'en', 'Area code 346 · Houston, TX'],
  ['207', 'US', 'en', 'Area code 207 · Maine'],
  ['21', 'US', 'en', 'Area code 212 · New York, NY', 'Area code 213 · Los Angeles, CA'],
  ['514', 'CA', 'fr', 'Indicatif régional 514 · Montréal, QC'],
  ['867', 'CA', 'en', 'Area code 867 · Northwest Territories, Nunavut, Yukon'],
  ['787', 'PR', 'es', 'Código de área 787 · Puerto Rico'],
  ['020', 'GB', 'en', 'Area code 020 · London, United Kingdom'],
  ['20', 'GB', 'en', 'Area code 020 · London, United Kingdom'],
  ['+44 20 7946', 'GB', 'en', 'Area code 020 · London, United Kingdom'],
  ['0121', 'GB', 'fr', 'Indicatif régional 0121 · Birmingham, Royaume-Uni'],
  ['٤١٥', 'US', 'en', 'Area code 415 · San Francisco, CA'],
  ['90210', 'US', 'en', '90210 · Beverly Hills, CA'],
  ['90210-1234', 'US', 'en', '90210 · Beverly Hills, CA'],
  ['60601', 'US', 'en', '60601 · Chicago, IL'],
  ['00901', 'PR', 'es', '00901 · San Juan, PR'],
  ['m5v', 'CA', 'en', 'M5V · Toronto, ON'],
  ['M5V 2T6', 'CA', 'en', 'M5V · Toronto, ON'],
  ['h2x1y4', 'CA', 'fr', 'H2X · Montréal, QC'],
  ['V6B', 'CA', 'en', 'V6B · Vancouver, BC'],
];

const types: Row[] = [
  ['toll free', 'US', 'en', 'Toll-free numbers'],
  ['Toll-free numbers', 'US', 'en', 'Toll-free numbers'],
  ['toll', 'US', 'en', 'Toll-free numbers'],
  ['800', 'US', 'en', 'Toll-free numbers · 800'],
  ['1-800', 'US', 'en', 'Toll-free numbers · 800'],
  ['800 number', 'US', 'en', 'Toll-free numbers · 800'],
  ['1-800-FLOWERS', 'US', 'en', 'Toll-free numbers · 800'],
  ['(888) 555-0100', 'US', 'en', 'Toll-free numbers · 888'],
  ['888', 'CA', 'en', 'Toll-free numbers · 888'],
  ['0800', 'GB', 'en', 'Toll-free numbers · 800'],
  ['sin cargo', 'US', 'es', 'Números gratuitos'],
  ['número gratuito', 'PR', 'es', 'Números gratuitos'],
  ['sans frais', 'CA', 'fr', 'Numéros sans frais'],
  ['numéro vert', 'CA', 'fr', 'Numéros sans frais'],
  ['mobile', 'GB', 'en', 'Mobile numbers'],
  ['cell phone', 'US', 'en', 'Mobile numbers'],
  ['móvil', 'GB', 'es', 'Números móviles'],
  ['celular', 'US', 'es', 'Números móviles'],
  ['cellulaire', 'CA', 'fr', 'Numéros mobiles'],
  ['local', 'US', 'en', 'Local numbers'],
];

const mistakes: Row[] = [
  ['Chcago', 'US', 'en', 'Chicago, IL'],
  ['Pheonix', 'US', 'en', 'Phoenix, AZ'],
  ['philadelpia', 'US', 'en', 'Philadelphia, PA'],
  ['Alburquerque', 'US', 'en', 'Albuquerque, NM'],
  ['Tornto, ON', 'CA', 'en', 'Toronto, ON'],
  ['Manchestr', 'GB', 'en', 'Manchester, United Kingdom'],
];

const elsewhere: Row[] = [
  ['québec', 'US', 'en', 'Quebec', 'Quebec City, QC'],
  ['montreal', 'US', 'en', 'Montreal, QC'],
  ['san juan', 'US', 'en', 'San Juan, TX'],
  ['416', 'US', 'en', 'Area code 416 · Toronto, ON'],
  ['m5v', 'US', 'en', 'M5V · Toronto, ON'],
  ['texas', 'CA', 'en', 'Texas'],
  ['munich', 'US', 'fr', 'Munich, Allemagne'],
];

describe.each<[string, Row[]]>([
  ['a city', cities],
  ['a nickname', nicknames],
  ['a name in another language', languages],
  ['a state or province', regions],
  ['digits or a postal code', codes],
  ['a kind of number', types],
  ['a letter wrong', mistakes],
  ['what is in another country than asked', elsewhere],
])('findPlaces understands %s', (_, rows) => {
  it.each(rows)('%s for %s in %s: %s', (q, countries, language, ...labels) => {
    expect(labelsOf(find(q, countries, language)).slice(0, labels.length)).toEqual(labels);
  });
});

describe('findPlaces', () => {
  it.each(['', 'x', ' ', 'asdfghjkl', '999', '00000', 'Z9Z', '!!', '日本', 'a, b, c, d, e, f'])(
    'finds nothing for “%s”',
    (q) => {
      expect(find(q)).toEqual([]);
    },
  );

  it.each<[string, Place]>([
    [
      'chicago',
      {
        label: 'Chicago, IL',
        kind: 'city',
        countryCode: 'US',
        region: 'IL',
        areaCodes: ['312', '773', '872'],
        latitude: 41.85,
        longitude: -87.65,
      },
    ],
    [
      'PE',
      { label: 'Prince Edward Island', kind: 'region', countryCode: 'CA', region: 'PE', areaCodes: ['902', '782'] },
    ],
    [
      '628',
      {
        label: 'Area code 628 · San Francisco, CA',
        kind: 'areaCode',
        countryCode: 'US',
        region: 'CA',
        areaCodes: ['628'],
        latitude: 37.77,
        longitude: -122.42,
      },
    ],
    [
      'H7T',
      {
        label: 'H7T · Laval, QC',
        kind: 'postalCode',
        countryCode: 'CA',
        region: 'QC',
        areaCodes: ['450', '579', '354'],
        latitude: 45.57,
        longitude: -73.69,
      },
    ],
    ['toll free', { label: 'Toll-free numbers', kind: 'numberType', countryCode: 'US', numberType: 'tollFree' }],
    [
      '833',
      {
        label: 'Toll-free numbers · 833',
        kind: 'numberType',
        countryCode: 'US',
        numberType: 'tollFree',
        areaCodes: ['833'],
      },
    ],
  ])('tells all of %s', (q, place) => {
    expect(find(q)[0]).toEqual(place);
  });

  it.each<[string, string[]]>([
    ['New York, NY', ['212', '646', '332', '917']],
    ['Brooklyn, NY', ['718', '347', '929', '917', '465']],
    ['Los Angeles, CA', ['213', '323', '310', '738', '424']],
    ['Houston, TX', ['713', '281', '832', '346', '621']],
    ['Dallas, TX', ['214', '972', '469', '945']],
    ['Toronto, ON', ['416', '647', '437', '942']],
    ['Montreal, QC', ['514', '438', '263']],
    ['Vancouver, BC', ['604', '778', '236', '672', '257']],
    ['Washington, DC', ['202', '771']],
    ['Seattle, WA', ['206', '564']],
    ['San Juan, PR', ['787', '939']],
    ['Whitehorse, YT', ['867']],
    ['Miami Gardens, FL', ['305', '786', '645']],
  ])('knows the area codes of %s, those laid over others last', (city, areaCodes) => {
    expect(find(city)[0]).toMatchObject({ label: city, areaCodes });
  });

  it('puts what was asked for first, then places elsewhere, the one that is meant most often before others', () => {
    expect(labelsOf(find('toronto', 'US'))).toEqual(['Toronto, OH', 'Toronto, ON']);
    expect(labelsOf(find('london', 'US')).at(-2)).toBe('London, United Kingdom');
  });

  it('leaves out a small town where a city of that name is meant, unless its state is named', () => {
    expect(labelsOf(find('toronto'))).toEqual(['Toronto, ON']);
    expect(labelsOf(find('toronto oh'))).toEqual(['Toronto, OH']);
    expect(labelsOf(find('san juan'))[0]).toBe('San Juan, PR');
    expect(labelsOf(find('vancouver')).slice(0, 2)).toEqual(['Vancouver, BC', 'Vancouver, WA']);
  });

  it('names a kind of number for the country that is asked for first, a mobile one where there are such', () => {
    expect(find('toll free', 'CA,US')[0]).toMatchObject({ countryCode: 'CA' });
    expect(find('mobile', 'US,CA,GB')[0]).toMatchObject({ countryCode: 'GB', numberType: 'mobile' });
  });

  it('takes a last word for a state only behind a whole name', () => {
    expect(labelsOf(find('lake in', 'US')).filter((label) => !/^lake in/i.test(label))).toEqual([]);
    expect(labelsOf(find('lake, in', 'US')).every((label) => label.endsWith(', IN'))).toBe(true);
  });

  it('tells at most eight', () => {
    expect(find('san')).toHaveLength(8);
    expect(find('san', 'GB').length).toBeLessThanOrEqual(3);
  });

  it('takes countries in small letters, and English for a language without words', () => {
    expect(labelsOf(find('ontario', 'ca', 'de'))[0]).toBe('Ontario');
    expect(labelsOf(find('londres', 'gb', 'es-419'))[0]).toBe('Londres, Reino Unido');
    expect(findPlaces({ q: 'chicago' })[0]).toMatchObject({ label: 'Chicago, IL' });
  });

  it('finds the same for a name that is typed letter by letter, as soon as nothing larger begins so', () => {
    for (const typed of ['los an', 'los ang', 'los ange', 'los angel', 'los angele', 'los angeles'])
      expect(labelsOf(find(typed))[0]).toBe('Los Angeles, CA');
  });
});
