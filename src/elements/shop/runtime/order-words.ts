import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { amountsIn, totalOf } from '../../../core/shop/prices.js';
import type { Draft } from '../../../core/shop/purchase.js';
import type { Saying } from '../../../core/shop/standing.js';
import { format, formatMinutes } from '../../../locales/format.js';
import { duration, moment } from './moments.js';
import { needsAddress, type ShopView } from './shop-parts.js';

/** What is charged once the numbers are bought: the sums, by the month and once, and what else is to be said of it. */
export function charges(
  { labels: { review: words }, language }: Pick<ShopView, 'labels' | 'language'>,
  offers: readonly AvailablePhoneNumber[],
): { sums: string[]; rest: string } {
  const { monthly, setup, unpriced } = totalOf(offers);
  const [price, once] = [amountsIn(monthly, language), amountsIn(setup, language)];
  const unknown = price ? words.others : words.noPrice;
  return {
    sums: [...(price ? [format(words.price, { price })] : []), ...(once ? [format(words.setup, { price: once })] : [])],
    rest: [!price || unpriced ? unknown : '', words.text].filter(Boolean).join(' '),
  };
}

/** What the numbers need, each thing once a country, said before anything is bought. */
export function requirementsOf(
  { labels, language }: Pick<ShopView, 'labels' | 'language'>,
  { order, offers }: Draft,
): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const texts = offers.flatMap((offer) => {
    const code =
      offer.isoCountry ?? order.numbers.find(({ phoneNumber }) => phoneNumber === offer.phoneNumber)?.countryCode ?? '';
    const country = /^[A-Z]{2}$/.test(code) ? names.of(code) : code;
    const needs = [
      needsAddress(offer) && (labels.requirements[offer.addressRequirements as 'any'] ?? labels.requirements.any),
      offer.bundleRequired && labels.requirements.bundle,
    ];
    return needs.flatMap((text) => (text ? [format(text, { country: country ?? code })] : []));
  });
  return [...new Set(texts)];
}

/** What the words on the buyer's identity depend on. */
type Identity = Pick<ShopView, 'labels' | 'gate' | 'language' | 'standing' | 'progress' | 'retryAt' | 'finish'>;

/** A sentence on the buyer's identity. */
export function sentenceOf({ standing, retryAt, finish, labels, language }: Identity, saying: Saying): string {
  const time = standing === 'paused' ? moment(retryAt!, language) : duration(finish, language);
  return format(labels.identity[saying], { time });
}

/** Whether what is asked follows that sentence. */
export const isListed = (saying: Saying): boolean => saying === 'asked' || saying === 'begun' || saying === 'failed';

/** What is asked, as the gate's first screen says it; `done`: it is behind the person. */
export function needsOf({ standing, language, progress, gate: { intro, done: behind } }: Identity): {
  name: 'phone' | 'id' | 'selfie' | 'clock';
  text: string;
  done?: boolean;
}[] {
  const { steps, done } = progress;
  const words = { ...intro.needs, selfie: intro.needs.camera };
  const isBegun = standing === 'begun';
  const needs = steps.map((name, at) =>
    isBegun && at < done ? { name, text: behind[name], done: true } : { name, text: words[name] },
  );
  const time = format(words.time, { time: formatMinutes(steps.length, language) });
  return isBegun ? needs : [...needs, { name: 'clock', text: time }];
}
