/** Whether the device has a camera; undefined where the browser does not tell. Asks nobody for permission. */
export async function hasCamera(): Promise<boolean | undefined> {
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return undefined; // insecure pages have no mediaDevices
  }
}

/** How apps name themselves in what their browsers send. */
const appNames = new RegExp(
  'FBA[NV]|FB_IAB|FBIOS|Instagram|Barcelona|Line/|MicroMessenger|KAKAOTALK|NAVER\\(inapp|Snapchat|Bytedance|' +
    'musical_ly|trill_|TikTok|LinkedInApp|Twitter for|TwitterAndroid|\\[?Pinterest/(?:iOS|Android)|Telegram|Discord/',
);
/** Android says it; on Apple's systems every browser calls itself Safari, and what an app shows does not. */
const webViews: readonly [string, RegExp][] = [
  ['Android WebView', /; wv\)/],
  ['Apple WebView', /(?:iPhone|iPad|iPod|Macintosh).*AppleWebKit(?!.*Safari\/)/],
];

/**
 * The app around the browser that shows the page, if there is one: its name, or the kind of its view. Persona supports
 * none of them, because most have no camera. A page that was put on the home screen is no such app.
 * Names by https://docs.withpersona.com/browser-device-support and what these apps send.
 */
export function appAround(userAgent = navigator.userAgent, installed = isInstalled()): string | undefined {
  const [name] = appNames.exec(userAgent) ?? [];
  if (name) return name;
  if (installed) return undefined;
  const view = webViews.find(([, sent]) => sent.test(userAgent));
  if (view) return view[0];
  // Apps may send what they like, but talk to their page through these.
  return ['ReactNativeWebView', 'flutter_inappwebview'].find((bridge) => bridge in window);
}

const isInstalled = (): boolean =>
  (navigator as { standalone?: boolean }).standalone === true || matchMedia('(display-mode: standalone)').matches;
