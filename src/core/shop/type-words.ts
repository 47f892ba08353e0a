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
  /\b(phone|telephone|telefono|number|numero|line|ligne|linea|llamada)s?\b|\b(de|del|d|in|en|a|for|para|pour|the)\b/g;

/** The type of number that is named, and what else was typed, in plain letters. */
export function typeIn(typed: string): { numberType: NumberType; rest: string } | undefined {
  const text = plain(typed)
    .replace(/[-–’']/g, ' ')
    .trim();
  for (const [numberType, pattern] of names) {
    if (!pattern.test(text)) continue;
    const rest = text.replace(pattern, ' ').replace(fillers, ' ').replace(/\s+/g, ' ').trim();
    return { numberType, rest };
  }
  return undefined;
}

/** Whether an area code of the +1 plan is one that the called pay for. */
export const isTollFreeArea = (area: string): boolean => /^8(00|33|44|55|66|77|88)$/.test(area);
