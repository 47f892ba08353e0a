const short: Record<string, string> = { saint: 'st', sainte: 'ste', fort: 'ft', mount: 'mt' };

/** Arabic, Persian and Devanagari zero; those of other scripts that are only written wider become our own by NFKD. */
const zeros = [0x660, 0x6f0, 0x966];

const asDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = zeros.find((one) => code >= one && code < one + 10);
  return zero === undefined ? digit : String(code - zero);
};

/** Letters that are no other letter with an accent. */
const letters = new Map('øo łl đd ðd ıi ßss æae œoe þth'.split(' ').map((pair) => [pair[0]!, pair.slice(1)]));

const abbreviated = (text: string): string => text.replace(/\b(saint|sainte|fort|mount)(?= )/g, (word) => short[word]!);

/**
 * For comparing names: in lower case, without accents, stops and apostrophes, hyphens and commas as spaces, "Saint",
 * "Fort" and "Mount" before another word as they are abbreviated.
 */
export function plain(text: string): string {
  // Most names are plain already, and there are tens of thousands.
  if (/^[a-z]+( [a-z]+)*$/i.test(text)) return abbreviated(text.toLowerCase());
  return abbreviated(
    text
      .normalize('NFKD')
      .replace(/[\p{M}.'’‘`ʻʼ]/gu, '')
      .replace(/\p{Nd}/gu, asDigit)
      .toLowerCase()
      .replace(/[øłđðıßæœþ]/g, (letter) => letters.get(letter)!)
      .replace(/[^\p{L}\p{N}+]+/gu, ' ')
      .trim(),
  );
}
