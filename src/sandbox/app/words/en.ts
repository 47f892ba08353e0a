import { reasons } from './reasons.js';

/** English; the other languages have the same shape. */
export const en = {
  brand: 'Persona stand-in',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  loadingText: 'This takes a moment.',
  tryAgain: 'Try again',
  done: 'Done',

  startHeading: 'Verify your identity',
  startText: 'You need a government ID and a camera. It takes about {time}.',
  startSteps: { phone: 'Prove your phone number', id: 'Show your ID', selfie: 'Take a selfie' },
  startResult: 'Get the result',
  consent:
    'By continuing you agree that what you show is used to check your identity. This sandbox keeps it only on the computer it runs on.',
  begin: 'Begin verifying',

  welcomeBack: 'Welcome back. You go on where you stopped.',
  parts: { phone: 'Phone number', id: 'ID', selfie: 'Selfie' },
  partDone: 'done',
  phoneHeading: 'What is your phone number?',
  phoneText:
    'We send a code to it, to see that it is yours. Enter it as it is dialled there, or with + and its country code.',
  phoneCountryLabel: 'Country of the number',
  phoneLabel: 'Phone number',
  phoneSms: 'Text me a code',
  phoneCall: 'Call me with a code',
  codeHeading: 'Enter the code',
  codeSent: 'We have sent a code with six digits to {number}.',
  codeCalled: 'We are calling {number} and reading out a code with six digits.',
  codeLabel: 'Code',
  codeCheck: 'Continue',
  codeWrong: 'This code does not match. Check it, then enter it once more.',
  codeLate: 'This code has expired. Ask for a new one.',
  codeWait: 'No code after half a minute? Ask for a new one, or let us call you.',
  codeResend: 'Send a new code',
  codeCallInstead: 'Call me instead',
  codeNoMore: 'No more codes can be sent. Use the last one.',
  phoneProblems: {
    phone_number:
      'This does not look like a phone number of that country. Check the country, the area code and the digits.',
    too_soon: 'A code has just been sent. Please wait half a minute before asking for another.',
    too_many_codes:
      'No more codes can be sent for this verification. Use the last code, with the number that it was sent to.',
  } as Record<string, string>,
  reasons: reasons.en,

  countryHeading: 'Where was your ID issued?',
  countryLabel: 'Country or region',
  select: 'Select',

  idTypeHeading: 'Which ID will you use?',
  idTypeText: 'Choose one that is valid and that you have with you.',
  idTypes: {
    pp: 'Passport',
    ppc: 'Passport card',
    dl: 'Driver license',
    id: 'Identity card',
    pr: 'Permanent resident card',
    rp: 'Residence permit',
    visa: 'Visa',
  },

  frontHeading: 'Front of your {id}',
  backHeading: 'Back of your {id}',
  photoPageHeading: 'Photo page of your {id}',
  frontText: 'Lay it on a dark, even surface. All four corners should show and the text should be sharp.',
  backText: 'Turn it over. The barcode should be sharp and free of glare.',
  accepted: 'JPEG, PNG, HEIC or PDF, 10 kB to 15 MB',
  useCamera: 'Use the camera',
  noLivePicture:
    'This page is not secure (http), so it cannot show a live picture. The button opens the camera of your phone; on a computer it lets you choose a file.',
  upload: 'Upload a photo',
  sendingHeading: 'Uploading your picture',

  cameraOpening: 'Opening the camera. Your browser may ask for permission.',
  cameraPreview: 'Camera picture',
  takePhoto: 'Take photo',

  checkHeading: 'Is the picture clear?',
  checkText: 'All text should be readable and no corner cut off.',
  pictureAlt: 'Your picture',
  fileTile: 'Your file has arrived. This browser cannot show it, and that is fine.',
  usePicture: 'Use this picture',
  takeAnother: 'Choose another',

  selfieHeading: 'Now a selfie',
  selfieText:
    'We take three pictures: straight ahead, to your left and to your right. Take off glasses and hats, and look for even light.',
  selfieStart: 'Open the camera',
  poses: { center: 'Look straight ahead', left: 'Turn your head left', right: 'Turn your head right' },
  poseCount: 'Picture {n} of 3',

  checkingHeading: 'Checking your pictures',
  checkingText: 'This takes a few seconds. Please keep this page open.',

  retryIdHeading: 'We could not read your ID',
  retrySelfieHeading: 'We could not match your selfie',
  retryText: 'Please take new pictures in good light.',
  lastTry: 'The next try is the last one in this verification.',

  successHeading: 'Thank you, that is all',
  successText: 'Everything is on its way to the final check.',
  failedHeading: 'It did not work this time',
  failedText: 'The site you came from tells you what you can do next.',
  doneHeading: 'You are done here',
  decidedText: 'This verification is finished, and nothing is left to do.',
  goOn: 'You can go on now.',
  backToComputer: 'Go back to your computer, or to where you began. It goes on there by itself.',
  backToPage: 'Go back to the page where you began. It goes on there by itself.',
  closedHeading: 'You can close this page',
  closedText: 'Everything is saved.',

  exitHeading: 'Leave now?',
  exitText: 'What you have done so far is saved. You can go on later.',
  exitLeave: 'Leave',
  exitStay: 'Keep going',

  otherHeading: 'Go on in another tab',
  otherText:
    'The link opens this verification in a tab of its own, where the camera may work. This page follows by itself when you are done there.',
  otherLink: 'Open in a new tab',
  otherDevice: 'Continue on another device',
  phoneHandOffHeading: 'Continue on your phone',
  phoneHandOffText:
    'Scan the code with the camera of your phone, or open the link there. This page goes on by itself when you are done.',
  qrCode: 'QR code of the link',
  linkLabel: 'Single-use link, good for an hour',
  copy: 'Copy',
  copied: 'Copied',
  handedOverHeading: 'You are on your other device now',
  handedOverText: 'Keep this page open. It goes on by itself when you are done there.',
  takeBack: 'Go on here instead',

  cameraProblems: {
    denied: [
      'The camera is blocked',
      'Allow the camera for this site: select the camera or lock sign in the address bar, then try again.',
    ],
    missing: ['No camera found', 'Connect a camera, or go on with a computer or phone that has one.'],
    busy: ['The camera is in use', 'Another app is using the camera. Close it, then try again.'],
    policy: [
      'This site keeps the camera off',
      'The page around this one does not allow the camera. A tab of its own does.',
    ],
    unknown: ['The camera did not start', 'Close other apps that use it, then try again.'],
  } as Record<'denied' | 'missing' | 'busy' | 'policy' | 'unknown', [string, string]>,

  uploadProblems: {
    file_type: 'This kind of file does not work. Choose a JPEG, PNG, HEIC or PDF file.',
    file_too_small: 'The file is smaller than 10 kB, too little to read. Take a sharper picture in better light.',
    file_too_large: 'The file is larger than 15 MB. Choose a smaller one.',
    image_too_small: 'The picture is too small to read. Each side needs at least 200 pixels.',
    image_too_large: 'The picture is too large. No side may have more than 15,000 pixels.',
    file_unreadable: 'The file is damaged. Choose another one, or take a new picture.',
  },
  offline: 'We could not reach the server. Nothing is lost: check your connection and try again.',

  problems: {
    unauthenticated: [
      'Your session has expired',
      'Close this page and open the verification again from the site you came from. It goes on where you stopped.',
    ],
    inactive_template: [
      'This verification is not available',
      'The site asked for a kind of verification that is not active. Please tell the site.',
    ],
    invalid_config: [
      'This verification could not be opened',
      'The site opened this page in a way that does not work. Please tell the site.',
    ],
    taken_back: ['You are on your other device now', 'Nothing is left to do here. You can close this page.'],
    other: ['Something went wrong', 'Try again in a moment. What you have done so far is saved.'],
  } as Record<'unauthenticated' | 'inactive_template' | 'invalid_config' | 'taken_back' | 'other', [string, string]>,

  sandboxCode: 'Sandbox: nothing is sent. The code is {code}.',
  sandboxNoText: 'Sandbox: this text does not arrive. After half a minute you may ask for a new code or a call.',
  sandboxStrict: 'Sandbox: sharpness, barcode and repeats are checked for real',
  selfieFiles: 'Use files instead: ahead, left, right',
  sandboxNoPhone: 'Sandbox: phones cannot reach this link. Start with --lan to use one.',
  sandboxNote: 'Sandbox: nobody looks at the pictures',
  pass: 'Pass verifications',
};

/** All words on screen. */
export type Words = typeof en;
