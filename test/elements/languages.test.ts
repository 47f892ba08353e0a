import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerLabels } from '../../src/index.js';
import { registered } from '../../src/locales/register.js';
import { dialogOf, gateFixture, primaryOf, reaches, shows } from '../helpers/in-gate.js';
import { TestHost } from '../helpers/test-host.js';
import { shopFixture } from './shop/shop-fixture.js';

const root = document.documentElement;

afterEach(() => {
  root.lang = 'en';
  root.removeAttribute('dir');
  registered.clear();
  localStorage.clear();
  vi.restoreAllMocks();
});

/** A page in that language, which has forgotten to say in which direction it is written. */
const inLanguage = (lang: string): void => {
  root.lang = lang;
};

const markOf = (part: Element) => [part.getAttribute('lang'), part.getAttribute('dir')];
const plain = (text: string | null) => text!.replace(/\s+/g, ' ').trim();

/** The gate's first screen, and the language that Persona's page is opened in. */
async function gateIn(title: string) {
  const { gate, trigger } = await gateFixture(new TestHost());
  trigger.click();
  await shows(gate, title);
  const dialog = dialogOf(gate)!;
  const text = plain(dialog.textContent);
  primaryOf(gate).click();
  await reaches(gate, 'verifying');
  const frame = gate.shadowRoot!.querySelector('iframe')!;
  const persona = await vi.waitFor(() => {
    const language = new URL(frame.src).searchParams.get('language');
    expect(language).toBeTruthy();
    return language;
  });
  return { text, mark: markOf(dialog), persona };
}

/** The shop's form and its first numbers. */
async function shopIn(find: string) {
  const { shop, press, reads } = await shopFixture(new TestHost());
  await press(find);
  await reads('(415) 555-0101');
  const shadow = shop.shadowRoot!;
  const [form, results] = [shadow.querySelector('form')!, shadow.querySelector('.results')!.parentElement!];
  const country = plain(shadow.querySelector('[name=country]')!.textContent);
  return { country, price: plain(shadow.querySelector('.price')!.textContent), marks: [markOf(form), markOf(results)] };
}

describe('each language', () => {
  const none = [null, null];
  const rtl = [null, 'rtl'];
  const english = ['en', 'ltr'];
  it.each([
    // The page's, the gate's title, how long it takes, Persona's name, the shop's button, a country, a price, the mark.
    ['es', 'Verifica tu identidad', '2 minutos', 'es-MX', 'Buscar números', 'Estados Unidos', '$1.15 al mes', none],
    [
      'fr',
      'Vérifiez votre identité',
      '2 minutes',
      'fr',
      'Chercher des numéros',
      'États-Unis',
      '1,15 $ US par mois',
      none,
    ],
    [
      'de',
      'Verifizieren Sie Ihre Identität',
      '2 Minuten',
      'de',
      'Nummern suchen',
      'Vereinigte Staaten',
      '1,15 $',
      none,
    ],
    ['ar', '', '', 'ar-EG', '', 'الولايات المتحدة', '1.15', rtl],
    ['ht', '', '', 'fr', '', 'États-Unis', '1,15 $ US', none],
    ['zh', '', '2分钟', 'zh-CN', '', '美国', 'US$1.15', none],
    [
      'zh-TW',
      'Verify your identity',
      '2 minutes',
      'zh-TW',
      'Find numbers',
      'United States',
      '$1.15 per month',
      english,
    ],
    ['xx', 'Verify your identity', '2 minutes', 'en-US', 'Find numbers', 'United States', '$1.15 per month', english],
  ])(
    'has its words, formats, mark and name at Persona: %s',
    async (lang, title, time, name, find, country, price, mark) => {
      inLanguage(lang);
      const { languages } = await import('../../src/locales/languages.js');
      const words = (await languages[lang]?.shop())?.labels;
      const gate = await gateIn(words?.gate.intro.title ?? title);
      if (title && words) expect(words.gate.intro.title).toBe(title);
      expect(gate.text).toContain(time);
      expect([gate.persona, gate.mark]).toEqual([name, mark]);
      const shop = await shopIn(words?.purchase.find ?? find);
      expect(shop.country).toBe(country);
      expect(shop.price.replace(/\u00a0/g, ' ')).toContain(price);
      expect(shop.marks).toEqual([mark, mark]);
    },
  );

  it.each([
    ['es-ES', 'Buscar números', '1,15 US$'],
    ['es-MX', 'Buscar números', 'USD 1.15'],
    ['fr-FR', 'Chercher des numéros', '1,15 $US'],
    ['ht-HT', 'Chèche nimewo', '1,15 $ US'],
  ])('has the formats of the region that the page names: %s', async (lang, find, price) => {
    inLanguage(lang);
    expect((await shopIn(find)).price.replace(/[\u00a0\u202f]/g, ' ')).toContain(price);
  });

  it('writes an Arabic price from left to right', async () => {
    inLanguage('ar');
    const { languages } = await import('../../src/locales/languages.js');
    const { labels } = await languages.ar!.shop();
    expect((await shopIn(labels.purchase.find)).price).toContain('\u20661.15 US$\u2069');
  });
});

it('breaks Korean between words, and only Korean', async () => {
  for (const [lang, breaks] of [
    ['ko', 'keep-all'],
    ['zh', 'normal'],
  ] as const) {
    inLanguage(lang);
    const { gate, trigger } = await gateFixture(new TestHost());
    trigger.click();
    await reaches(gate, 'prompting');
    await vi.waitFor(() => expect(getComputedStyle(dialogOf(gate)!.querySelector('h2')!).wordBreak).toBe(breaks));
    gate.remove();
  }
});

