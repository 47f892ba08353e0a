import type { BrowserCommand } from 'vitest/node';

/** What a person may have set in their system. */
export interface Wishes {
  forcedColors?: 'active' | 'none';
  contrast?: 'more' | 'no-preference';
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /** Lets the page believe that the person has set this in their system. */
    wish(wishes: Wishes): Promise<void>;
  }
}

const wish: BrowserCommand<[Wishes]> = ({ page }, wishes) => page.emulateMedia(wishes);

export const mediaCommands = { wish };
