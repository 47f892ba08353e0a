import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { getLanguageService, newHTMLDataProvider, TextDocument } from 'vscode-html-languageservice';
import { gateEvents, gateProperties, shopEvents, shopProperties } from '../../src/frameworks/element-names.js';

const root = resolve(import.meta.dirname, '../..');
const json = (path: string) => JSON.parse(readFileSync(resolve(root, path), 'utf8'));
const manifest = json('custom-elements.json');
const editorData = json('vscode.html-custom-data.json');
const webTypes = json('web-types.json');

interface Named {
  name: string;
  description?: string;
  type?: { text: string };
}
const elements: Record<
  string,
  Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssStates', Named[]>
> = Object.fromEntries(
  manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }: { tagName?: string }) => tagName)
    .map((element: { tagName: string }) => [element.tagName, element]),
);
const namesOf = (list: Named[] = []) => list.map(({ name }) => name);

/** What an editor offers where the cursor, written as `|`, stands. */
function offered(html: string): string[] {
  const service = getLanguageService({ customDataProviders: [newHTMLDataProvider('lc', editorData)] });
  const document = TextDocument.create('file:///page.html', 'html', 1, html.replace('|', ''));
  const { items } = service.doComplete(
    document,
    document.positionAt(html.indexOf('|')),
    service.parseHTMLDocument(document),
  );
  return items.map(({ label }) => label);
}

describe('custom-elements.json', () => {
  it('fits its schema', () => {
    const ajv = new Ajv({ strict: false });
    expect(ajv.validate(json('node_modules/custom-elements-manifest/schema.json'), manifest), ajv.errorsText()).toBe(
      true,
    );
  });

  it('names only files that are in the package', () => {
    const paths = new Set<string>();
    JSON.stringify(manifest, (key, value) => {
      if ((key === 'path' || key === 'module') && typeof value === 'string') paths.add(value);
      return value;
    });
    expect(paths.size).toBeGreaterThan(5);
    expect([...paths].filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  it.each([
    ['lc-identity-gate', gateProperties, gateEvents, 14],
    ['lc-number-purchase', shopProperties, shopEvents, 9],
  ])('has all of <%s>, and nothing that is inside', (tag, properties, events, states) => {
    const element = elements[tag]!;
    const fields = element.members.filter(({ type }) => type).map(({ name }) => name);
    expect(fields.sort()).toEqual([...properties, 'status'].sort());
    expect(namesOf(element.events).sort()).toEqual([...events].sort());
    expect(element.cssStates).toHaveLength(states);
    const members = element.members as (Named & { privacy?: string })[];
    expect(members.filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private')).toEqual([]);
    for (const one of [...element.attributes, ...element.events, ...element.slots, ...element.cssParts, ...members])
      expect(one.description, one.name).toBeTruthy();
  });

  it('lists the values where they are known', () => {
    const types = Object.fromEntries(
      elements['lc-identity-gate']!.attributes.map(({ name, type }) => [name, type?.text]),
    );
    expect(types).toMatchObject({
      flow: "'modal' | 'inline'",
      theme: "'auto' | 'light' | 'dark'",
      replay: "'auto' | 'confirm'",
      account: 'string | number | null | undefined',
    });
    expect(types.action?.split(' | ')).toEqual(expect.arrayContaining(["'number-purchase'", "'shaken-stir'"]));
  });
});

describe('vscode.html-custom-data.json', () => {
  it('fits its schema', () => {
    const ajv = new Ajv({ strict: false });
    const schema = json('node_modules/vscode-html-languageservice/docs/customData.schema.json');
    expect(ajv.validate(schema, editorData), ajv.errorsText()).toBe(true);
  });

  it.each(Object.keys(elements))('offers the tag <%s> and each of its attributes', (tag) => {
    expect(offered('<lc-|')).toContain(tag);
    expect(offered(`<${tag} |></${tag}>`)).toEqual(expect.arrayContaining(namesOf(elements[tag]!.attributes)));
  });

  it('offers the values of those that have some', () => {
    expect(offered('<lc-number-purchase mode="|"></lc-number-purchase>')).toEqual(
      expect.arrayContaining(['single', 'pool']),
    );
    expect(offered('<lc-identity-gate action="|"></lc-identity-gate>')).toEqual(
      expect.arrayContaining(['a2p-brand-registration', 'cnam']),
    );
  });
});

describe('web-types.json', () => {
  it('is named in package.json, for this version', () => {
    const { name, version, ...rest } = json('package.json');
    expect([rest['web-types'], rest.customElements]).toEqual(['./web-types.json', 'custom-elements.json']);
    expect(webTypes).toMatchObject({ name, version });
  });

  it.each(Object.keys(elements))('has the attributes and events of <%s>', (tag) => {
    const element = webTypes.contributions.html.elements.find(({ name }: Named) => name === tag);
    expect(namesOf(element.attributes)).toEqual(expect.arrayContaining(namesOf(elements[tag]!.attributes)));
    expect(namesOf(element.js.events)).toEqual(expect.arrayContaining(namesOf(elements[tag]!.events)));
    expect(namesOf(element.slots)).toEqual(expect.arrayContaining(namesOf(elements[tag]!.slots)));
  });
});