describe('the search form in another language', () => {
  it('keeps its place until its words are there, and never shows others', async () => {
    inLanguage('de');
    const { shop } = await shopFixture(new TestHost());
    const form = shop.shadowRoot!.querySelector('form')!;
    const heights = new Set<number>();
    const seen = new Set<string>();
    const look = () => {
      const isVisible = getComputedStyle(form).visibility === 'visible';
      seen.add(isVisible ? form.querySelector('button.primary')!.textContent! : 'nothing');
      // What may be typed stands below the field once the rest of the shop is there.
      if (!form.querySelector('#digits-hint')) heights.add(form.offsetHeight);
    };
    look();
    await vi.waitFor(() => {
      look();
      expect([...seen]).toContain('Nummern suchen');
    });
    expect([...seen]).not.toContain('Find numbers');
    expect(heights.size).toBe(1);
  });

  it('understands the type of number that is named in the page’s words, as its example does', async () => {
    inLanguage('ko');
    const { languages } = await import('../../src/locales/languages.js');
    const { purchase } = (await languages.ko!.shop()).labels;
    const host = new TestHost();
    const { shop, press, reads } = await shopFixture(host);
    await reads(purchase.find);
    shop.shadowRoot!.querySelector<HTMLInputElement>('#digits')!.value = purchase.filters.types.tollFree;
    await press(purchase.find);
    await vi.waitFor(() => expect(shop.query?.numberTypes).toBe('tollFree'));
  });

  it('follows the page’s language, and keeps its words until the others have come', async () => {
    const { shop, reads } = await shopFixture(new TestHost());
    await reads('Find numbers');
    inLanguage('de');
    expect(shop.shadowRoot!.querySelector('form')!.className).toBe('');
    await reads('Nummern suchen');
    inLanguage('en');
    await reads('Find numbers');
  });
});

const klingon = {
  gate: { intro: { title: 'pong yI’ang' } },
  purchase: { find: 'mI’mey tISam', country: 'wo’', heading: 'ghogh HablI’ mI’ tISam' },
};

describe('registerLabels', () => {
  it('adds a language that is nowhere in the package, to elements of the page and to later ones', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    inLanguage('tlh');
    const { shop, reads } = await shopFixture(new TestHost());
    await reads('Find numbers');
    registerLabels('tlh', async () => ({ default: klingon }));
    await reads('mI’mey tISam');
    expect(markOf(shop.shadowRoot!.querySelector('form')!)).toEqual([null, null]);
    const { text, mark, persona } = await gateIn('pong yI’ang');
    // What was left out is there, in English.
    expect(text).toContain('You need');
    expect([mark, persona]).toEqual([[null, null], 'en-US']);
  });

  it('gives the shop’s inner gate the same words', async () => {
    inLanguage('tlh');
    registerLabels('tlh', () => klingon);
    const { shop, press, inner } = await Promise.resolve(shopFixture(new TestHost())).then((made) => ({
      ...made,
      inner: made.shop.shadowRoot!.querySelector('lc-identity-gate')!,
    }));
    await press('mI’mey tISam');
    await press(/^Choose \(415\) 555-0101/);
    await press(/^Buy number/);
    await vi.waitFor(() => expect(inner.shadowRoot!.querySelector('h2')?.textContent).toBe('pong yI’ang'));
    shop.remove();
  });

  it('lays words over ours, and takes the closest tag', async () => {
    registerLabels('de', () => ({ purchase: { find: 'Los' } }));
    registerLabels('de-AT', () => ({ purchase: { find: 'Suchen, bitte' } }));
    registerLabels('en', () => ({ purchase: { find: 'Go' } }));
    const { shop, reads } = await shopFixture(new TestHost());
    await reads('Go');
    inLanguage('de-AT');
    await reads('Suchen, bitte');
    inLanguage('de-CH');
    await reads('Los');
    expect(shop.shadowRoot!.querySelector('label')!.textContent).toBe('Vorwahl, Stadt oder Ziffern');
  });

  it('says once what cannot be loaded, and shows English that says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    registerLabels('tlh', () => Promise.reject(new Error('gone')));
    inLanguage('tlh');
    const [{ shop, reads }] = [await shopFixture(new TestHost()), await shopFixture(new TestHost())];
    await reads('Find numbers');
    await vi.waitFor(() => expect(markOf(shop.shadowRoot!.querySelector('form')!)).toEqual(['en', 'ltr']));
    const lines = () => said.mock.calls.filter(([text]) => String(text).includes('"tlh"'));
    await vi.waitFor(() => expect(lines()).toHaveLength(1));
    expect(shop.shadowRoot!.querySelector('form')!.className).toBe('');
    await shopFixture(new TestHost());
    expect(lines()).toHaveLength(1);
  });

  it('takes no name that is none', () => {
    expect(() => registerLabels('not a language', () => ({}))).toThrow(RangeError);
  });
});

describe('labels that name their language', () => {
  it('are marked, and have its formats and the rest of its words', async () => {
    const { shop, reads } = await shopFixture(new TestHost(), { labels: { lang: 'de', purchase: { find: 'Los' } } });
    await reads('Los');
    await reads('Vereinigte Staaten');
    const form = shop.shadowRoot!.querySelector('form')!;
    await vi.waitFor(() => expect(markOf(form)).toEqual(['de', 'ltr']));
    shop.labels = null;
    await reads('Find numbers');
    await vi.waitFor(() => expect(markOf(form)).toEqual([null, null]));
  });

  it('may be in a language that we have no words in', async () => {
    const { shop, reads } = await shopFixture(new TestHost(), { labels: { lang: 'he', purchase: { find: 'חפש' } } });
    await reads('חפש');
    await vi.waitFor(() => expect(markOf(shop.shadowRoot!.querySelector('form')!)).toEqual(['he', 'rtl']));
  });
});
