import fc from 'fast-check';
import { build, type Rolldown } from 'vite';
import { expect, test, vi } from 'vitest';
import { slimSdk } from '../../vite.config.js';

type SetUp = typeof import('persona').setupIframe;

/** The SDK's `setupIframe`, bundled as it is or as the drop-in has it. */
async function bundled(plugins: (typeof slimSdk)[]): Promise<{ setupIframe: SetUp; size: number }> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      ...plugins,
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? `export { setupIframe } from 'persona'` : undefined),
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'entry', preserveEntrySignatures: 'strict' } },
  })) as Rolldown.RolldownOutput;
  const { code } = output[0];
  return {
    ...((await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { setupIframe: SetUp }),
    size: code.length,
  };
}

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', ' ', 'a&b=c', '[0]', 'ñ', "it's (fine)!*"),
);
const optional = { requiredKeys: [] };
const options = fc.record({
  inquiryId: fc.stringMatching(/^inq_\w+$/),
  rest: fc.record(
    {
      sessionToken: text,
      language: text,
      styleVariant: text,
      routingCountry: text,
      messageTargetOrigin: text,
      themeSetId: text,
      referenceId: text,
      environmentId: text,
      frameAncestors: fc.array(fc.webUrl()),
    },
    optional,
  ),
  fields: fc.option(
    fc.dictionary(
      fc.constantFrom('nameFirst', 'name_first', 'address-street-1', 'birthdate', 'IDNumber', 'camel2Case', 'phone'),
      fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text), fc.record({ postalCode: text })),
    ),
    { nil: undefined },
  ),
});

test('the drop-in’s SDK asks for the same page as the SDK as it is, at a fifth of the size', async () => {
  vi.stubGlobal('window', { location: { origin: 'https://shop.example' } });
  const [whole, slim] = [await bundled([]), await bundled([slimSdk])];
  expect(slim.size).toBeLessThan(whole.size / 5);
  const asked = (setupIframe: SetUp, options: object) => {
    const iframe = { style: {}, setAttribute: () => {} } as unknown as HTMLIFrameElement;
    setupIframe(iframe, 'container', 'inline', options as Parameters<SetUp>[3]);
    const { origin, pathname, searchParams } = new URL(iframe.src);
    return [origin, pathname, [...searchParams]];
  };
  fc.assert(
    fc.property(options, ({ inquiryId, rest, fields }) => {
      const given = { inquiryId, ...rest, ...(fields ? { fields } : {}) };
      expect(asked(slim.setupIframe, given)).toEqual(asked(whole.setupIframe, given));
    }),
    { numRuns: 2_000 },
  );
});
