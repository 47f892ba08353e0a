import type { GateStatus } from '../src/core/gate/gate.js';
import type { PurchaseStatus } from '../src/core/shop/purchase.js';
import type { SearchState } from '../src/core/shop/search.js';

/** For each state the stories that show it, by their ids; a state without an entry does not compile. */
type StateMap<Status extends string> = { readonly [State in Status]: readonly [string, ...string[]] };

const gate = (group: string, ...stories: string[]) => stories.map((story) => `identity-gate-${group}--${story}`);
const shop = (group: string, ...stories: string[]) => stories.map((story) => `number-purchase-${group}--${story}`);
/** Several groups' stories of one state. */
const of = (...groups: string[][]) => groups.flat() as [string, ...string[]];

export const gateStates: StateMap<GateStatus> = {
  idle: of(gate('before-and-after', 'no-account-yet')),
  checking: of(gate('before-and-after', 'checking')),
  exempt: of(gate('before-and-after', 'other-country-passes')),
  required: of(gate('before-and-after', 'before-the-press')),
  prompting: of(gate('screens', 'intro', 'phone-first', 'picked-up'), gate('first-screen', 'no-camera', 'another-way')),
  starting: of(gate('screens', 'opening')),
  verifying: of(
    gate('whole-flow', 'in-the-dialog'),
    gate('during-the-checks', 'selfie', 'leaving', 'camera-trouble', 'offline-in-the-flow', 'silent-in-the-flow'),
  ),
  handoff: of(gate('screens', 'handoff', 'link-of-this-computer', 'phone-connected')),
  confirming: of(gate('screens', 'confirming', 'confirming-takes-long')),
  review: of(gate('screens', 'review')),
  retryable: of(gate('screens', 'retryable', 'retryable-later', 'retryable-another-way')),
  declined: of(gate('screens', 'declined', 'no-attempts-left')),
  blocked: of(
    gate('obstacles', 'offline', 'unreachable', 'server-error', 'rate-limited', 'unauthorized', 'frame-refused'),
    gate('obstacles', 'camera-forbidden', 'insecure-page', 'vendor-error', 'session-lost'),
  ),
  verified: of(gate('screens', 'go-on'), gate('before-and-after', 'confirmation', 'verified-account-passes')),
};

export const searchStates: StateMap<SearchState['status']> = {
  idle: of(shop('search', 'on-arrival', 'suggestions')),
  searching: of(shop('search', 'searching')),
  found: of(shop('search', 'results', 'many-results', 'near-alternatives', 'nothing-found', 'more-failed')),
  paging: of(shop('search', 'more-on-their-way')),
  abroad: of(shop('search', 'in-another-country')),
  failed: of(shop('search', 'search-failed', 'search-unauthorized')),
};

export const purchaseStates: StateMap<PurchaseStatus> = {
  browsing: of(shop('search', 'results'), shop('purchase', 'number-taken'), shop('pool', 'choosing', 'replacing')),
  reviewing: of(shop('search', 'review', 'review-with-requirements'), shop('pool', 'review')),
  gating: of(shop('purchase', 'waiting-for-the-gate', 'parked-in-review')),
  waiting: of(shop('coming-back', 'waits-at-the-host', 'pool-waits-at-the-host', 'host-is-buying')),
  asking: of(shop('coming-back', 'asks-again', 'asks-whether-bought')),
  purchasing: of(shop('purchase', 'buying')),
  unconfirmed: of(shop('purchase', 'checking-a-lost-answer')),
  purchased: of(shop('purchase', 'receipt'), shop('pool', 'receipt', 'bought-in-part')),
  failed: of(
    shop('purchase', 'payment-required', 'plan-limit', 'address-required', 'bundle-required', 'purchase-failed'),
    shop('purchase', 'declined'),
  ),
};
