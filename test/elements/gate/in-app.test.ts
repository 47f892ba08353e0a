import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { appAround } from '../../../src/adapters/dialog/device.js';
import type { LcIdentityGate } from '../../../src/index.js';
import { gateFixture, headingOf, reaches, shows } from '../../helpers/in-gate.js';
import { TestHost } from '../../helpers/test-host.js';

const android = 'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP3A) AppleWebKit/537.36 (KHTML, like Gecko)';
const apple = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a browser inside another app', () => {
  it.each([
    [`${apple} Mobile/15E148 Instagram 350.0.0.28.93`, 'Instagram'],
    [`${apple} Mobile/15E148 [FBAN/FBIOS;FBAV/480.0;FBBV/1]`, 'FBAN'],
    [`${android} Version/4.0 Chrome/140.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480]`, 'FB_IAB'],
    [`${android} Version/4.0 Chrome/140.0 Mobile Safari/537.36 Barcelona 350.0`, 'Barcelona'],
    [`${apple} Mobile/15E148 Safari Line/14.0.0`, 'Line/'],
    [`${apple} Mobile/15E148 MicroMessenger/8.0.50`, 'MicroMessenger'],
    [`${apple} Mobile/15E148 musical_ly_36.0 BytedanceWebview/d8a21c6`, 'musical_ly'],
    [`${android} Version/4.0 Chrome/140.0 Mobile Safari/537.36 trill_360 BytedanceWebview/d8a`, 'trill_'],
    [`${apple} Mobile/15E148 [LinkedInApp]/9.30`, 'LinkedInApp'],
    [`${apple} Mobile/15E148 Snapchat/13.0`, 'Snapchat'],
    [`${apple} Mobile/15E148 Twitter for iPhone/10.60`, 'Twitter for'],
    [`${apple} Mobile/15E148 [Pinterest/iOS]`, '[Pinterest/iOS'],
    [`${apple} Mobile/15E148 KAKAOTALK 10.5`, 'KAKAOTALK'],
    [`${apple} Mobile/15E148 NAVER(inapp; search; 1000; 12.0)`, 'NAVER(inapp'],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36',
      'Android WebView',
    ],
    [`${apple} Mobile/15E148`, 'Apple WebView'],
    [mac, 'Apple WebView'],
  ])('is known by what it sends: %s', (userAgent, app) => {
    expect(appAround(userAgent, false)).toBe(app);
  });

  it.each([
    ['Safari on a phone', `${apple} Version/18.0 Mobile/15E148 Safari/604.1`],
    ['Safari on a computer or an iPad', `${mac} Version/18.0 Safari/605.1.15`],
    ['Chrome on an iPhone', `${apple} CriOS/140.0 Mobile/15E148 Safari/604.1`],
    ['Firefox on an iPhone', `${apple} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`],
    ['Edge on an iPhone', `${apple} Version/18.0 EdgiOS/140.0 Mobile/15E148 Safari/604.1`],
    ['Chrome on Android', `${android} Chrome/140.0.0.0 Mobile Safari/537.36`],
    ['Samsung Internet', `${android} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
    ['Chrome on Linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'],
    [
      'Chrome on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    ],
    ['Firefox on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ])('is not %s', (_, userAgent) => {
    expect(appAround(userAgent, false)).toBeUndefined();
  });

  it('is not a page on the home screen, which sends what a web view sends', () => {
    expect(appAround(`${apple} Mobile/15E148`, true)).toBeUndefined();
  });

  it('is known by its bridge where the app sends something of its own', () => {
    vi.stubGlobal('ReactNativeWebView', {});
    expect(appAround('OurApp/1.0', false)).toBe('ReactNativeWebView');
    vi.unstubAllGlobals();
  });
});

/** The first screen inside an app, of a host that makes links. */
async function openedInApp() {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(`${apple} Mobile/15E148 Instagram 350.0`);
  const host = new TestHost();
  const link = `${inject('persona').origin}/verify?code=once`;
  host.answers.inquiry = async () => ({
    ...(await host.inquiry()),
    personaHost: inject('persona').host,
    oneTimeLink: link,
  });
  const fixture = await gateFixture(host);
  fixture.trigger.click();
  await shows(fixture.gate, 'Verify your identity');
  return { ...fixture, host, link };
}

const button = (gate: LcIdentityGate, label: string) =>
  [...gate.shadowRoot!.querySelectorAll('button')].find((candidate) => candidate.textContent!.trim() === label)!;

describe('inside an app the gate', () => {
  it('says so before anything is begun, and leads to the browser by a link to copy', async () => {
    const { gate, link, host } = await openedInApp();
    expect(gate.shadowRoot!.textContent).toContain('This is a browser inside another app');
    await expect(gate).to.be.accessible();
    button(gate, 'Open in your browser').click();
    await reaches(gate, 'handoff');
    await gate.updateComplete;
    expect(headingOf(gate)).toBe('Open in your browser');
    expect(gate.shadowRoot!.querySelector('canvas')).toBeNull();
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    button(gate, 'Copy link').click();
    await vi.waitFor(() => expect(button(gate, 'Copied')).toBeDefined(), { timeout: 10_000 });
    expect(copied).toHaveBeenCalledWith(link);
    // News that comes meanwhile takes it not back.
    const asked = host.count('status');
    host.answers.status = { verified: false, status: 'created', inquiryId: (await host.inquiry()).inquiryId };
    await gate.check();
    await vi.waitFor(() => expect(host.count('status')).toBeGreaterThan(asked));
    await new Promise(requestAnimationFrame);
    await gate.updateComplete;
    expect(button(gate, 'Copied')).toBeDefined();
    await expect(gate).to.be.accessible();
  });

  it('copies what is shown where the clipboard is shut', async () => {
    const { gate, link } = await openedInApp();
    button(gate, 'Open in your browser').click();
    await reaches(gate, 'handoff');
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    const copied: string[] = [];
    const hear = () => copied.push(String(getSelection()));
    document.addEventListener('copy', hear);
    await userEvent.click(button(gate, 'Copy link'));
    await vi.waitFor(() => expect(button(gate, 'Copied')).toBeDefined(), { timeout: 10_000 });
    expect(copied).toEqual([link]);
    document.removeEventListener('copy', hear);
  });

  it('leaves the link selected where nothing may be copied', async () => {
    const { gate, link } = await openedInApp();
    button(gate, 'Open in your browser').click();
    await reaches(gate, 'handoff');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    button(gate, 'Copy link').click();
    await vi.waitFor(() => expect(String(getSelection())).toBe(link), { timeout: 10_000 });
    expect(button(gate, 'Copied')).toBeUndefined();
  });
});
