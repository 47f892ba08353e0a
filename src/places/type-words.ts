import { fit, type Match, type Typed } from './match.js';
import type { Place } from './place.js';
import { typeLabel } from './wording.js';

/** What each kind of number is called in English, Spanish and French, in plain letters. */
const words: [type: NonNullable<Place['numberType']>, names: string[]][] = [
  [
    'tollFree',
    'toll free,tollfree,freephone,freefone,free call,free,no charge,sin cargo,sin costo,gratuito,gratuita,gratis,sans frais,vert,gratuit,gratuite'.split(
      ',',
    ),
  ],
  [
    'mobile',
    'mobile,mobiles,cell,cells,cellular,movil,moviles,celular,celulares,cellulaire,cellulaires,portable,portables'.split(
      ',',
    ),
  ],
  [
    'local',
    'local,locals,landline,land line,geographic,locales,fijo,fija,geografico,locale,locaux,fixe,fixes,geographique'.split(
      ',',
    ),
  ],
];

/** What may stand beside such a word and says nothing more. */
const fillers =
  /\b(numbers?|numeros?|phones?|telefonos?|telephones?|lineas?|lignes?|llamadas?|appels?|un|una|une|a|de)\b/g;

/** The fewest letters of a word that is not finished yet. */
const fewest = 4;

const tollFreeCodes = ['800', '888', '877', '866', '855', '844', '833'];
/** Countries of the North American plan, which sell no mobile numbers as such. */
const northAmerican = ['US', 'CA', 'PR'];

const match = (
  numberType: NonNullable<Place['numberType']>,
  countryCode: string,
  how: number,
  code?: string,
): Match => ({
  countryCode,
  fit: how,
  weight: Infinity,
  place: (language) => ({
    label: typeLabel(numberType, code, language),
    kind: 'numberType',
    countryCode,
    numberType,
    ...(code && { areaCodes: [code] }),
  }),
});

/** The kind of number whose name, or whose digits, somebody has typed. */
export function findTypes({ text, countries }: Typed): Match[] {
  const [first = 'US'] = countries;
  const bare = text.replace(fillers, '').replace(/ +/g, ' ').trim();
  // With what is dialled before it, and with digits or letters after it, as in 1-800-FLOWERS.
  const [, code = ''] = /^[01]?(8\d\d)/.exec(bare.replace(/[+ ]/g, '')) ?? [];
  const isToldBy = northAmerican.includes(first) ? tollFreeCodes : ['800'];
  if (isToldBy.includes(code)) return [match('tollFree', first, fit.exact, code)];
  return words.flatMap(([type, names]) => {
    const isExact = names.includes(bare);
    if (!isExact && (bare.length < fewest || !names.some((name) => name.startsWith(bare)))) return [];
    const abroad = countries.find((one) => !northAmerican.includes(one));
    return [match(type, (type === 'mobile' && abroad) || first, isExact ? fit.exact : fit.beginning)];
  });
}
