import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { findSite, type Site } from './find-site.js';
import { type Piece, pagePiece } from './page-piece.js';
import { serverPieces } from './server-piece.js';

const help = `Usage: lc-identity-gate init [folder]

Writes the page's part and the server's part for the site in this folder (the current one), and says what to fill in.
What it needs to know it reads off the folder. A file that is there already is left as it is.

  --dry-run   only says what would be written
  --help      this text
`;

const names: Record<Site['framework'] | Site['server'], string> = {
  next: 'Next.js',
  nuxt: 'Nuxt',
  sveltekit: 'SvelteKit',
  astro: 'Astro',
  angular: 'Angular',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  solid: 'Solid',
  preact: 'Preact',
  page: 'a plain page',
  hono: 'Hono',
  express: 'Express',
  fastify: 'Fastify',
  own: 'a server of your own',
};

const adds: Record<Site['packageManager'], string> = {
  npm: 'npm install',
  pnpm: 'pnpm add',
  yarn: 'yarn add',
  bun: 'bun add',
};

/** Writes a file that is not there yet; says whether it has. */
async function write(folder: string, { path, text }: Piece): Promise<boolean> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  return writeFile(file, text, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

/** What `init` says at its end: what is left to do, in the order in which it is done. */
function nextSteps(
  { packageManager, framework, server, typescript }: Site,
  manifest: string,
  mount?: string,
): string[] {
  const add = adds[packageManager];
  const has = (name: string) => manifest.includes(`"${name}"`);
  const listener = server === 'express' || server === 'fastify' ? ['@hono/node-server'] : [];
  const missing = ['lc-identity-gate', '@electric-sql/pglite', ...listener].filter((name) => !has(name));
  return [
    ...(missing.length > 0 ? [`${add} ${missing.join(' ')}`] : []),
    ...(!typescript || has('@types/node') ? [] : [`${add} -D @types/node`]),
    'Look for "Fill in" in the files above: who may act for which account, your database, your customer\'s id.',
    ...(mount ? [`Mount it in your server:\n\n${mount.replace(/^/gm, '       ')}\n`] : []),
    'Set PERSONA_API_KEY, PERSONA_TEMPLATE_ID and PERSONA_WEBHOOK_SECRET for the server.',
    'Set LC_PHONE_TOKEN and LC_PHONE_LOCATION as well.',
    [
      'Without accounts at both: npx lc-identity-gate sandbox --webhook http://localhost:3000/api/identity/webhook',
      '     It prints keys; with them set PERSONA_API_URL=http://localhost:4001/api/v1, PERSONA_HOST=localhost:4001 and',
      '     LC_PHONE_URL=http://localhost:4001; any location will do.',
    ].join('\n'),
    framework === 'page' ? 'Serve the page over HTTPS or from localhost.' : 'Show the component on a page of yours.',
    'Ask what would break: npx lc-identity-gate check http://localhost:3000/api/identity --account <id>',
  ];
}

/** `lc-identity-gate init`; resolves to the exit code. */
export async function runInit(words: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(help);
      return 0;
    }
    const folder = positionals[0] ?? '.';
    const files = await readdir(folder);
    const manifest = files.includes('package.json') ? await readFile(join(folder, 'package.json'), 'utf8') : undefined;
    const site = findSite(files, manifest);
    const { pieces, mount } = serverPieces(site);
    console.log(
      `Found: ${names[site.framework]}, ${names[site.server]}, ${site.typescript ? 'TypeScript' : 'JavaScript'}.\n`,
    );
    for (const piece of [pagePiece(site), ...pieces]) {
      const isWritten = values['dry-run'] ? !existsSync(join(folder, piece.path)) : await write(folder, piece);
      console.log(`  ${isWritten ? 'writes  ' : 'is there'}  ${piece.path}`);
    }
    console.log('\nNow:\n');
    nextSteps(site, manifest ?? '', mount).forEach((step, index) => void console.log(`  ${index + 1}. ${step}`));
    return 0;
  } catch (error) {
    console.error(`lc-identity-gate init: ${(error as Error).message}`);
    return 1;
  }
}
