import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { byFiles, showId } from '../helpers/complete-inquiry.js';
import { type SeenOption, sdkOptions, withOptions } from '../helpers/sdk-options.js';
import { Shop } from '../sandbox/shop.js';

const theme = { light: { primary: '#0f5f6b' }, dark: { primary: '#7fd0dc' }, radius: 4 };
const shop = new Shop({ templates: { branded: { theme } } });
const docs = resolve(import.meta.dirname, '../../docs/sandbox.md');
const frame = '[data-testid="persona-widget__iframe"]';

type Given = Record<string, unknown>;

interface Way {
  /** What the table says was seen. */
  sees: string;
  /** The option as it is given, and the way it is opened. */
  given: () => Given | Promise<Given>;
  inModal?: true;
  /** Sees that it has worked, when the page is ready. */
  check: () => Promise<unknown>;
}

interface Refusal {
  given: () => Given | Promise<Given>;
  code?: string;
}

const template = () => ({ templateId: shop.sandbox.templateId });
const computed = (selector: string, property: string) =>
  shop.inline
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const inquiry = async () => (await shop.api(`/inquiries?page[size]=1`)).data[0];
const account = async () =>
  (await shop.api('/accounts', { data: { attributes: { 'reference-id': 'loc_known' } } })).data.id as string;
const themeSet = async () => (await shop.api('/theme-sets')).data[0].id as string;
const attribute = (name: string) => shop.page.locator(frame).getAttribute(name);

/** A pending inquiry, and a token that goes on with it. */
async function pending(): Promise<{ inquiryId: string; sessionToken: string }> {
  const inquiryId = await shop.createInquiry();
  await shop.openInline({ inquiryId });
  await showId(shop.inline, byFiles());
  await shop.page.reload();
  const { meta } = await shop.api(`/inquiries/${inquiryId}/resume`, {});
  return { inquiryId, sessionToken: meta['session-token'] };
}

const ready = () => shop.inline.locator('main[data-step]').waitFor();

