import { front } from '../front.js';
import type { Labels } from '../labels.js';

/** What the gate says in English. */
export const gate: Labels['gate'] = {
  missing: front.missing,
  close: 'Close',
  steps: { label: 'Progress', phone: 'Phone', id: 'ID', selfie: 'Selfie', result: 'Result' },
  done: { phone: 'Phone done', id: 'ID done', selfie: 'Selfie done' },
  now: { phone: 'now the phone', id: 'now the ID', selfie: 'now the selfie' },
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
      phone: 'Your phone, for a code',
      id: 'A government ID: passport, driver’s license or national ID',
      camera: 'A camera for a short selfie',
      time: 'About {time}',
    },
    resume: 'Pick up where you left off',
    noCamera: 'No camera was found on this device. You can continue on your phone.',
    inApp:
      'This is a browser inside another app, where the camera often does not work. Your own browser is the safe way.',
    next: 'Next, our partner Persona asks for it step by step.',
    begin: 'Continue',
  },
  alternative: 'Can’t use a camera or take a selfie?',
  phone: 'Continue on your phone',
  browser: 'Open in your browser',
  newTab: 'Open in a new tab',
  starting: 'Opening the verification',
  frame: 'Identity verification by Persona',
  opened: 'The verification is open.',
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
    connected: { title: 'Your phone is connected', text: 'When you are done, this page goes on by itself.' },
    progress: '{done}, {now}. {text}',
    onlyHere: 'This link opens on this computer only. A phone can’t reach it.',
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
    text: 'The support of this website can tell you what to do next.',
    noAttempts: 'All attempts have been used.',
  },
  retryable: {
    title: 'Let’s try that again',
    text: 'Not everything could be checked this time. Good light and sharp pictures help.',
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
      title: 'The verification was interrupted',
      text: 'Please try again. What you have already done is kept.',
    },
    other: {
      title: 'The verification can’t start',
      text: 'Please try again. If it does not help, tell the support of this website.',
    },
  },
};
