import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Says whether the program really is a browser that starts, so that a leftover file is not taken for one. */
function starts(path: string): boolean {
  try {
    return /chrom|edge/i.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }),
    );
  } catch {
    return false;
  }
}

const installed = () => candidates.find((path) => existsSync(path) && starts(path));

/**
 * Path of a Chrome, Chromium or Edge. Looks at the `CHROME_PATH` environment variable, the usual places and
 * Playwright's own cache; on a Debian machine without any it installs Debian's `chromium` package, which needs root.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROME_PATH is ${named}, which does not start. Point it at a Chrome or Chromium, or unset it.`);
  }
  const found = installed();
  if (found) return found;

  const { chromium } = await import('playwright');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();

  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Chrome or Chromium found: installing the Debian package "chromium" once (about half a minute).');
    const quietly = {
      stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], quietly);
    const install = (...names: string[]) =>
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], quietly);
    install('chromium', 'fonts-liberation');
    try {
      install('chromium-headless-shell');
    } catch {
      console.log('There is no chromium-headless-shell here: the tests take longer.');
    }
    const fresh = installed();
    if (fresh) return fresh;
  }
  throw new Error(
    'No Chrome or Chromium found. Install one, or set CHROME_PATH to its program, and run the tests again.',
  );
}

const shell = '/usr/bin/chromium-headless-shell';

/**
 * Path of Debian's Chromium without windows, where it is installed: walks take half of the time in it. It blocks no
 * pop-ups and has no frames without credentials.
 */
export const headlessShell = (): string | undefined => (existsSync(shell) && starts(shell) ? shell : undefined);
