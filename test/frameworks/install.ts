import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { apps, cacheOf, installedManifest, isInstalled, isNewEnough, manifestOf, newerNode, stampOf } from './apps.js';

// `npm run frameworks`, or with the names of some apps behind it.
const run = promisify(execFile);
const asked = process.argv.slice(2);

async function install(folder: string, ...words: string[]): Promise<void> {
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...words], {
    cwd: folder,
    maxBuffer: 32 * 1024 * 1024,
  });
}

/** Says in one line what did not work; the tests that need it are skipped. */
async function attempt(title: string, work: () => Promise<void>): Promise<void> {
  const began = Date.now();
  try {
    await work();
    console.log(`${title}: installed in ${Math.round((Date.now() - began) / 1000)} s`);
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    const line = /^npm error (?!code).+/m.exec(stderr)?.[0] ?? message.split('\n')[0];
    console.warn(`${title}: not installed, its tests will be skipped: ${line}`);
  }
}

const wanted = apps.filter((app) => manifestOf(app) && (asked.length === 0 || asked.includes(app.name)));

if (wanted.some(({ needsNewerNode }) => needsNewerNode) && !isNewEnough() && !existsSync(newerNode))
  await attempt('A newer Node', async () => {
    const folder = cacheOf('node');
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/package.json`, JSON.stringify({ name: 'node-for-frameworks', private: true }));
    await install(folder, `node-${process.platform}-${process.arch}@24`);
  });

for (const app of wanted) {
  if (isInstalled(app)) {
    console.log(`${app.title}: is there`);
    continue;
  }
  await attempt(app.title, async () => {
    const folder = cacheOf(app.name);
    const text = installedManifest(manifestOf(app) as string);
    await mkdir(folder, { recursive: true });
    for (const old of [stampOf(app.name), `${folder}/package-lock.json`]) await rm(old, { force: true });
    await writeFile(`${folder}/package.json`, text);
    await install(folder);
    await writeFile(stampOf(app.name), text);
  });
}
