import { type Browser, type BrowserContext, chromium } from 'playwright';
import { hear } from './heard.js';
import { missScreens } from './missed-screens.js';

/** What the pages of a context have told so far, by focus and live regions, in order. */
const transcripts = new WeakMap<BrowserContext, string[]>();
/** The same of all of a test's pages together. */
export const everything: string[] = [];
/** The screens of its gates and shops that arrived unheard. */
export const missed: string[] = [];

/** What was heard in the pages of a context. */
export const heardIn = (context: BrowserContext): string[] => transcripts.get(context) ?? [];

async function listen(context: BrowserContext): Promise<BrowserContext> {
  const transcript: string[] = [];
  transcripts.set(context, transcript);
  await context.exposeBinding('tellHeard', (_, line: string) => {
    transcript.push(line);
    everything.push(line);
  });
  await context.exposeBinding('tellMissed', (_, title: string) => missed.push(title));
  await context.addInitScript(`{
    const told = [];
    (${hear})(document, (line) => { told.push([Date.now(), line]); window.tellHeard(line); });
    (${missScreens})(told, (title) => window.tellMissed(title));
  }`);
  return context;
}

/** Every browser that a journey opens is listened to. */
const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => {
  const browser: Browser = await launch(options);
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (wishes) => listen(await newContext(wishes));
  return browser;
};
