import { pointOf } from '../../../core/shop/distance.js';
import { distanceTo } from '../../../core/shop/nearest-first.js';
import type { AvailablePhoneNumber } from '../../../core/shop/number-contracts.js';
import { format } from '../../../locales/format.js';
import type { ShopView } from './shop-parts.js';

/** Countries whose roads are measured in miles. */
const usesMiles = /^(US|GB|LR|MM)$/;
const kilometresPerMile = 1.609;

/** How far a number is from the place that was asked for, as its country measures; nothing where it is at the place. */
export function awayFrom(number: AvailablePhoneNumber, { search, labels, language }: ShopView): string {
  const { found } = search;
  const distance = found && found.closeness !== 'exact' ? distanceTo(number, pointOf(found.place)) : undefined;
  if (!found || distance === undefined) return '';
  const isInMiles = usesMiles.test(found.query.countryCode);
  const unit = isInMiles ? 'mile' : 'kilometer';
  const amount = isInMiles ? distance / kilometresPerMile : distance;
  const written = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 0 }).format(amount);
  return ` · ${format(labels.distance, { distance: written })}`;
}
