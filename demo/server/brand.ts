import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxOptions } from '../../src/sandbox/index.js';

const logo = readFileSync(join(import.meta.dirname, '../page/harbor.svg'));

/** The shop's look for the stand-in's pages: the colours of `page/page.css` and of the gate around them. */
const theme = {
  light: {
    primary: '#0f5f6b',
    background: '#ffffff',
    text: '#14171f',
    quietText: '#545b69',
    border: '#858c99',
    error: '#b3261e',
  },
  dark: {
    primary: '#7fd0dc',
    onPrimary: '#07272c',
    background: '#16181d',
    text: '#f2f4f8',
    quietText: '#a9b1c0',
    border: '#767e8e',
    error: '#ff9d94',
  },
  radius: 8,
  logo: `data:image/svg+xml;base64,${logo.toString('base64')}`,
};

/** The two templates of the stand-in in the shop's look. */
export const branded: SandboxOptions['templates'] = { plain: { theme }, kyc: { theme } };
