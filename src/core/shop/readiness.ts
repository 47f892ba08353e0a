import { isRegulated } from '../regulated.js';
import type { AvailablePhoneNumber } from './number-contracts.js';
import type { OrderedNumber } from './order.js';
import { typeOf } from './ordered-number.js';

/** What can be said of numbers that were just bought. */
export type Readiness =
  /** All that they can do works. */
  | 'ready'
  /** Calls do; text messages want something first. */
  | 'calls'
  /** Carriers want the sender's brand registered before its text messages go out to the US. */
  | 'brand'
  /** Carriers want a toll-free number verified before text messages go out from it. */
  | 'tollFree';

/**
 * What a buyer may count on, by what the carrier has said of each number; nothing where it has said nothing, or where
 * an address or documents are wanted.
 */
export function readinessOf(numbers: readonly OrderedNumber[], offers: readonly AvailablePhoneNumber[]): Readiness[] {
  const said = numbers.map((ordered) => {
    const offer = offers.find(({ phoneNumber }) => phoneNumber === ordered.phoneNumber);
    const { capabilities, addressRequirements, bundleRequired } = offer ?? {};
    if (!offer || !capabilities || bundleRequired || (addressRequirements ?? 'none') !== 'none')
      return ['open'] as const;
    const texts = capabilities.SMS || capabilities.MMS;
    if (!texts || !isRegulated({ country: ordered.countryCode, number: ordered.phoneNumber }))
      return ['ready'] as const;
    const wanted = typeOf(offer) === 'tollFree' ? 'tollFree' : 'brand';
    return capabilities.voice ? (['calls', wanted] as const) : ([wanted] as const);
  });
  const all = new Set(said.flat());
  const isReady = all.size === 1 && all.has('ready');
  const haveCalls = said.every(([first]) => first === 'ready' || first === 'calls');
  return (['ready', 'calls', 'brand', 'tollFree'] as const).filter((each) => {
    if (each === 'ready') return isReady;
    return all.has(each) && (each !== 'calls' || haveCalls);
  });
}
