/** The types of numbers that we have. */
export type NumberType = 'local' | 'tollFree' | 'mobile';

/** A block of a hundred numbers that are never given to anybody. */
export interface Area {
  country: string;
  callingCode: '1' | '44';
  type: NumberType;
  /** National digits up to the last two. */
  prefix: string;
  /** How a British number is grouped. */
  group: RegExp;
  locality: string | null;
  region: string | null;
  place?: { latitude: string; longitude: string; lata: string | null; postalCode: string | null };
}

type Row = [
  country: string,
  area: string,
  locality: string,
  region: string,
  latitude: string,
  longitude: string,
  lata: string | null,
  postalCode: string | null,
];

// In every area code of the +1 plan, 555-0100 to 555-0199 are set aside for fiction.
const local: Row[] = [
  ['US', '212', 'New York', 'NY', '40.712800', '-74.006000', '132', '10001'],
  ['US', '310', 'Santa Monica', 'CA', '34.019500', '-118.491200', '730', '90401'],
  ['US', '415', 'San Francisco', 'CA', '37.774900', '-122.419400', '722', '94103'],
  ['US', '512', 'Austin', 'TX', '30.267200', '-97.743100', '558', '78701'],
  ['US', '830', 'New Braunfels', 'TX', '29.703000', '-98.124500', '566', '78130'],
  ['US', '305', 'Miami', 'FL', '25.761700', '-80.191800', '460', '33101'],
  ['US', '206', 'Seattle', 'WA', '47.606200', '-122.332100', '674', '98101'],
  ['US', '870', 'Wynne', 'AR', '35.224500', '-90.786800', '528', '72396'],
  ['CA', '416', 'Toronto', 'ON', '43.653200', '-79.383200', '888', null],
  ['CA', '514', 'Montréal', 'QC', '45.501700', '-73.567300', '888', null],
  ['CA', '604', 'Vancouver', 'BC', '49.282700', '-123.120700', '888', null],
  ['PR', '787', 'San Juan', 'PR', '18.465500', '-66.105700', '820', '00901'],
  ['PR', '939', 'Ponce', 'PR', '18.011100', '-66.614100', '820', '00716'],
  ['JM', '876', 'Kingston', '', '18.017900', '-76.809900', null, null],
];

const tollFree = ['800', '833', '844', '855', '866', '877', '888'];

// Ofcom's numbers for drama: ofcom.org.uk, "Telephone numbers for use in TV and radio drama programmes".
const british: [type: NumberType, prefix: string, group: RegExp, locality: string | null][] = [
  ['local', '20794601', /^(\d{2})(\d{4})(\d{4})$/, 'London'],
  ['local', '12149601', /^(\d{3})(\d{3})(\d{4})$/, 'Birmingham'],
  ['local', '16149601', /^(\d{3})(\d{3})(\d{4})$/, 'Manchester'],
  ['local', '13149601', /^(\d{3})(\d{3})(\d{4})$/, 'Edinburgh'],
  ['mobile', '77009001', /^(\d{4})(\d{3})(\d{3})$/, null],
  ['tollFree', '80815701', /^(\d{3})(\d{3})(\d{4})$/, null],
];

const american = { callingCode: '1', group: /^$/ } as const;

/** Where our numbers are. */
export const areas: readonly Area[] = [
  ...local.map(
    ([country, area, locality, region, latitude, longitude, lata, postalCode]): Area => ({
      ...american,
      country,
      type: 'local',
      prefix: `${area}55501`,
      locality,
      region: region || null,
      place: { latitude, longitude, lata, postalCode },
    }),
  ),
  ...tollFree.map(
    (area): Area => ({
      ...american,
      country: 'US',
      type: 'tollFree',
      prefix: `${area}55501`,
      locality: null,
      region: null,
    }),
  ),
  ...british.map(
    ([type, prefix, group, locality]): Area => ({
      country: 'GB',
      callingCode: '44',
      type,
      prefix,
      group,
      locality,
      region: null,
    }),
  ),
];
