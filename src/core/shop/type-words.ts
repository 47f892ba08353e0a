import { plain } from './numbers-query.js';
import type { NumberType } from './ordered-number.js';

/** What people call the types of numbers, in English, Spanish and French. */
const names: [NumberType, RegExp][] = [
  [
    'tollFree',
    /\b(toll ?free|free ?(phone|call)|(1 )?800s? (number|line)s?|(numero|ligne|linea)s? (1 )?800|sin (cargo|costo|coste)|gratuit[ao]?s?|gratis|sans frais|(numeros? )?verts?)\b/,
  ],
  // Mobile, Alabama, is a city.
  [
    'mobile',
    /\b(mobiles?(?! al\b| alabama)|cell(ular)?s?( ?phones?)?|cellulaires?|movil(es)?|celular(es)?|portables?)\b/,
  ],
  ['local', /\b(local(es)?|locaux|locale|land ?lines?|geographic|fij[ao]s?|fixes?|geografic[ao]s?|geographiques?)\b/],
];

/** Words that say nothing beside the name of a type. */
const fillers =
  /\b(phone|telephone|telefono|number|numero|line|ligne|linea|llamada|ligacao|apel)s?\b|\b(de|del|d|in|en|a|for|para|pour|the)\b/g;

/** What each type is called in the page's words. */
export type TypeNames = Readonly<Record<NumberType, string>>;

/**
 * The type of number that is named, in one of those languages or as the page itself calls it, and what else was typed,
 * in plain letters.
 */
export function typeIn(typed: string, own?: TypeNames): { numberType: NumberType; rest: string } | undefined {
  const text = ` ${bare(typed)} `;
  for (const [numberType, pattern] of names) {
    const name = bare(own?.[numberType]);
    // Chinese is written without spaces.
    for (const part of [pattern, name && (/\p{sc=Han}/u.test(name) ? name : ` ${name} `)]) {
      const rest = part ? text.replace(part, ' ') : text;
      if (rest !== text) return { numberType, rest: rest.replace(fillers, ' ').replace(/\s+/g, ' ').trim() };
    }
  }
  return undefined;
}

const bare = (text: string | undefined): string =>
  plain(text)
    .replace(/[-–’']/g, ' ')
    .trim();

/** Whether an area code of the +1 plan is one that the called pay for. */
export const isTollFreeArea = (area: string): boolean => /^8(00|33|44|55|66|77|88)$/.test(area);