const ways: Record<string, { honoured?: Way; refused?: Refusal }> = {
  templateId: {
    honoured: {
      sees: 'an inquiry of it is made',
      given: template,
      check: async () =>
        expect((await inquiry()).relationships['inquiry-template'].data.id).toBe(shop.sandbox.templateId),
    },
    refused: { given: () => ({ templateId: 'itmpl_nope' }), code: 'inactive_template' },
  },
  templateVersionId: {
    honoured: {
      sees: 'its version, with `templateId` or alone',
      given: async () => {
        const { data } = await shop.api(`/inquiry-templates/${shop.sandbox.templateId}`);
        return { templateVersionId: data.relationships['latest-published-version'].data.id, ...template() };
      },
      check: ready,
    },
    refused: { given: () => ({ ...template(), templateVersionId: 'itmplv_nope' }) },
  },
  environmentId: {
    honoured: { sees: '`env_sandbox`', given: () => ({ ...template(), environmentId: 'env_sandbox' }), check: ready },
    refused: { given: () => ({ ...template(), environmentId: 'env_nope' }) },
  },
  environment: {
    honoured: { sees: '`sandbox`', given: () => ({ ...template(), environment: 'sandbox' }), check: ready },
    refused: { given: () => ({ ...template(), environment: 'production' }) },
  },
  referenceId: {
    honoured: {
      sees: 'the inquiry and its account have it',
      given: () => ({ ...template(), referenceId: 'loc_9' }),
      check: async () => expect((await inquiry()).attributes['reference-id']).toBe('loc_9'),
    },
  },
  accountId: {
    honoured: {
      sees: 'the inquiry is of that account',
      given: async () => ({ ...template(), accountId: await account() }),
      check: async () => {
        const { data } = await shop.api('/accounts?filter[reference-id]=loc_known');
        expect((await inquiry()).relationships.account.data.id).toBe(data[0].id);
      },
    },
    refused: { given: () => ({ ...template(), accountId: 'act_nope' }) },
  },
  accountTypeId: {
    honoured: {
      sees: '`acttp_sandbox`, the type that all accounts have',
      given: () => ({ ...template(), accountTypeId: 'acttp_sandbox' }),
      check: ready,
    },
    refused: { given: () => ({ ...template(), accountTypeId: 'acttp_nope' }) },
  },
  language: {
    honoured: {
      sees: 'English, Spanish, French and their regions; Persona’s names of its other languages, shown in English',
      given: () => ({ ...template(), language: 'fr' }),
      check: async () => expect(await shop.inline.locator('html').getAttribute('lang')).toBe('fr'),
    },
    refused: { given: () => ({ ...template(), language: 'xx' }) },
  },
  fields: {
    honoured: {
      sees: 'kept; `phoneNumber` stands in the field of the phone screen',
      given: () => ({
        templateId: shop.sandbox.kycTemplateId,
        fields: { phoneNumber: '+442079460123', nameFirst: 'Ada' },
      }),
      check: async () => {
        expect(await shop.inline.locator('#phone').inputValue()).toBe('+442079460123');
        expect(await shop.inline.locator('#phone-country').inputValue()).toBe('GB');
        expect((await inquiry()).attributes.fields['name-first'].value).toBe('Ada');
      },
    },
    refused: { given: () => ({ ...template(), fields: { birthdate: 'soon' } }) },
  },
  themeSetId: {
    honoured: {
      sees: 'its colours, corners, font and logo',
      given: async () => ({ ...template(), themeSetId: await themeSet() }),
      check: async () => {
        expect(await computed('.primary', 'background-color')).toBe('rgb(15, 95, 107)');
        expect(await computed('.primary', 'border-radius')).toBe('4px');
      },
    },
    refused: { given: () => ({ ...template(), themeSetId: 'theset_nope' }) },
  },
  styleVariant: {
    honoured: {
      sees: '`base`, `light`, `dark`',
      given: () => ({ templateId: shop.sandbox.templateIds.branded, styleVariant: 'dark' }),
      check: async () => expect(await computed('.primary', 'background-color')).toBe('rgb(127, 208, 220)'),
    },
    refused: { given: () => ({ ...template(), styleVariant: 'neon' }) },
  },
  inquiryId: {
    honoured: {
      sees: 'that inquiry goes on',
      given: async () => ({ inquiryId: await shop.createInquiry() }),
      check: ready,
    },
    refused: { given: () => ({ inquiryId: 'inq_nope' }) },
  },
  sessionToken: {
    honoured: {
      sees: 'a pending inquiry goes on, and what is done is shown',
      given: pending,
      check: async () => {
        await shop.inline.locator('main[data-step="selfie-center"]').waitFor();
        expect(await shop.inline.locator('[data-test="welcome-back"]').textContent()).toMatch(/ID – done/);
      },
    },
    refused: { given: async () => ({ ...(await pending()), sessionToken: 'nonsense' }), code: 'unauthenticated' },
  },
  shareToken: { refused: { given: () => ({ ...template(), shareToken: 'cnst_1' }) } },
  fieldMappings: {
    refused: {
      given: () => ({ ...template(), fieldMappings: [{ sourceFieldName: 'a', destinationFieldName: 'b' }] }),
    },
  },
  parent: {
    honoured: {
      sees: 'by the SDK: its dialog stands there',
      given: () => ({ ...template(), parent: '#there' }),
      inModal: true,
      check: async () => expect(await shop.page.locator(`#there ${frame}`).count()).toBe(1),
    },
  },
  frameAncestors: {
    honoured: {
      sees: 'the page may be framed by them, where they are allowed origins',
      given: () => ({ ...template(), frameAncestors: ['http://outer.localhost:1234'] }),
      check: async () => {
        const answer = await fetch((await attribute('src')) ?? '');
        expect(answer.headers.get('content-security-policy')).toContain(`${shop.origin} http://outer.localhost:1234`);
      },
    },
    refused: { given: () => ({ ...template(), frameAncestors: ['nowhere'] }) },
  },
  messageTargetOrigin: {
    honoured: {
      sees: 'messages go there',
      given: () => ({ ...template(), messageTargetOrigin: shop.origin }),
      check: async () => expect(await shop.events()).toContain('ready'),
    },
    refused: { given: () => ({ ...template(), messageTargetOrigin: 'nowhere' }) },
  },
  frameHeight: {
    honoured: {
      sees: 'by the SDK: the most its frame is high, inline; in its dialog the page says more',
      given: () => ({ ...template(), frameHeight: 500 }),
      check: async () => expect(await attribute('style')).toContain('max-height: 500px'),
    },
  },
  frameWidth: {
    honoured: {
      sees: 'the same for the width',
      given: () => ({ ...template(), frameWidth: 380 }),
      check: async () => expect(await attribute('style')).toContain('max-width: 380px'),
    },
  },
  sandboxAttributes: {
    honoured: {
      sees: 'by the SDK: what its frame may do',
      given: () => ({ ...template(), sandboxAttributes: ['allow-forms', 'allow-downloads'] }),
      check: async () => expect(await attribute('sandbox')).toContain('allow-downloads'),
    },
  },
  routingCountry: {
    honoured: {
      sees: 'every country; all lead to this one place',
      given: () => ({ ...template(), routingCountry: 'DE' }),
      check: ready,
    },
    refused: { given: () => ({ ...template(), routingCountry: 'XX' }) },
  },
  iframeTitle: {
    honoured: {
      sees: 'by the SDK: the title of its frame',
      given: () => ({ ...template(), iframeTitle: 'Who are you?' }),
      check: async () => expect(await attribute('title')).toBe('Who are you?'),
    },
  },
  widgetPadding: {
    honoured: {
      sees: 'inline: the space around the page. In the modal it has no meaning, which the console says',
      given: () => ({ ...template(), widgetPadding: { top: 80, left: 8 } }),
      check: async () => expect(await computed('.page', 'padding')).toBe('80px 0px 0px 8px'),
    },
    refused: { given: () => ({ ...template(), widgetPadding: { top: -1 } }) },
  },
  navigationPadding: {
    honoured: {
      sees: 'the same for the bar at the top',
      given: () => ({ ...template(), navigationPadding: { top: 30 } }),
      check: async () => expect(await computed('.bar', 'padding-top')).toBe('30px'),
    },
    refused: { given: () => ({ ...template(), navigationPadding: { left: 'wide' } }) },
  },
  customHost: {
    honoured: {
      sees: 'by `Client`; `setupIframe` takes `host` alone',
      given: () => ({ ...template(), host: undefined, customHost: shop.sandbox.host }),
      inModal: true,
      check: async () => expect(await attribute('src')).toContain(shop.sandbox.origin),
    },
  },
  eventsAllowlist: {
    honoured: {
      sees: "`'all'` brings `inquiry-load`, `click`, `form-update` and `step-transitioning`; what was typed is in none",
      given: () => ({ ...template(), eventsAllowlist: 'all' }),
      check: async () => {
        await shop.inline.locator('#country').selectOption('CA');
        await shop.inline.getByRole('button', { name: 'Select' }).click();
        await shop.inline.locator('main[data-step="id-type"]').waitFor();
        const wanted = ['inquiry-load', 'click', 'form-update', 'step-transitioning'];
        await expect.poll(() => shop.events()).toEqual(expect.arrayContaining(wanted));
        expect(await shop.toldOf('step-transitioning')).toEqual({ step: 'country' });
        expect(await shop.toldOf('form-update')).toEqual({ field: 'country__select' });
      },
    },
  },
  serverOutageMode: {
    honoured: {
      sees: '`never`, `defer`: there is no outage',
      given: () => ({ ...template(), serverOutageMode: 'never' }),
      check: ready,
    },
    refused: { given: () => ({ ...template(), serverOutageMode: 'always' }) },
  },
  host: {
    honoured: {
      sees: 'its own `host`, such as `localhost:4001`',
      given: () => ({ ...template(), host: shop.sandbox.host }),
      check: async () => expect(await attribute('src')).toContain(shop.sandbox.origin),
    },
  },
};

