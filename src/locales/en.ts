import { front } from './front.js';
import type { Labels } from './labels.js';

/** English. */
export const labels: Labels = {
  gate: {
    missing: front.en.missing,
    close: 'Close',
    steps: { label: 'Progress', id: 'ID', selfie: 'Selfie', result: 'Result' },
    checking: 'Checking your account',
    intro: {
      title: 'Verify your identity',
      reason: {
        'number-purchase':
          'US, Canadian and Puerto Rican phone numbers are only sold to people who have shown who they are.',
        'number-pool-purchase':
          'Pools with US, Canadian or Puerto Rican numbers are only sold to people who have shown who they are.',
        'a2p-brand-registration':
          'Carriers only register a brand for text messages when its owner has shown who they are.',
        'toll-free-verification': 'Carriers only verify a toll-free number when its owner has shown who they are.',
        cnam: 'A caller name is only set up when the owner of the number has shown who they are.',
        'shaken-stir': 'Calls are only signed as trusted when the owner of the number has shown who they are.',
      },
      once: 'You do this once. It also covers everything else this account may need it for.',
      need: 'You need',
      needs: {
        id: 'A government ID: passport, driver’s license or national ID',
        camera: 'A camera for a short selfie',
        time: 'About three minutes',
      },
      noCamera: 'No camera was found on this device. You can continue on your phone.',
      inApp:
        'This is a browser inside another app, where the camera often does not work. Your own browser is the safe way.',
      next: 'Next, our partner Persona asks for your ID and your selfie.',
      begin: 'Continue',
    },
    phone: 'Continue on your phone',
    browser: 'Open in your browser',
    newTab: 'Open in a new tab',
    starting: 'Opening the verification',
    frame: 'Identity verification by Persona',
    leave: {
      title: 'Leave the verification?',
      text: 'What you have done so far is kept.',
      leave: 'Leave',
      stay: 'Stay',
    },
    cameraTrouble: {
      text: 'Trouble with the camera? Your phone can take over.',
      inApp:
        'Browsers inside other apps often have no camera. Your own browser, such as Safari or Chrome, can take over.',
    },
    flowTrouble: {
      offline: 'You’re offline. What you have done so far is kept, and you can go on as soon as you are back.',
      silent: 'Is nothing happening? Load the page again. What you have done so far is kept.',
      reload: 'Load again',
    },
    handoff: {
      title: 'Continue on your phone',
      text: 'Scan the code with your phone’s camera, or open the link there. When you are done, this page goes on by itself.',
      inApp: {
        title: 'Open in your browser',
        text: 'Copy the link and open it in Safari or Chrome. When you are done, this page goes on by itself.',
      },
      code: 'QR code of the link',
      copy: 'Copy link',
      copied: 'Copied',
      here: 'Continue here instead',
    },
    plain: {
      title: 'Continue in a new tab',
      text: 'This browser is too old to show the verification here. It opens in a tab of its own. When you are done, this page goes on by itself.',
    },
    confirming: {
      title: 'Checking your result',
      text: 'This usually takes a few seconds. There is nothing you need to do.',
      slow: 'This takes longer than usual. You can close this window. As soon as the result is in, you can go on here.',
    },
    review: {
      title: 'Your ID is being reviewed',
      text: 'Someone is taking a closer look. You can close this window. As soon as there is an answer, you can go on here.',
    },
    declined: {
      title: 'We could not verify your identity',
      text: 'Please contact support. They can tell you what to do next.',
      noAttempts: 'All attempts have been used.',
    },
    retryable: {
      title: 'Let’s try that again',
      text: 'Your ID or selfie could not be checked. Good light and a sharp picture help.',
      attempts: { one: 'You have {count} attempt left.', other: 'You have {count} attempts left.' },
      after: 'You can try again after {time}.',
    },
    verified: { title: 'You’re verified', text: 'We won’t ask again for this account.' },
    goOn: { title: 'You can go on now', text: 'What you started is ready when you are.', button: 'Continue' },
    again: 'Try again',
    blocked: {
      offline: { title: 'You’re offline', text: 'Check your internet connection, then try again. Nothing is lost.' },
      unreachable: {
        title: 'The verification does not open',
        text: 'It did not answer in time. Try again, or turn off content blockers for this page.',
      },
      frame_refused: {
        title: 'The verification can’t be shown here',
        text: 'Something blocks it, or it is not available right now. Turn off content blockers for this page, then try again.',
      },
      server_error: {
        title: 'Something went wrong on our side',
        text: 'Please try again in a moment. Nothing is lost.',
      },
      rate_limited: { title: 'Too many tries at once', text: 'Please wait a minute, then try again.' },
      unauthorized: { title: 'Please sign in again', text: 'Your session may have ended. Sign in, then try again.' },
      outer_frame: {
        title: 'The camera is turned off here',
        text: 'This page is part of another one, which does not pass the camera on. You can go on elsewhere, for example on your phone.',
      },
      camera_forbidden: {
        title: 'The camera is turned off for this page',
        text: 'This website does not allow the camera here. Please tell its support.',
      },
      insecure_page: {
        title: 'This page is not secure',
        text: 'The camera only works on secure pages. Please tell the support of this website.',
      },
      blocked_by_coep: {
        title: 'The verification can’t be shown here',
        text: 'A setting of this website blocks it in this browser. You can go on elsewhere, for example on your phone.',
      },
      blocked_by_csp: {
        title: 'The verification can’t be shown here',
        text: 'A setting of this website blocks it. Please tell its support.',
      },
      vendor_error: {
        title: 'The verification stopped',
        text: 'Please try again. What you have already done is kept.',
      },
      session_lost: {
        title: 'The verification took a break',
        text: 'Please try again. What you have already done is kept.',
      },
      other: { title: 'The verification can’t start', text: 'Please try again. If it does not help, contact support.' },
    },
  },
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
