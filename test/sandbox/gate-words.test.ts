import { describe, expect, it } from 'vitest';
import { en as demoEn } from '../../demo/page/words/en.js';
import { es as demoEs } from '../../demo/page/words/es.js';
import { fr as demoFr } from '../../demo/page/words/fr.js';
import { formatMinutes } from '../../src/locales/format.js';
import { gate as gateEn } from '../../src/locales/gate/en.js';
import { gate as gateEs } from '../../src/locales/gate/es.js';
import { gate as gateFr } from '../../src/locales/gate/fr.js';
import { en } from '../../src/sandbox/app/words/en.js';
import { es } from '../../src/sandbox/app/words/es.js';
import { fr } from '../../src/sandbox/app/words/fr.js';
import { minutes } from '../../src/sandbox/app/words/index.js';

/** All that one person reads on one way: the page's words, the gate's, and those of Persona's pages. */
const voices = [
  { language: 'en', demo: demoEn, gate: gateEn, pages: en },
  { language: 'es', demo: demoEs, gate: gateEs, pages: es },
  { language: 'fr', demo: demoFr, gate: gateFr, pages: fr },
];

/** Every text of a tree of words. */
const texts = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(texts);

describe.each(voices)('the gate and Persona’s pages, in $language', ({ language, gate, pages }) => {
  it('have one title, for the beginning and for going on on a phone', () => {
    expect(pages.startHeading).toBe(gate.intro.title);
    expect(pages.phoneHandOffHeading).toBe(gate.handoff.title);
  });

  it.each([1, 2, 3])('say the same time for %i steps, and neither one of its own', (steps) => {
    expect(minutes(steps, language)).toBe(formatMinutes(steps, language));
    for (const text of [gate.intro.needs.time, pages.startText]) {
      expect(text).toContain('{time}');
      expect(text).not.toMatch(/\d|two|three|dos\b|tres\b|deux|trois/);
    }
  });

  it('leave it to the gate to count attempts, of which Persona’s pages know nothing', () => {
    expect(texts(gate.retryable.attempts).join()).toContain('{count}');
    const { codeWrong, codeLate, retryText, lastTry, failedHeading, failedText } = pages;
    for (const text of [codeWrong, codeLate, retryText, lastTry, failedHeading, failedText])
      expect(text).not.toMatch(/\{n\}|\d|\b(no|sin|aucune?) (tries|attempts|intentos|tentatives?|essais?)/i);
  });
});

describe('words that change on no page', () => {
  const all = (language: string) => {
    const { demo, gate, pages } = voices.find((voice) => voice.language === language)!;
    return [demo, gate, pages].flatMap(texts);
  };

  it.each([
    ['es', /document/i, 'an ID is "identificación"'],
    ['es', /gratuit/i, 'a toll-free number is "sin cargo"'],
    ['es', /\busted\b|\bInicie\b|\bcompre\b|\bsu cuenta\b/i, 'people are "tú"'],
    ['fr', /gratuit/i, 'a toll-free number is "sans frais"'],
    ['fr', /appareil photo/i, 'a camera is "caméra"'],
    ['fr', /(?<!égoportrait \()\bselfies?\b/i, 'a selfie is "égoportrait (selfie)", then "égoportrait"'],
    ['fr', /\bpièce\b(?! d’identité)/i, 'an ID is never "pièce" alone'],
    ['fr', /\bessais?\b/i, 'an attempt is "tentative"'],
  ])('in %s have no %s: %s', (language, other) => {
    for (const text of all(language)) expect(text).not.toMatch(other);
  });

  it('in French keep their signs as Canada does, and lines break before none of them', () => {
    for (const text of all('fr')) {
      expect(text).not.toMatch(/\s[?!;]/);
      expect(text).not.toMatch(/[^\u00a0]»|«[^\u00a0]/);
      expect(text).not.toMatch(/[^\u00a0\d]:(?=\s|$)/);
    }
  });
});
