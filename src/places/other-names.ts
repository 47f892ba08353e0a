/** What a city is called besides the name that the data has. */
export interface OtherNames {
  /** Its name in English, Spanish and French, where one of them is not the data's. */
  names?: readonly [en: string, es: string, fr: string];
  /** What else people type for it, in plain letters. */
  also: readonly string[];
}

// By hand, because no kept package has them: country, region and name of the data; the names in English, Spanish and
// French where one differs; after a semicolon what else is typed.
const rows = `
US NY New York City=New York/Nueva York/New York;nyc,ny city,ny,big apple,new york city,ciudad de nueva york
US NY The Bronx=Bronx/El Bronx/Le Bronx|US NY Brooklyn=;bk
US CA Los Angeles=Los Angeles/Los Ángeles/Los Angeles;la,l a,city of angels|US CA San Francisco=;sf,san fran,frisco,sanfran
US CA San Diego=;sd|US CA San Jose=San Jose/San José/San Jose;silicon valley|US CA Sacramento=;sac
US DC Washington=Washington/Washington/Washington;dc,washington dc,washington d c,wash dc
US PA Philadelphia=Philadelphia/Filadelfia/Philadelphie;philly,phila|US PA Pittsburgh=;pitt,the burgh
US NV Las Vegas=;vegas,lv|US LA New Orleans=New Orleans/Nueva Orleans/La Nouvelle-Orléans;nola,nouvelle orleans
US IL Chicago=;chi town,chitown,windy city|US GA Atlanta=;atl,hotlanta|US FL Jacksonville=;jax|US FL Miami=;mia
US FL Fort Lauderdale=;ft lauderdale|US FL Orlando=;orl|US TX Dallas=;dfw,big d|US TX Houston=;htx,h town|US TX Austin=;atx
US TX San Antonio=;satx|US TX Fort Worth=;dfw|US MO Kansas City=;kc,kcmo|US MO St. Louis=St. Louis/San Luis/Saint-Louis;stl
US MA Boston=;beantown|US UT Salt Lake City=;slc|US OK Oklahoma City=;okc|US MN Minneapolis=;mpls,twin cities
US MN Saint Paul=St. Paul/St. Paul/Saint-Paul;twin cities|US MI Detroit=;motor city|US OR Portland=;pdx|US WA Seattle=;sea
US AZ Phoenix=Phoenix/Phoenix/Phoenix;phx|US CO Denver=;mile high city|US TN Nashville=;music city|US IN Indianapolis=;indy
US NC Charlotte=;clt|US NC Raleigh=;rdu|US MD Baltimore=;bmore,b more|US OH Cincinnati=;cincy|US OH Cleveland=;cle
US WI Milwaukee=;mke|US HI Honolulu=;oahu|US NM Albuquerque=;abq|US SC Charleston=;chs
CA QC Montréal=Montreal/Montreal/Montréal;mtl|CA QC Québec=Quebec City/Ciudad de Quebec/Québec;ville de quebec,quebec ville
CA ON Toronto=;yyz,gta,the six|CA BC Vancouver=;yvr,van city|CA AB Calgary=;yyc|CA AB Edmonton=;yeg|CA MB Winnipeg=;peg
CA NL St. John's=;saint john s|CA NB Saint John=Saint John/Saint John/Saint-Jean|CA QC Trois-Rivières=Trois-Rivieres/Trois-Rivières/Trois-Rivières
CA ON Greater Sudbury=Sudbury/Sudbury/Grand Sudbury;greater sudbury
GB London=London/Londres/Londres;ldn|GB Edinburgh=Edinburgh/Edimburgo/Édimbourg|GB Cardiff=;caerdydd|GB Birmingham=;brum
GB Manchester=;mcr|GB Newcastle upon Tyne=;newcastle
IE Dublin=Dublin/Dublín/Dublin;baile atha cliath|FR Paris=Paris/París/Paris|FR Lyon=Lyon/Lyon/Lyon;lyons
FR Marseille=Marseille/Marsella/Marseille;marseilles|FR Strasbourg=Strasbourg/Estrasburgo/Strasbourg
FR Bordeaux=Bordeaux/Burdeos/Bordeaux|FR Nice=Nice/Niza/Nice|FR Toulouse=Toulouse/Tolosa/Toulouse
DE Berlin=Berlin/Berlín/Berlin|DE Munich=Munich/Múnich/Munich;munchen,muenchen|DE Köln=Cologne/Colonia/Cologne;koln,koeln
DE Hamburg=Hamburg/Hamburgo/Hambourg|DE Frankfurt am Main=Frankfurt/Fráncfort/Francfort;frankfurt am main,frankfurt a m
DE Nuremberg=Nuremberg/Núremberg/Nuremberg;nurnberg,nuernberg|DE Hannover=Hanover/Hanóver/Hanovre;hannover
DE Düsseldorf=Düsseldorf/Düsseldorf/Düsseldorf;duesseldorf|DE Bremen=Bremen/Bremen/Brême|DE Dresden=Dresden/Dresde/Dresde
ES Sevilla=Seville/Sevilla/Séville|ES Zaragoza=Zaragoza/Zaragoza/Saragosse;saragossa|ES Barcelona=Barcelona/Barcelona/Barcelone;bcn
ES Valencia=Valencia/Valencia/Valence|ES Palma=Palma/Palma/Palma;palma de mallorca|ES Córdoba=Córdoba/Córdoba/Cordoue;cordova
MX Mexico City=Mexico City/Ciudad de México/Mexico;cdmx,mexico df,df,mexico d f|MX Monterrey=;mty|MX Guadalajara=;gdl
PT Lisbon=Lisbon/Lisboa/Lisbonne|PT Porto=Porto/Oporto/Porto
IT Rome=Rome/Roma/Rome|IT Milan=Milan/Milán/Milan;milano|IT Turin=Turin/Turín/Turin;torino|IT Florence=Florence/Florencia/Florence;firenze
IT Venice=Venice/Venecia/Venise;venezia|IT Naples=Naples/Nápoles/Naples;napoli|IT Genoa=Genoa/Génova/Gênes
CH Geneva=Geneva/Ginebra/Genève;geneve,genf|CH Zürich=Zurich/Zúrich/Zurich;zuerich|CH Basel=Basel/Basilea/Bâle|CH Bern=Bern/Berna/Berne
AT Vienna=Vienna/Viena/Vienne;wien|BE Brussels=Brussels/Bruselas/Bruxelles;brussel|BE Antwerp=Antwerp/Amberes/Anvers;antwerpen
BE Gent=Ghent/Gante/Gand;gent|NL The Hague=The Hague/La Haya/La Haye;den haag|NL Amsterdam=Amsterdam/Ámsterdam/Amsterdam
NL Rotterdam=Rotterdam/Róterdam/Rotterdam|DK Copenhagen=Copenhagen/Copenhague/Copenhague;kobenhavn
SE Stockholm=Stockholm/Estocolmo/Stockholm|SE Gothenburg=Gothenburg/Gotemburgo/Göteborg
PL Warsaw=Warsaw/Varsovia/Varsovie;warszawa|PL Kraków=Krakow/Cracovia/Cracovie;cracow|CZ Prague=Prague/Praga/Prague;praha
GR Athens=Athens/Atenas/Athènes|BR São Paulo=São Paulo/São Paulo/São Paulo;sampa|JP Tokyo=Tokyo/Tokio/Tokyo
CN Beijing=Beijing/Pekín/Pékin;peking|AU Sydney=Sydney/Sídney/Sydney|NZ Auckland=;akl
`;

const firstLine = /^(?<place>[^=]+)=(?<names>[^;]*);?(?<also>.*)$/;

/** The other names of a city, by country, region where the data has one, and name: `US NY New York City`. */
export const otherNames: ReadonlyMap<string, OtherNames> = new Map(
  rows
    .trim()
    .split(/[|\n]/)
    .map((row): [string, OtherNames] => {
      const { place = '', names = '', also = '' } = firstLine.exec(row)?.groups ?? {};
      const [en = '', es = en, fr = en] = names.split('/');
      return [place, { ...(en && { names: [en, es, fr] }), also: also.split(',').filter(Boolean) }];
    }),
);
