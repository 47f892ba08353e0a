/** The short names Persona gives to kinds of ID (`idClass`); more exist, these are the ones offered here. */
export const idClasses = ['pp', 'ppc', 'dl', 'id', 'pr', 'rp', 'visa'] as const;

/** One of them. */
export type IdClass = (typeof idClasses)[number];

interface IdType {
  idClass: IdClass;
  /** Whether the back is needed too: it carries the barcode or the machine-readable lines. */
  back: boolean;
  /** Whether the back carries a PDF417 barcode that can be read. */
  barcode?: true;
}

const passport: IdType = { idClass: 'pp', back: false };
const passportCard: IdType = { idClass: 'ppc', back: true };
const licence: IdType = { idClass: 'dl', back: true };
const identityCard: IdType = { idClass: 'id', back: true };
const permanentResident: IdType = { idClass: 'pr', back: true };
const residencePermit: IdType = { idClass: 'rp', back: true };
const visa: IdType = { idClass: 'visa', back: false };

const barcodeLicence: IdType = { ...licence, barcode: true };
const barcodeCard: IdType = { ...identityCard, barcode: true };
const unitedStates = [barcodeLicence, barcodeCard, passport, passportCard, permanentResident, visa];
const european = [passport, identityCard, licence, residencePermit];

/** What each country's people usually carry, most used first. */
const byCountry: Record<string, IdType[]> = {
  US: unitedStates,
  PR: unitedStates,
  CA: [barcodeLicence, passport, identityCard, permanentResident],
  MX: [passport, identityCard, licence, residencePermit],
  GB: [passport, licence, residencePermit],
  IE: [passport, passportCard, licence, residencePermit],
  AU: [passport, licence, visa],
  NZ: [passport, licence],
  IN: [passport, licence],
  AT: european,
  BE: european,
  BG: european,
  CZ: european,
  DE: european,
  ES: european,
  FI: european,
  FR: european,
  GR: european,
  HR: european,
  HU: european,
  IT: european,
  LT: european,
  LU: european,
  LV: european,
  NL: european,
  PL: european,
  PT: european,
  RO: european,
  SE: european,
};
const elsewhere = [passport, identityCard, licence];

/** The IDs accepted from a country, most used first. */
export function idTypesOf(country: string): IdType[] {
  return byCountry[country] ?? elsewhere;
}

/** ISO 3166-1 codes of every country an ID may come from. */
export const countries = (
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF ' +
  'CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE ' +
  'GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI ' +
  'KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MP MQ MR MS MT MU MV ' +
  'MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG ' +
  'US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ');
