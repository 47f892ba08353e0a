import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { purchase } from '../../src/core/shop/purchase.js';
import { goesOn, screens } from '../heard-page.js';
import { everyLanguage } from '../helpers/every-language.js';
import { events, nameOf, states } from '../shop-states.js';
import { placeOf, statePages } from '../state-pages.js';

beforeAll(() => void vi.stubEnv('TZ', 'UTC'));
afterAll(() => void vi.unstubAllEnvs());

describe('the pages made from the machines', () => {
  it.each(Object.entries(statePages))('say what is so: %s', (page, text) => {
    expect(readFileSync(placeOf(page), 'utf8') === text(), `Run "npm run docs:states": ${page} is out of date.`).toBe(
      true,
    );
  });

  it('have every state that the shop can come to', () => {
    const covered = new Set(states.map(([, { status }]) => status));
    const reached = states.flatMap(([, state]) => events.map(([, event]) => purchase(state, event).status));
    expect(reached.filter((status) => !covered.has(status))).toEqual([]);
    expect(new Set(states.map(([, state]) => nameOf(state).split(',')[0]))).toEqual(covered);
  });
});

const others = [...everyLanguage].filter(([language]) => language !== 'en');
const english = everyLanguage.get('en')!;
const noScreen = ['idle', 'checking', 'checking, someone waits', 'exempt', 'required'];

describe.each([...everyLanguage])('every screen in %s', (_language, labels) => {
  const known = screens.map(([element, name, read]) => ({ element, name, screen: read(labels, labels.formats) }));

  it('is there', () => {
    expect(known.filter(({ screen }) => !screen).map(({ name }) => name)).toEqual(noScreen);
  });

  it.each(known.flatMap(({ name, screen }) => (screen ? [[name, screen] as const] : [])))(
    'has something to see, to hear and to do next: %s',
    (name, { title, text, heard, next }) => {
      expect(title).not.toBe('');
      // At first nobody has done anything that they would have to hear of.
      expect(heard === '').toBe(name === 'browsing');
      expect(`${title}${text}${heard}${next ?? ''}`).not.toMatch(/[{}]|undefined|NaN|Invalid/);
      expect(next === undefined).toBe(Object.values(goesOn).flat().includes(name));
      // What one would act upon is in both: the title, but for that of the list, which is always the same.
      if (!name.startsWith('browsing') && name !== 'verifying, leaving') expect(heard).toContain(title);
    },
  );
});

describe.each(others)('what is heard in %s', (_language, labels) => {
  it.each(screens)('is in no other language: %s, %s', (_, __, read) => {
    const heard = read(labels, labels.formats)?.heard;
    if (heard) expect(heard).not.toBe(read(english, 'en')?.heard);
  });
});
