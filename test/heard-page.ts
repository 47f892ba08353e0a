import { spoken } from '../src/elements/announcer.js';
import type { Labels } from '../src/locales/labels.js';
import { states as gateStates } from './gate-table.js';
import { everyLanguage } from './helpers/every-language.js';
import { gateScreen, type Screen, shopScreen } from './screens.js';
import { states as shopStates, standingsIn } from './shop-states.js';

/** The text of docs/heard.md: every screen as it is rendered, in every language that there are words in. */

/** Reads a screen in a language; undefined where nothing is shown. */
type Read = (labels: Labels, language: string) => Screen | undefined;

/** Where the buyer stands with their identity, as the page says it. */
const standings = {
  free: 'nothing is asked',
  unknown: 'the host has not said',
  asked: 'identity is asked for',
  begun: 'begun',
  failed: 'to be tried again',
  paused: 'to be tried again later',
  checked: 'being checked',
  reviewed: 'in review',
  declined: 'declined',
};

/** Every state of both elements, once per difference that its buyer makes. */
export const screens: [element: 'gate' | 'shop', name: string, read: Read][] = [
  ...gateStates.map(([name, state]): (typeof screens)[number] => [
    'gate',
    name,
    (labels, language) => gateScreen(state, labels, language),
  ]),
  ...shopStates.flatMap(([name, state]) => {
    const all = standingsIn(name);
    return all.map((standing): (typeof screens)[number] => [
      'shop',
      all.length > 1 ? `${name}: ${standings[standing]}` : name,
      (labels, language) => shopScreen({ state, standing }, labels, language),
    ]);
  }),
];

/** What goes on by itself, and what is Persona's to go on with. */
export const goesOn = {
  'by itself': [
    'checking, shown',
    'starting',
    'starting for the phone',
    'verifying, loading',
    'confirming',
    'verified',
    'gating: identity is asked for',
    'gating: nothing is asked',
    'purchasing',
    'purchasing, a pool',
  ],
  'in Persona’s page': ['verifying', 'verifying, said to have failed'],
};

const nextOf = (name: string, { next }: Screen): string => {
  if (next) return next;
  const [how] = Object.entries(goesOn).find(([, names]) => names.includes(name)) ?? [''];
  return how && `(${how})`;
};

function section([, name, read]: (typeof screens)[number]): string[] {
  const rows = [...everyLanguage].flatMap(([language, labels]) => {
    const screen = read(labels, labels.formats);
    if (!screen) return [];
    const { title, text, heard } = screen;
    const said = heard === spoken([title, text]) ? '=' : heard || '(nothing: nobody has asked)';
    return [`| ${language} | **${title}** ${text} | ${said} | ${nextOf(name, screen)} |`];
  });
  if (rows.length === 0) return [];
  return [`### ${name}`, '', '| | Seen | Heard on arriving | Next |', '|---|---|---|---|', ...rows, ''];
}

/** The page's text. */
export function heardPage(): string {
  const of = (element: string) => screens.filter(([whose]) => whose === element).flatMap(section);
  return [
    '# Seen, heard, next',
    '',
    [
      'Every screen of both elements, in every language that there are words in: what is seen of it, what somebody hears who',
      'does not see it, and its primary action. `=`: all that is seen is heard. Read off what is rendered by',
      '`npm run docs:states`; a test fails when it is out of date, and where something is missing. How a screen comes about is',
      'in [gate-states.md](gate-states.md) and [shop-states.md](shop-states.md). Persona’s own pages speak for themselves.',
    ].join(' '),
    '',
    '## The gate',
    '',
    ...of('gate'),
    '## The shop',
    '',
    ...of('shop'),
  ].join('\n');
}