describe('an option of the SDK', () => {
  const seen = new Map<string, SeenOption>();

  afterAll(() => {
    if (process.env.WRITE_DOCS) writeFileSync(docs, withOptions(readFileSync(docs, 'utf8'), [...seen.values()]));
  });

  it('is in this table, each that its types have', () => {
    expect(Object.keys(ways).sort()).toEqual(sdkOptions().sort());
  });

  it.each(Object.entries(ways))('%s is honoured, or refused as an error', async (option, { honoured, refused }) => {
    const row: SeenOption = { option, honoured: '', refused: '' };
    if (honoured) {
      const given = await honoured.given();
      if (honoured.inModal) await shop.openModal(given);
      else await shop.openInline(given);
      await shop.told('ready');
      await honoured.check();
      row.honoured = honoured.sees;
    }
    if (refused) {
      await shop.page.goto(shop.origin);
      const given = await refused.given();
      await shop.openInline(given);
      const { code, message } = await shop.told('error');
      expect(code).toBe(refused.code ?? 'invalid_config');
      const value = JSON.stringify(given[option]);
      row.refused = `\`${value}\`: \`${code}\`, ${message}`;
    }
    expect(row).not.toEqual({ option, honoured: '', refused: '' });
    seen.set(option, row);
  });

  it('stands in docs/sandbox.md as it was seen; WRITE_DOCS=1 writes it', () => {
    const written = readFileSync(docs, 'utf8');
    if (!process.env.WRITE_DOCS) expect(written).toBe(withOptions(written, [...seen.values()]));
    expect(seen.size).toBe(Object.keys(ways).length);
  });
});
