import { type PurchaseState, purchase } from '../src/core/shop/purchase.js';
import { failureOf } from '../src/core/shop/purchase-failure.js';
import { labels } from '../src/locales/en.js';
import { shopScreen } from './screens.js';
import { events, nameOf, standingsIn, states } from './shop-states.js';

/** The text of docs/shop-states.md, from the machine itself, so that the table cannot say anything else. */

/** What the page is told: a purchase that is there, or not, is told as what it is. */
function firedAs(next: PurchaseState, state: PurchaseState): string[] {
  if (next.status === state.status) return [];
  const code = failureOf(next);
  return [
    'statechange',
    ...(next.status === 'purchased' && state.status !== 'browsing' ? ['purchased'] : []),
    ...(code ? [`failed ${code}`] : []),
  ].map((name) => `\`${name}\``);
}

/** The page's text: a section per state, a row per event that changes something there. */
export function shopTable(): string {
  const sections = states.map(([name, state]) => {
    const standing = standingsIn(name)[0]!;
    const screen = shopScreen({ state, standing }, labels, 'en');
    const rows = events.flatMap(([what, event]) => {
      const next = purchase(state, event);
      if (next === state || nameOf(next) === nameOf(state)) return [];
      return [`| ${what} | ${nameOf(next)} | ${firedAs(next, state).join(', ') || '–'} |`];
    });
    return [
      `## ${name}`,
      '',
      `The person sees: ${screen?.title}.`,
      '',
      ...(screen?.heard ? [`Heard on arriving: ${screen.heard}`, ''] : []),
      ...(rows.length > 0 ? ['| What happens | Next | Fires |', '|---|---|---|', ...rows] : ['Nothing changes it.']),
      '',
    ].join('\n');
  });
  return [
    '# The shop, state by state',
    '',
    [
      'Made from the machine in `src/core/shop/purchase.ts` by `npm run docs:states`; a test fails when it is out of date.',
      'What is not listed changes nothing. What is seen and heard is that of a buyer of whom nothing is asked, or else of the',
      'first who may be there; the others, and the other languages, are in [heard.md](heard.md).',
    ].join(' '),
    '',
    ...sections,
  ].join('\n');
}
