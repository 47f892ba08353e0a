import { front } from './front.js';
import { gate } from './gate/en.js';
import type { Labels } from './labels.js';

/** English. */
export const labels: Labels = {
  gate,
  purchase: {
    ...front.en,
    searching: 'Looking for numbers',
    found: { one: '{count} number', other: '{count} numbers' },
    none: { title: 'No numbers match', text: 'Try another area code or city, or fewer digits.' },
    near: 'No number matches exactly. These come close.',
    notFound: {
      title: 'The numbers could not be loaded',
      text: 'Please try again in a moment.',
      unauthorized: { title: 'Please sign in again', text: 'Your session may have ended. Sign in, then try again.' },
    },
    filters: {
      label: 'Narrow the search',
      type: 'Type',
      types: { any: 'All types', local: 'Local', tollFree: 'Toll-free', mobile: 'Mobile' },
      pattern: 'Digits',
      patterns: { any: 'Automatic', firstPart: 'At the start', anywhere: 'Anywhere', lastPart: 'At the end' },
      sort: 'Sort by',
      sorts: { any: 'Best match', price: 'Price', place: 'Place' },
    },
    capabilities: { label: 'Can be used for', voice: 'Calls', SMS: 'SMS', MMS: 'MMS' },
    perMonth: '{price} per month',
    setup: '{price} once',
    choose: 'Choose',
    chooseNumber: 'Choose {number}',
    more: 'Show more',
    moreFailed: 'More numbers could not be loaded. Please try again.',
    tryAgain: 'Try again',
    addressNeeded: 'Address needed',
    documentsNeeded: 'Documents needed',
    review: {
      title: 'Review your order',
      text: 'You can cancel at any time.',
      price: 'You pay {price} per month, starting today.',
      setup: 'Setting up costs {price} once.',
      noPrice: 'The price follows your plan.',
      once: 'If this account is not verified yet, we ask for an ID and a selfie first. After that we buy what you ordered by itself.',
      finish:
        'If your ID needs a review, your order waits up to {time}. As soon as you’re approved we buy it, even if you close this page. You can cancel until then.',
      buy: 'Buy number',
      back: 'Back',
    },
    requirements: {
      any: 'Needs an address on file, anywhere in the world.',
      local: 'Needs an address on file in {country}.',
      foreign: 'Needs an address on file outside of {country}.',
      bundle: 'Needs documents for the regulator in {country}.',
    },
    pool: {
      add: 'Add',
      addNumber: 'Add {number}',
      chosen: { one: '{count} number chosen', other: '{count} numbers chosen' },
      review: 'Review order',
      clear: 'Clear',
      name: 'Number pool of {date}',
      named: 'They form the pool “{name}”.',
      buy: 'Buy pool',
      purchased: { one: '{count} number is yours', other: '{count} numbers are yours' },
      partly: 'The others were not bought and not charged.',
      replace: 'Choose replacements',
      missing: {
        one: 'Your pool still wants {count} number. Choose another one.',
        other: 'Your pool still wants {count} numbers. Choose others.',
      },
    },
    gating: { title: 'Making sure you’re verified', text: 'Your order goes on as soon as you are.' },
    parked: {
      title: 'Waiting for the review',
      text: 'Your ID is being reviewed. As soon as you’re approved we buy {number}, on this page or when you come back. If it takes longer than half an hour, we ask you first.',
      cancel: 'Cancel order',
    },
    waiting: {
      title: 'Your order is waiting',
      text: 'As soon as you’re approved we buy {number}, even if you close this page.',
      until: 'It waits until {date}.',
      check: 'Check now',
      stuck: 'Your order could not be cancelled. Please try again.',
    },
    asking: {
      title: 'Do you still want {number}?',
      text: 'You ordered this a while ago. Nothing has been bought or charged so far.',
      yes: 'Yes, buy now',
      no: 'No, thanks',
      sent: {
        title: 'Did we buy {number}?',
        text: 'The connection was lost a while ago. Let us find out, so that you are not charged twice. If it was not bought, we buy it now.',
      },
      check: 'Find out now',
      later: 'Not now',
    },
    purchasing: { title: 'Buying {number}', text: 'This takes a few seconds.' },
    unconfirmed: {
      title: 'We’re checking your purchase',
      text: 'The connection was lost while buying {number}. We are finding out what happened. Please don’t buy it again.',
      slow: 'This takes longer than usual. You can keep this page open or come back later: nothing is bought twice. If it stays like this, support can look it up.',
      why: {
        unauthorized: 'Please sign in again in another tab. We go on checking.',
        rate_limited: 'There are too many requests at the moment. We go on checking.',
      },
    },
    purchased: { title: '{number} is yours', text: 'Everything is ready to use.', another: 'Find another number' },
    status: { purchased: 'Bought', failed: 'Not bought' },
    failed: {
      payment_required: {
        title: 'The payment did not go through',
        text: 'Nothing was bought. Check your payment method, then try again.',
      },
      plan_limit: {
        title: 'Your plan has no room for more numbers',
        text: 'Nothing was bought. Change your plan or give back a number, then try again.',
      },
      address_required: {
        title: 'An address is missing',
        text: 'Nothing was bought. Add the address in your settings, then try again.',
      },
      bundle_required: {
        title: 'Documents are missing',
        text: 'Nothing was bought. Hand in the documents for this country, then try again.',
      },
      rate_limited: {
        title: 'Too many tries at once',
        text: 'Nothing was bought. Please wait a minute, then try again.',
      },
      verification_required: {
        title: 'The verification is not confirmed yet',
        text: 'Nothing was bought. Please try again in a moment, or contact support.',
      },
      unauthorized: { title: 'Please sign in again', text: 'Nothing was bought. Sign in, then try again.' },
      other: { title: 'Your order was not bought', text: 'Please try again. If it does not help, contact support.' },
    },
    notice: {
      number_unavailable: 'Someone has just bought {number}. This order was not charged. Here are similar numbers.',
      declined: 'Your identity could not be verified, so this order can’t be bought.',
      order_cancelled: 'Your order was cancelled. Nothing was bought.',
      order_expired: 'The approval did not come in time. Nothing was bought.',
    },
  },
};
