import type { AddressRequirement } from '../records/stock-number.js';
import type { NumberBlock } from './number-block.js';

type Row = [prefix: string, group: RegExp, locality: string | null];

const three = /^(\d{3})(\d{3})(\d{4})$/;

// Ofcom's numbers for drama: ofcom.org.uk, "Telephone numbers for use in TV and radio drama programmes".
const britishLocal: Row[] = [
  ['20794601', /^(\d{2})(\d{4})(\d{4})$/, 'London'],
  ['12149601', three, 'Birmingham'],
  ['16149601', three, 'Manchester'],
  ['13149601', three, 'Edinburgh'],
  ['14149601', three, 'Glasgow'],
  ['15149601', three, 'Liverpool'],
  ['11349601', three, 'Leeds'],
  ['11749601', three, 'Bristol'],
];

// The Australian authority's (ACMA) numbers for fiction: "Phone numbers for use in TV shows, films and creative works".
const one = /^(\d)(\d{4})(\d{4})$/;
const australianLocal: Row[] = [
  ['2555001', one, 'Sydney'],
  ['3555001', one, 'Melbourne'],
  ['7555001', one, 'Brisbane'],
  ['8555001', one, 'Perth'],
];

const australianMobile =
  '570006 570110 570156 570157 570158 570159 570313 570737 571266 571491 571804 572549 572665 572983 573087 573770 ' +
  '574118 574632 575254 575789 576398 576801 577426 577644 578148 578888 578957 579212 579455 579760';

const australianTollFree = '160401 975707 975708 975709 975710 975711';

// The German authority's (Bundesnetzagentur) numbers for film and television.
const germanLocal: Row[] = [
  ['30231250', /^(\d{2})(\d{5})(\d{3})$/, 'Berlin'],
  ['69900090', /^(\d{2})(\d{5})(\d{3})$/, 'Frankfurt am Main'],
  ['40669690', /^(\d{2})(\d{5})(\d{3})$/, 'Hamburg'],
  ['22147100', /^(\d{3})(\d{4})(\d{3})$/, 'Köln'],
  ['89999980', /^(\d{2})(\d{5})(\d{3})$/, 'München'],
];

const rules = (address: AddressRequirement, bundle = false) => ({ address, bundle });

const british = { country: 'GB', callingCode: '44', region: null, trunk: '0' };
const australian = { country: 'AU', callingCode: '61', region: null, trunk: '0' };
const german = { country: 'DE', callingCode: '49', region: null, trunk: '0' };

const local = ([prefix, group, locality]: Row) => ({ type: 'local' as const, prefix, group, locality });

/** The blocks of numbers that other countries have set aside for fiction. */
export const foreignBlocks: readonly NumberBlock[] = [
  // One in three wants an address, so that a search shows both kinds.
  ...britishLocal.map((row) => ({ ...british, ...local(row), ...rules('any'), needsAddress: every(3) })),
  {
    ...british,
    type: 'mobile',
    prefix: '77009001',
    group: /^(\d{4})(\d{3})(\d{3})$/,
    locality: null,
    ...rules('none'),
  },
  { ...british, type: 'tollFree', prefix: '80815701', group: three, locality: null, ...rules('none') },
  ...australianLocal.map((row) => ({ ...australian, ...local(row), ...rules('local') })),
  {
    ...australian,
    type: 'mobile',
    prefix: '491',
    endings: australianMobile.split(' '),
    group: /^(\d{3})(\d{3})(\d{3})$/,
    locality: null,
    ...rules('none', true),
  },
  {
    ...australian,
    type: 'tollFree',
    prefix: '1800',
    endings: australianTollFree.split(' '),
    group: /^(\d{4})(\d{3})(\d{3})$/,
    locality: null,
    trunk: '',
    ...rules('none'),
  },
  ...germanLocal.map((row) => ({ ...german, ...local(row), ...rules('local', true) })),
  {
    ...german,
    type: 'mobile',
    prefix: '17139200',
    group: /^(\d{3})(\d+)$/,
    locality: null,
    ...rules('foreign'),
  },
];

function every(count: number): (index: number) => boolean {
  return (index) => index % count === 0;
}
