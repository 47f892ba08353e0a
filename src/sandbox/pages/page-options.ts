import { countries } from '../records/id-types.js';
import { accountTypeId, environmentId } from '../records/sandbox-ids.js';
import type { Store } from '../state/store.js';
import { type OriginRule, originOf } from './origins.js';

/** What an option is looked at with. */
interface OptionParts {
  store: Store;
  allows: OriginRule;
}

/** What is wrong with the value of an option, as a sentence; undefined when nothing is. */
type Fault = (value: string, parts: OptionParts) => string | undefined;

const oneOf =
  (what: string, known: string[], why = ''): Fault =>
  (value) =>
    known.includes(value) ? undefined : `There is no ${what} "${value}". The stand-in has ${known.join(', ')}.${why}`;

/**
 * What Persona's pages are in besides English, Spanish and French, by its own names
 * ([its list](https://docs.withpersona.com/languages)). Those of the stand-in are in English then.
 */
const languages = `
  ar-EG az bg bn cs cy da de el-GR fi he hi hr hu hy id-ID it ja ko-KR lt ms nl-NL no pl pt-BR ro ru sk sr sv ta th tl
  tr-TR uk-UA ur vi zh-CN zh-TW
`
  .trim()
  .split(/\s+/);

const distance: Fault = (value) =>
  value.trim() !== '' && Number(value) >= 0 ? undefined : `A padding must be a number of px, not "${value}".`;

const taken: Fault = () => undefined;

const outageMode = oneOf('server outage mode', ['never', 'defer'], ' It has no pages for an outage.');

/**
 * The parameters of a page's address, in the names the SDK gives its options there, and what may be wrong with each.
 * What says which inquiry is meant is looked at when that is opened.
 */
const faults: Record<string, Fault> = {
  'client-version': taken,
  'container-id': taken,
  'flow-type': oneOf('flow', ['embedded', 'inline']),
  'iframe-origin': taken,
  'inquiry-template-id': taken,
  'template-id': taken,
  'inquiry-template-version-id': taken,
  'inquiry-id': taken,
  'session-token': taken,
  'reference-id': taken,
  'account-id': taken,
  fields: taken,
  code: taken,
  'redirect-uri': taken,
  'is-webview': taken,
  scenario: taken,
  'environment-id': oneOf('environment', [environmentId]),
  environment: oneOf('environment', ['sandbox'], ' It verifies nobody.'),
  'account-type-id': oneOf('account type', [accountTypeId]),
  'style-variant': oneOf('style variant', ['base', 'light', 'dark']),
  language: (value) =>
    /^(en|es|fr)(-|$)/i.test(value) || languages.includes(value)
      ? undefined
      : `Persona's pages know no language "${value}".`,
  'theme-set-id': (value, { store }) => {
    const sets = store.themeSets.all().filter(({ archivedAt }) => archivedAt === null);
    if (sets.some(({ id }) => id === value)) return undefined;
    const known = sets.map(({ id, name }) => `${id} (${name})`).join(', ') || 'none';
    return `There is no theme set "${value}". The stand-in has: ${known}.`;
  },
  'widget-padding': distance,
  'navigation-padding': distance,
  // Which of them may frame the page is said by its policy, and refused by the browser.
  'frame-ancestors': (value) => (originOf(value) === value ? undefined : notAnOrigin('frame ancestor', value)),
  'message-target-origin': (value, { allows }) => {
    if (originOf(value) !== value) return notAnOrigin('message target', value);
    return allows(value) ? undefined : `The origin "${value}" may not be told anything: it is not an allowed one.`;
  },
  'share-token': () => 'The stand-in has no Connect: a share token leads nowhere. Leave shareToken out.',
  'field-mappings': () => 'The stand-in has no Connect: field mappings have nothing to map. Leave fieldMappings out.',
  'routing-country': (value) =>
    countries.includes(value.toUpperCase()) ? undefined : `"${value}" is not the ISO 3166-1 code of a country.`,
  'server-outage-mode': outageMode,
};

const notAnOrigin = (what: string, value: string): string =>
  `A ${what} is an origin such as "https://shop.example", not "${value}".`;

/** What cannot be meant in the address of a page, as a sentence; undefined when everything can. */
export function faultIn(options: Record<string, string>, parts: OptionParts): string | undefined {
  for (const [key, value] of Object.entries(options)) {
    const name = key.replace(/\[.*$/, '');
    const fault = Object.hasOwn(faults, name) ? faults[name] : undefined;
    if (!fault) return `There is no parameter "${name}". Those there are: ${Object.keys(faults).join(', ')}.`;
    const said = fault(value, parts);
    if (said) return said;
  }
  return undefined;
}
