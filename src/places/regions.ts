/** A state, province or territory. */
export interface Region {
  /** ISO 3166-1 alpha-2. */
  countryCode: string;
  /** Its abbreviation, such as `IL`. */
  code: string;
  /** Its name in English, Spanish and French. */
  names: readonly [en: string, es: string, fr: string];
  /** Other names, in {@link plain} letters. */
  also: readonly string[];
}

// Spanish and French stand where they differ; after a semicolon, what it is called besides.
const rows = {
  US: `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California//Californie;cali|CO Colorado|CT Connecticut
    DC Washington, D.C./Washington D. C./Washington (D. C.);district of columbia,distrito de columbia,washington dc
    DE Delaware|FL Florida//Floride|GA Georgia//Géorgie|HI Hawaii/Hawái/Hawaï|ID Idaho|IL Illinois|IN Indiana|IA Iowa
    KS Kansas|KY Kentucky|LA Louisiana/Luisiana/Louisiane|ME Maine|MD Maryland|MA Massachusetts;mass|MI Michigan/Míchigan/
    MN Minnesota|MS Mississippi/Misisipi/|MO Missouri/Misuri/|MT Montana|NE Nebraska|NV Nevada
    NH New Hampshire/Nuevo Hampshire/|NJ New Jersey/Nueva Jersey/;jersey|NM New Mexico/Nuevo México/Nouveau-Mexique
    NY New York/Nueva York/;new york state,upstate new york|NC North Carolina/Carolina del Norte/Caroline du Nord
    ND North Dakota/Dakota del Norte/Dakota du Nord|OH Ohio|OK Oklahoma|OR Oregon/Oregón/|PA Pennsylvania/Pensilvania/Pennsylvanie
    RI Rhode Island|SC South Carolina/Carolina del Sur/Caroline du Sud|SD South Dakota/Dakota del Sur/Dakota du Sud
    TN Tennessee|TX Texas;tejas|UT Utah|VT Vermont|VA Virginia//Virginie|WA Washington;washington state
    WV West Virginia/Virginia Occidental/Virginie-Occidentale|WI Wisconsin|WY Wyoming`,
  CA: `AB Alberta|BC British Columbia/Columbia Británica/Colombie-Britannique;cb|MB Manitoba
    NB New Brunswick/Nuevo Brunswick/Nouveau-Brunswick
    NL Newfoundland and Labrador/Terranova y Labrador/Terre-Neuve-et-Labrador;labrador
    NS Nova Scotia/Nueva Escocia/Nouvelle-Écosse|NT Northwest Territories/Territorios del Noroeste/Territoires du Nord-Ouest
    NU Nunavut|ON Ontario|PE Prince Edward Island/Isla del Príncipe Eduardo/Île-du-Prince-Édouard;pei,ipe|QC Quebec//Québec;pq
    SK Saskatchewan|YT Yukon/Yukón/`,
  PR: 'PR Puerto Rico//Porto Rico;borinquen',
};

const listed = (text: string | undefined): string[] => text?.split(',') ?? [];

/** Every state and territory that has numbers of the North American plan and is no country of its own there. */
export const regions: readonly Region[] = Object.entries(rows).flatMap(([countryCode, text]) =>
  text.split(/\||\n\s*/).map((row): Region => {
    const [written = '', also] = row.slice(3).split(';');
    const [en = '', es, fr] = written.split('/');
    return { countryCode, code: row.slice(0, 2), names: [en, es || en, fr || en], also: listed(also) };
  }),
);

const byCode = new Map(regions.map((region) => [`${region.countryCode} ${region.code}`, region]));

/** The region with this abbreviation. */
export const regionOf = (countryCode: string, code: string | undefined): Region | undefined =>
  byCode.get(`${countryCode} ${code}`);

/** Regions that have no area codes but those of another. */
export const sharedWith: Record<string, string> = { PE: 'NS', NU: 'NT', YT: 'NT' };
