const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** The digit that a letter stands for on a telephone's keys. */
const digitOf = (letter: string): string => String(keys.findIndex((key) => key.includes(letter)) + 2);

/**
 * What Twilio's `Contains` and `PhoneNumber` look for: digits, letters as on a telephone's keys, `*` for any digit, `%`
 * for any digits. It begins with the country code after `+`, and ends the number before `$`. Undefined for any other
 * text.
 */
export function patternOf(text: string): RegExp | undefined {
  // A plus sign in a query is a space.
  const [, start, middle, end] = /^([+ ]?)([0-9a-z*%]{2,16})(\$?)$/i.exec(text) ?? [];
  if (middle === undefined) return undefined;
  const source = middle.toLowerCase().replaceAll(/[a-z]/g, digitOf).replaceAll('*', '\\d').replaceAll('%', '\\d*');
  return new RegExp(`${start ? '^\\+' : ''}${source}${end ? '$' : ''}`);
}
