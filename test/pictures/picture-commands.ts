import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserCommand } from 'vitest/node';

/** What pictures depend on beside the code: the browser, and the fonts by how wide they write. */
export interface Machine {
  chromium: string;
  widths: string;
}

const file = new URL('../../stories/pictures/machine.json', import.meta.url);

/**
 * Whether pictures taken on this machine can be compared: '' where they can, else why not. With `--update` this machine
 * becomes the one that they are taken on. They are compared where that is asked for: four pictures of a hundred stories
 * are as long as all other stories' tests.
 */
const comparable: BrowserCommand<[found: Machine]> = ({ project }, found) => {
  if (project.vitest.config.snapshotOptions.updateSnapshot === 'all')
    writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  else if (!process.env.PICTURES) return '"PICTURES=1 npx vitest run --project stories" does that';
  if (!existsSync(file)) return 'there are none yet; "npm run pictures" takes them';
  const known = JSON.parse(readFileSync(file, 'utf8')) as Machine;
  if (known.chromium !== found.chromium)
    return `they were taken in Chromium ${known.chromium}, and this is ${found.chromium}`;
  return known.widths === found.widths ? '' : 'this machine has other fonts';
};

/** Turns forced colours on or off for the page, with the pointer on nothing: they also mark what is under it. */
const forceColours: BrowserCommand<[on: boolean]> = async ({ page }, on) => {
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ forcedColors: on ? 'active' : 'none' });
};

export const pictureCommands = { comparable, forceColours };

declare module 'vitest/browser' {
  interface BrowserCommands {
    comparable(found: Machine): Promise<string>;
    forceColours(on: boolean): Promise<void>;
  }
}
